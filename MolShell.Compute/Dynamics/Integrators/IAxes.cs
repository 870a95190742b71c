using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>The number of coordinates that move, known at compile time.</summary>
internal interface IAxes
{
    /// <summary>1, 2 or 3.</summary>
    static abstract int Count { get; }

    /// <summary>Normal deviates along the axes that move, 0 along the others.</summary>
    static abstract Vec3 Noise(RandomKey key, long step, int particle);
}
