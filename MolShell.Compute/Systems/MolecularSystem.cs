using System.Collections.Immutable;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Systems;

/// <summary>
/// Everything needed to simulate: what the particles are, where they start, and what acts on them. Immutable: a changed
/// system is a new one (<c>with</c>, <see cref="AddForce"/>), so it may be shared by any number of runs and threads.
/// </summary>
public sealed record MolecularSystem
{
    public required string Name { get; init; }

    /// <summary>The frame that runs start from; carries topology, box and units.</summary>
    public required Frame Start { get; init; }

    public ImmutableArray<IForce> Forces { get; init; } = [];

    /// <summary>The dynamics meant for this system, used where a run names no other.</summary>
    public IntegratorSettings? Integrator { get; init; }

    public Topology Topology => Start.Topology;

    public Box Box => Start.Box;

    public UnitSystem Units => Start.Units;

    public int ParticleCount => Topology.ParticleCount;

    /// <summary>The same system with one more force; the sum of all forces acts.</summary>
    public MolecularSystem AddForce(IForce force) => this with { Forces = Forces.Add(force) };

    /// <summary>Checks topology and start frame.</summary>
    /// <returns>This system, for chaining.</returns>
    /// <exception cref="ArgumentException">Names the system, the particle and what was expected.</exception>
    public MolecularSystem Validate()
    {
        try
        {
            Start.Validate();
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException($"System '{Name}': {error.Message}", error);
        }

        return this;
    }

    /// <summary>
    /// SHA-256, in lower-case hexadecimal, of everything that decides how the system moves: units, topology, box, start, forces
    /// and integrator. The name does not count. Results are continued only on a system with the same fingerprint.
    /// </summary>
    public string Fingerprint() => SystemFingerprint.Of(this);

    public override string ToString() =>
        $"{Name} ({ParticleCount} particle{(ParticleCount == 1 ? string.Empty : "s")}, {Units.Describe()})";
}
