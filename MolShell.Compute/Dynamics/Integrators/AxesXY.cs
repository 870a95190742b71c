using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>Motion in the x-y plane.</summary>
internal readonly struct AxesXY : IAxes
{
    public static int Count => 2;

    public static Vec3 Noise(RandomKey key, long step, int particle)
    {
        (double x, double y) = Gaussian.Two(key, step, particle);
        return new Vec3(x, y, 0);
    }
}
