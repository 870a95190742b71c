using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Motion along x.</summary>
internal readonly struct AxesX : IAxes
{
    public static int Count => 1;

    public static Vec3 Noise(RandomKey key, long step, int particle) => new(Gaussian.One(key, step, particle), 0, 0);
}
