using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems;

/// <summary>
/// A snapshot of a system in its own units. It owns its arrays: nobody writes to them after it was made, so frames may be
/// kept, shared between paths and read from any thread.
/// </summary>
public sealed record Frame
{
    public required Topology Topology { get; init; }

    public required Box Box { get; init; }

    public required UnitSystem Units { get; init; }

    /// <summary>Integration step since the start of the run.</summary>
    public long Step { get; init; }

    /// <summary>Time since the start of the run [time].</summary>
    public double Time { get; init; }

    /// <summary>Positions [length], shape [n, 3]; not wrapped into the box.</summary>
    public required Vec3[] Positions { get; init; }

    /// <summary>Velocities [length/time], shape [n, 3]; null where the source has none.</summary>
    public Vec3[]? Velocities { get; init; }

    /// <summary>Forces [energy/length], shape [n, 3]; null where not computed.</summary>
    public Vec3[]? Forces { get; init; }

    /// <summary>Potential energy [energy]; null where not computed.</summary>
    public double? PotentialEnergy { get; init; }

    /// <summary>Kinetic energy [energy]; null without velocities.</summary>
    public double? KineticEnergy { get; init; }

    /// <summary>Instantaneous kinetic temperature 2 K / (f kB) with f = d n degrees of freedom [temperature]; null without velocities.</summary>
    public double? Temperature { get; init; }

    public double? TotalEnergy => PotentialEnergy + KineticEnergy;

    public int ParticleCount => Positions.Length;

    /// <summary>The same point of configuration space with all velocities negated; positions are shared, not copied.</summary>
    public Frame Reversed() => Velocities is null ? this : this with { Velocities = Array.ConvertAll(Velocities, v => -v) };
}
