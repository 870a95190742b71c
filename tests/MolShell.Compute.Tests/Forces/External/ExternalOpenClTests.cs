using System.Globalization;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Tests.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Forces.External;

/// <summary>The OpenCL text of every potential of place, walls and sums included, computes what its C# formula computes.</summary>
public sealed class ExternalOpenClTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private static readonly GaussianTerm[] Terms =
        [new(-0.7, new Vec3(-0.5, 0.1, 0.2), new Vec3(12, 0.5, 1)), new(0.4, new Vec3(0.5, 0, 0), new Vec3(1, 2, 0))];

    private static readonly Case[] Cases =
    [
        Of(new DoubleWell(1.5, 0.8)),
        Of(new HarmonicWell(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))),
        Of(new SexticWall(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3))),
        Of(new GaussianSum(Terms)),
        Of(new MuellerBrown(0.02)),
        Of(new EntropicSwitch(1.3)),
        Of(new UniformField(new Vec3(1, -2, 0.5))),
        Of(new PlaneWall<HarmonicWall>(new(3), new Vec3(1, 2, 2), 0.1)),
        Of(new PlaneWall<LennardJonesWall>(new(1.2, 1, 2.5), new Vec3(1, 2, 2), -3.5)),
        Of(new SphereWall<LennardJones93Wall>(new(1.2, 1, 2.5), 3.6, new Vec3(0.1, 0.2, 0.3))),
        Of(new ExternalSum<GaussianSum, GaussianSum>(new(Terms[0]), new(Terms))),
        Of(new ExternalSum<ExternalSum<SexticWall, GaussianSum>, ExternalSum<EntropicSwitch, PlaneWall<HarmonicWall>>>(
            new(new SexticWall(new Vec3(1, 2, 3)), new(Terms[1])), new(new EntropicSwitch(2), new(new(3), new Vec3(1, 2, 2), 0.1)))),
    ];

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"molshell-{Guid.NewGuid():n}");

    private delegate double Formula(Vec3 place, out Vec3 force);

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void OpenCL_formulas_agree_in_double()
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        Assert.SkipUnless(device.Profile.HasDouble, $"{device.Name} has no double precision.");
        KernelProgram program = device.Compile($"""
            #pragma OPENCL EXTENSION cl_khr_fp64 : enable
            typedef double real;
            {string.Join('\n', Cases.Select(Kernel))}
            """);
        RandomSource random = new(new RandomKey(12));
        double[] places = [.. Enumerable.Range(0, 3 * 100).Select(_ => (3 * random.NextDouble()) - 1.5)];
        for (int k = 0; k < Cases.Length; k++)
        {
            double[] found = new double[4 * places.Length / 3];
            using KernelArray<double> arguments = device.CreateArray(places);
            using KernelArray<double> numbers = device.CreateArray(Cases[k].Numbers);
            using KernelArray<double> data = device.CreateArray(Cases[k].Data);
            using KernelArray<double> output = device.CreateArray<double>(found.Length);
            using Kernel kernel = program.CreateKernel(Invariant($"evaluate{k}"));
            kernel.Set(0, places.Length / 3).Set(1, arguments).Set(2, numbers).Set(3, data).Set(4, output).Launch(places.Length / 3);
            output.Read(found);
            double[] expected = [.. Enumerable.Range(0, places.Length / 3).SelectMany(i =>
            {
                double energy = Cases[k].Evaluate(new Vec3(places[3 * i], places[(3 * i) + 1], places[(3 * i) + 2]), out Vec3 force);
                return new[] { energy, force.X, force.Y, force.Z };
            })];
            Assert.All(expected, value => Assert.True(double.IsFinite(value)));
            double scale = expected.Max(Math.Abs);
            for (int i = 0; i < found.Length; i++)
            {
                Assert.True(
                    Math.Abs(found[i] - expected[i]) <= Tolerance * scale,
                    Invariant($"{Cases[k].Name}, number {i % 4} at place {i / 4}: {found[i]:R} on the device, {expected[i]:R} in C#."));
            }
        }
    }

    private static Case Of<TPotential>(TPotential potential)
        where TPotential : struct, IExternalPotential
    {
        double[] numbers = new double[TPotential.ParameterCount];
        List<double> data = [];
        potential.Pack(numbers, data);
        return new Case(TPotential.Name, TPotential.OpenCl, numbers, data.Count > 0 ? [.. data] : [0], (Vec3 place, out Vec3 force) => potential.Evaluate(place, out force));
    }

    private static string Kernel(Case potential, int k) => Invariant($$"""
        real term{{k}}(real x, real y, real z, const real *p, global const real *data, real *fx, real *fy, real *fz)
        {
        {{potential.OpenCl}}
        }

        kernel void evaluate{{k}}(
            const int count, global const real *places, global const real *numbers, global const real *data, global real *output)
        {
            const int i = get_global_id(0);
            if (i >= count) return;
            real p[{{potential.Numbers.Length}}], fx, fy, fz;
            for (int n = 0; n < {{potential.Numbers.Length}}; n++) p[n] = numbers[n];
            output[4 * i] = term{{k}}(places[3 * i], places[3 * i + 1], places[3 * i + 2], p, data, &fx, &fy, &fz);
            output[4 * i + 1] = fx;
            output[4 * i + 2] = fy;
            output[4 * i + 3] = fz;
        }
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Case(string Name, string OpenCl, double[] Numbers, double[] Data, Formula Evaluate);
}
