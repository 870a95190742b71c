using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.DeviceProbe;

/// <summary>Whether a device computes what the processor computes.</summary>
internal static class Checks
{
    /// <summary>Runs all checks and writes a line for each.</summary>
    /// <returns>Whether all passed.</returns>
    public static bool Run(KernelDevice device)
    {
        bool passed = true;
        foreach (MolecularSystem start in new[] { Workloads.Liquid(8), Workloads.Chains(36) })
        {
            MolecularSystem system = Melt(start);
            foreach (Precision precision in Enum.GetValues<Precision>())
            {
                passed &= Forces(device, system, precision);
                passed &= SameBits(device, system, precision);
            }
        }

        return passed & Energy(device, Precision.Mixed) & Energy(device, Precision.Double);
    }

    private static bool Forces(KernelDevice device, MolecularSystem system, Precision precision)
    {
        using ForceField reference = new(system, new ForceFieldOptions { Precision = Precision.Double });
        using ForceField field = new(system, new ForceFieldOptions { Precision = precision, Device = device });
        (EnergyReport expected, EnergyReport actual) = (reference.Report(system.Start), field.Report(system.Start));
        double scale = Math.Sqrt(expected.Forces.Average(force => force.LengthSquared()));
        double error = Math.Sqrt(expected.Forces.Zip(actual.Forces, (a, b) => (a - b).LengthSquared()).Average()) / scale;
        double energy = Math.Abs((actual.PotentialEnergy / expected.PotentialEnergy) - 1);
        double virial = Math.Abs((actual.Virial.Trace / expected.Virial.Trace) - 1);
        bool passed = error < (precision == Precision.Mixed ? 1e-5 : 1e-10) && energy < 1e-5 && virial < 1e-4;
        return Say(passed, $"{system.Name}, {precision}: rms of forces {error:e1}, energy {energy:e1}, virial {virial:e1} from the processor's");
    }

    private static bool SameBits(KernelDevice device, MolecularSystem system, Precision precision)
    {
        SimulationOptions options = new() { Device = device, Precision = precision, Seed = 7 };
        using Simulation whole = new(system, options);
        using Simulation parts = new(system, options);
        whole.Advance(100);
        parts.Advance(37);
        parts.Advance(63);
        bool passed = whole.Positions.SequenceEqual(parts.Positions) && whole.Velocities.SequenceEqual(parts.Velocities);
        return Say(passed, $"{system.Name}, {precision}: the same bits of 100 steps at once and of 37 and 63");
    }

    private static bool Energy(KernelDevice device, Precision precision)
    {
        using Simulation run = new(Melt(Workloads.Liquid(8)), new SimulationOptions { Device = device, Precision = precision, Seed = 3 });
        double start = run.PotentialEnergy + run.KineticEnergy!.Value;
        run.Advance(2000);
        double drift = (run.PotentialEnergy + run.KineticEnergy!.Value - start) / run.System.ParticleCount;
        return Say(Math.Abs(drift) < 1e-3, $"energy of 2000 steps at constant energy, {precision}: moved by {drift:e1} a particle");
    }

    // A liquid, and no lattice whose forces cancel.
    private static MolecularSystem Melt(MolecularSystem system)
    {
        using CpuDevice device = new(Environment.ProcessorCount);
        using Simulation run = new(system, new SimulationOptions { Device = device, Seed = 1 });
        run.Advance(300);
        return system with { Start = run.Snapshot() };
    }

    private static bool Say(bool passed, FormattableString what)
    {
        Console.WriteLine($"  {(passed ? "pass" : "FAIL")}  {what.ToString(CultureInfo.InvariantCulture)}");
        return passed;
    }
}
