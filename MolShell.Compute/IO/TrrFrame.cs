using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>One frame of a TRR file: lengths in nm, times in ps, forces in kJ/mol/nm, as the format has them.</summary>
public sealed record TrrFrame
{
    /// <summary>Integration step.</summary>
    public required long Step { get; init; }

    /// <summary>Time [ps].</summary>
    public required double Time { get; init; }

    /// <summary>Edges of the box [nm]; empty where the frame has none, zero vectors for none at all.</summary>
    public Vec3[] BoxEdges { get; init; } = [];

    /// <summary>Positions [nm], shape [n, 3]; null where the frame has none.</summary>
    public Vec3[]? Positions { get; init; }

    /// <summary>Velocities [nm/ps], shape [n, 3]; null where the frame has none.</summary>
    public Vec3[]? Velocities { get; init; }

    /// <summary>Forces [kJ/mol/nm], shape [n, 3]; null where the frame has none.</summary>
    public Vec3[]? Forces { get; init; }

    /// <summary>Whether the numbers are stored in double precision.</summary>
    public bool IsDouble { get; init; }

    /// <summary>Number of particles n.</summary>
    public int ParticleCount { get; init; }

    /// <summary>The frame of a system in <see cref="UnitSystem.Gromacs"/> units.</summary>
    /// <param name="topology">What the particles are.</param>
    /// <param name="usual">The box that most frames have: the same object serves all frames with these edges, and its periodicity all.</param>
    /// <exception cref="InvalidDataException">The frame has no positions, or those of another number of particles.</exception>
    public Frame ToFrame(Topology topology, Box usual)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(usual);
        if (Positions is null)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The frame at step {Step} has no positions."));
        }

        if (Positions.Length != topology.ParticleCount)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"The frame at step {Step} has {Positions.Length} particles; expected {topology.ParticleCount}."));
        }

        return new Frame
        {
            Topology = topology,
            Box = BoxOf(usual),
            Units = UnitSystem.Gromacs,
            Step = Step,
            Time = Time,
            Positions = Positions,
            Velocities = Velocities,
            Forces = Forces,
        };
    }

    private Box BoxOf(Box usual)
    {
        if (BoxEdges.Length != 3 || BoxEdges.All(e => e == Vec3.Zero))
        {
            return Box.Open;
        }

        bool same = BoxEdges[0] == usual.A && BoxEdges[1] == usual.B && BoxEdges[2] == usual.C;
        bool open = !usual.IsPeriodic;
        return same ? usual : Box.Triclinic(
            BoxEdges[0], BoxEdges[1], BoxEdges[2], open || usual.IsPeriodicA, open || usual.IsPeriodicB, open || usual.IsPeriodicC);
    }
}
