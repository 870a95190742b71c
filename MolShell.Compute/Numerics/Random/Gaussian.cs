using System.Runtime.CompilerServices;

namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// Normal deviates (mean 0, variance 1) addressed by key, step and particle, so that noise does not depend on the order or the
/// thread of evaluation. One Philox block of four 32-bit words and the Box-Muller transform; deviates reach 6.7 sigma.
/// </summary>
public static class Gaussian
{
    private const uint Domain = 0x4e4f524d;
    private const double Scale = 1.0 / 4294967296.0;

    /// <summary>Three independent deviates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec3 Three(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        double r1 = Radius(block.R0);
        double r2 = Radius(block.R2);
        (double sin, double cos) = Math.SinCos(Angle(block.R1));
        return new Vec3(r1 * cos, r1 * sin, r2 * Math.Cos(Angle(block.R3)));
    }

    /// <summary>The first two deviates of <see cref="Three"/>, for about half the work.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double X, double Y) Two(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        double radius = Radius(block.R0);
        (double sin, double cos) = Math.SinCos(Angle(block.R1));
        return (radius * cos, radius * sin);
    }

    /// <summary>The first deviate of <see cref="Three"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double One(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        return Radius(block.R0) * Math.Cos(Angle(block.R1));
    }

    // The half keeps the logarithm finite and the distribution symmetric.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Radius(uint word) => Math.Sqrt(-2 * Math.Log((word + 0.5) * Scale));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Angle(uint word) => word * (2 * Math.PI * Scale);
}
