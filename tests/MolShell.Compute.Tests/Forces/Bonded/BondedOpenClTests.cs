using System.Globalization;
using System.Numerics;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Tests.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

/// <summary>The OpenCL text of every bonded potential computes what its C# formula computes.</summary>
public sealed class BondedOpenClTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"molshell-{Guid.NewGuid():n}");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void OpenCL_formulas_agree_in_double() => AssertAgreement<double>("double", 1e-12);

    [Fact]
    public void OpenCL_formulas_agree_in_single() => AssertAgreement<float>("float", 5e-6);

    private void AssertAgreement<T>(string real, double tolerance)
        where T : unmanaged, INumber<T>
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        Assert.SkipUnless(real == "float" || device.Profile.HasDouble, $"{device.Name} has no double precision.");
        KernelProgram program = device.Compile($"""
            {(real == "double" ? "#pragma OPENCL EXTENSION cl_khr_fp64 : enable" : string.Empty)}
            typedef {real} real;
            {string.Join('\n', BondedCase.All.Select(Kernel))}
            """);
        for (int k = 0; k < BondedCase.All.Count; k++)
        {
            BondedCase potential = BondedCase.All[k];
            double[] places = [.. potential.Places];
            T[] results = new T[2 * places.Length];
            using KernelArray<T> arguments = device.CreateArray<T>(Convert(places));
            using KernelArray<T> parameters = device.CreateArray<T>(Convert(potential.Numbers));
            using KernelArray<T> output = device.CreateArray<T>(results.Length);
            using Kernel kernel = program.CreateKernel(Invariant($"evaluate{k}"));
            kernel.Set(0, places.Length).Set(1, arguments).Set(2, parameters).Set(3, output).Launch(places.Length);
            output.Read(results);
            (double Energy, double Derivative)[] expected = Array.ConvertAll(places, potential.Evaluate<Lane<double>>);
            double energies = expected.Max(e => Math.Abs(e.Energy)), slopes = expected.Max(e => Math.Abs(e.Derivative));
            for (int i = 0; i < places.Length; i++)
            {
                AssertClose(expected[i].Energy, results[2 * i], energies, "energy");
                AssertClose(expected[i].Derivative, results[(2 * i) + 1], slopes, "derivative");

                void AssertClose(double wanted, T found, double scale, string what) => Assert.True(
                    Math.Abs(double.CreateChecked(found) - wanted) <= tolerance * scale,
                    Invariant($"{potential.Name}, {what} at {places[i]}: {found} on the device, {wanted:R} in C#."));
            }
        }

        static T[] Convert(double[] values) => Array.ConvertAll(values, T.CreateChecked);
    }

    // Results as energy and derivative by length or angle, as BondedCase.Evaluate gives them.
    private static string Kernel(BondedCase potential, int k)
    {
        (string arguments, string call, string derivative) = potential.Size switch
        {
            2 => ("real r2, const real *p, real *forceOverR", "place * place, p, &slope", "-slope * place"),
            3 => ("real cosine, real sine, const real *p, real *derivative", "cos(place), sin(place), p, &slope", "-slope * sin(place)"),
            _ => ("real cosine, real sine, const real *p, real *derivative", "cos(place), sin(place), p, &slope", "slope"),
        };
        return Invariant($$"""
            real term{{k}}({{arguments}})
            {
            {{potential.OpenCl}}
            }

            kernel void evaluate{{k}}(const int count, global const real *places, global const real *numbers, global real *output)
            {
                const int i = get_global_id(0);
                if (i >= count) return;
                real place = places[i], p[{{potential.ParameterCount}}], slope;
                for (int n = 0; n < {{potential.ParameterCount}}; n++) p[n] = numbers[n];
                output[2 * i] = term{{k}}({{call}});
                output[2 * i + 1] = {{derivative}};
            }
            """);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
