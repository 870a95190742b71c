using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>A case with the equilibrated start that every program gets.</summary>
/// <param name="Case">Where it comes from.</param>
/// <param name="System">The system; its start has velocities.</param>
/// <param name="Quick">Whether slices are short.</param>
internal sealed record PreparedCase(BenchmarkCase Case, MolecularSystem System, bool Quick)
{
    public int Particles => System.ParticleCount;

    public int SliceSteps => Case.SliceSteps(Particles, Quick);

    public Interactions Interactions => Case.Interactions!;

    public IntegratorSettings Integrator => System.Integrator!;

    /// <summary>Change of the total energy per particle and time [epsilon/tau] over some steps; null with a thermostat.</summary>
    public double? DriftOf(double startEnergy, double endEnergy, double steps) =>
        HasThermostat ? null : (endEnergy - startEnergy) / (Particles * steps * Integrator.TimeStep);

    public bool HasThermostat => Integrator.Kind == IntegratorKind.LangevinBaoab;
}
