using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair.Clusters;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>The pair engine in its precisions, register widths and numbers of threads.</summary>
internal static class Engine
{
    public static readonly int[] Widths = [512, 256, 128, 0];

    /// <summary>Within what mixed precision agrees with double, relative to the largest force and all energies.</summary>
    public const double MixedTolerance = 1e-5;

    public static double Tolerance(Precision precision) => precision == Precision.Mixed ? MixedTolerance : 1e-11;

    public static ForceField Field(MolecularSystem system, Precision precision, int? width = null, int threads = 1) => new(
        system,
        new ForceFieldOptions { Precision = precision, RegisterWidth = width ?? ClusterKernel.BestWidth, Device = new CpuDevice(threads) });

    public static EnergyReport Measure(this MolecularSystem system, Precision precision, int? width = null, int threads = 1)
    {
        using ForceField field = Field(system, precision, width, threads);
        return field.Report(system.Start);
    }

    /// <summary>Every number of two reports has the same bits, but for the sign of zero.</summary>
    public static void AssertSameBits(EnergyReport expected, EnergyReport actual)
    {
        Assert.Equal(expected.PotentialEnergy, actual.PotentialEnergy);
        Assert.Equal(expected.Terms.Select(Numbers), actual.Terms.Select(Numbers));
        Assert.Equal(expected.Forces, actual.Forces);

        static (double, Virial) Numbers(EnergyTerm term) => (term.Energy, term.Virial);
    }
}
