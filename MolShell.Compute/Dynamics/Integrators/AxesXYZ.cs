using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Motion in space.</summary>
internal readonly struct AxesXYZ : IAxes
{
    public static int Count => 3;

    public static Vec3 Noise(RandomKey key, long step, int particle) => Gaussian.Three(key, step, particle);
}
