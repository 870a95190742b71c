using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>A point of a run among many. It reads the memory of the run, which changes when the run goes on.</summary>
public readonly ref struct ReplicaPoint
{
    private readonly Frame frame;
    private readonly double time;
    private readonly bool isWhole;

    /// <summary>A point of a run that gives frames.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="step">Steps since the start of the run.</param>
    public ReplicaPoint(Frame frame, long step)
    {
        ArgumentNullException.ThrowIfNull(frame);
        (this.frame, time, isWhole, Step) = (frame, frame.Time, true, step);
        Phase = PhasePoint.Of(frame);
    }

    /// <summary>A point of a run that gives numbers.</summary>
    /// <param name="start">The start of the run.</param>
    /// <param name="step">Steps since then.</param>
    /// <param name="time">Time since then [time].</param>
    /// <param name="positions">Positions [length], shape [n, 3].</param>
    /// <param name="velocities">Velocities [length/time], shape [n, 3]; empty where the dynamics has none.</param>
    internal ReplicaPoint(Frame start, long step, double time, ReadOnlySpan<Vec3> positions, ReadOnlySpan<Vec3> velocities)
    {
        (frame, this.time, Step) = (start, time, step);
        Phase = new PhasePoint(positions, velocities, start.Box, start.Topology.Dimension);
    }

    /// <summary>Steps since the start of the run.</summary>
    public long Step { get; }

    /// <summary>Coordinates and cell.</summary>
    public PhasePoint Phase { get; }

    /// <summary>A frame of its own: what the run alone would have given here.</summary>
    public Frame ToFrame() => isWhole ? frame : new Frame
    {
        Topology = frame.Topology,
        Box = frame.Box,
        Units = frame.Units,
        Step = Step,
        Time = time,
        Positions = Phase.Positions.ToArray(),
        Velocities = Phase.Velocities.IsEmpty ? null : Phase.Velocities.ToArray(),
    };
}
