using System.Runtime.InteropServices;
using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Optimization;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>Takes a system to a nearby minimum of its potential energy, the box held fixed.</summary>
public static class Minimizer
{
    /// <exception cref="ArgumentException">The system or an option is out of bounds.</exception>
    /// <exception cref="SimulationException">The start has no finite energy; names the particles.</exception>
    public static MinimizationResult Minimize(
        MolecularSystem system,
        MinimizerOptions? options = null,
        IDevice? device = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(system);
        options ??= new MinimizerOptions();
        if (!(options.ForceTolerance >= 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The force tolerance is {options.ForceTolerance:g6}; expected a number that is not negative."));
        }

        Frame start = system.Validate().Start;
        using ForceField field = new(system, new ForceFieldOptions { Device = device, Precision = options.Precision });
        double startEnergy = field.Report(start).PotentialEnergy;
        Vec3[] positions = [.. start.Positions];
        OptimizationOptions settings = new()
        {
            // No force is longer than sqrt(d) times its largest component.
            GradientTolerance = options.ForceTolerance / Math.Sqrt(system.Topology.Dimension),
            MaximumSteps = options.MaximumSteps,
            MaximumMove = options.MaximumMove ?? (0.1 * LengthScale.Of(start)),
            Progress = options.Progress,
        };
        Span<double> x = MemoryMarshal.Cast<Vec3, double>(positions.AsSpan());
        OptimizationResult result = options.Method == MinimizationMethod.Fire
            ? Fire.Minimize(Energy, x, settings, cancellation)
            : Lbfgs.Minimize(Energy, x, settings, cancellation);
        EnergyReport end = field.Report(start with { Positions = positions, Velocities = null });
        return new MinimizationResult
        {
            System = system with { Start = end.Frame },
            Method = options.Method,
            StartEnergy = startEnergy,
            Energy = end.PotentialEnergy,
            MaximumForce = end.MaximumForce,
            MaximumForceParticle = end.MaximumForceParticle,
            Steps = result.Steps,
            Evaluations = result.Evaluations,
            Converged = end.MaximumForce <= options.ForceTolerance,
        };

        double Energy(ReadOnlySpan<double> at, Span<double> gradient)
        {
            double energy =
                field.EvaluateUnchecked(MemoryMarshal.Cast<double, Vec3>(at), start.Box, MemoryMarshal.Cast<double, Vec3>(gradient));
            foreach (ref double component in gradient)
            {
                component = -component;
            }

            return energy;
        }
    }
}
