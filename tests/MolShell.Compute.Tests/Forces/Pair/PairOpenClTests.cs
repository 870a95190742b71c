using System.Globalization;
using System.Numerics;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Tests.Devices;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>The OpenCL text of every pair potential computes what its C# formula computes.</summary>
public sealed class PairOpenClTests : IDisposable
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
    public void OpenCL_formulas_agree_in_single() => AssertAgreement<float>("float", 1e-5);

    private void AssertAgreement<T>(string real, double tolerance)
        where T : unmanaged, INumber<T>
    {
        using OpenClDevice device = OpenClTestDevice.Open(folder);
        Assert.SkipUnless(real == "float" || device.Profile.HasDouble, $"{device.Name} has no double precision.");
        PairPotentialCase[] cases = [.. PairPotentialCases.Values];
        KernelProgram program = device.Compile($"""
            {(real == "double" ? "#pragma OPENCL EXTENSION cl_khr_fp64 : enable" : string.Empty)}
            typedef {real} real;
            {string.Join('\n', cases.Select(Kernel))}
            """);
        for (int k = 0; k < cases.Length; k++)
        {
            double[] r2 = PairPotentialTests.SquaredDistances(cases[k]);
            (double[] numbers, double[] data) = cases[k].Pack();
            T[] results = new T[2 * r2.Length];
            using KernelArray<T> distances = device.CreateArray<T>(Convert(r2));
            using KernelArray<T> parameters = device.CreateArray<T>(Convert(numbers));
            using KernelArray<T> lists = device.CreateArray<T>(Convert([.. data, 0]));
            using KernelArray<T> output = device.CreateArray<T>(results.Length);
            using Kernel kernel = program.CreateKernel(Invariant($"evaluate{k}"));
            kernel.Set(0, r2.Length).Set(1, distances).Set(2, parameters).Set(3, lists)
                .Set(4, T.CreateChecked(PairPotentialCase.ChargeProduct)).Set(5, output).Launch(r2.Length);
            output.Read(results);
            (double Energy, double ForceOverR)[] expected = cases[k].Evaluate<Lane<double>, double>(r2);
            for (int i = 0; i < r2.Length; i++)
            {
                AssertClose(expected[i].Energy, double.CreateChecked(results[2 * i]), "energy");
                AssertClose(expected[i].ForceOverR * r2[i], double.CreateChecked(results[(2 * i) + 1]) * r2[i], "force");

                void AssertClose(double wanted, double found, string what) => Assert.True(
                    Math.Abs(found - wanted) <= tolerance * (Math.Abs(wanted) + cases[k].EnergyScale),
                    Invariant($"{cases[k]}, {what} at {Math.Sqrt(r2[i])}: {found:R} on the device, {wanted:R} in C#."));
            }
        }

        static T[] Convert(double[] values) => Array.ConvertAll(values, T.CreateChecked);
    }

    private static string Kernel(PairPotentialCase potential, int k) => Invariant($$"""
        real pair{{k}}(real r2, const real *p, global const real *data, real chargeProduct, real *forceOverR)
        {
        {{potential.OpenCl}}
        }

        kernel void evaluate{{k}}(
            const int count, global const real *distances, global const real *numbers, global const real *data, const real chargeProduct,
            global real *output)
        {
            const int i = get_global_id(0);
            if (i >= count) return;
            real p[{{potential.ParameterCount}}], force;
            for (int n = 0; n < {{potential.ParameterCount}}; n++) p[n] = numbers[n];
            output[2 * i] = pair{{k}}(distances[i], p, data, chargeProduct, &force);
            output[2 * i + 1] = force;
        }
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
