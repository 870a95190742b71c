using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>A trajectory from the dividing surface: on which side it is, frame by frame, until it reaches a state.</summary>
/// <param name="start">Where it begins.</param>
/// <param name="key">Noise of the dynamics.</param>
/// <param name="surface">Says where frames are.</param>
/// <param name="most">Greatest number of frames after the start.</param>
internal sealed class ReactiveFluxLeg(Frame start, RandomKey key, DividingSurface surface, int most) : IReplica
{
    private readonly List<bool> sides = [];

    public Frame Start => start;

    public RandomKey Key => key;

    /// <summary>Number of frames after the start.</summary>
    public int Length => sides.Count;

    /// <summary>The state that it came to: 0 the initial, 1 the final; -1 where it came to none.</summary>
    public int Outcome { get; private set; } = -1;

    /// <summary>Whether it was on the far side of the surface at any frame.</summary>
    public bool WasBeyond { get; private set; }

    /// <summary>Whether it is on the far side after a number of frames, from 1; at the end, where it stays in the state that it reached.</summary>
    public bool IsBeyond(int frame) => frame < sides.Count ? sides[frame - 1] : Outcome == 1 || (Outcome < 0 && sides[^1]);

    public bool Add(ReplicaPoint point)
    {
        if (point.Step == 0)
        {
            return true;
        }

        bool side = surface.Displacement(point.Phase) > 0;
        sides.Add(side);
        WasBeyond |= side;
        Outcome = surface.StateAt(point.Phase);
        return Outcome < 0 && sides.Count < most;
    }
}
