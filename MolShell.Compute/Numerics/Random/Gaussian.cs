using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// Normal deviates (mean 0, variance 1) addressed by key, step and particle, so that noise does not depend on the order or the
/// thread of evaluation. One Philox block of four 32-bit words and the Box-Muller transform; deviates reach 6.7 sigma. One and two
/// deviates are the first of three, for less work. <see cref="NoiseLanes"/> gives the same bits for many particles or steps at once.
/// </summary>
public static class Gaussian
{
    internal const uint Domain = 0x4e4f524d;
    private const double Scale = 1.0 / 4294967296.0;

    /// <summary>Three independent deviates.</summary>
    public static Vec3 Three(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        (double x, double y) = Two(block.R0, block.R1);
        return new Vec3(x, y, One(block.R2, block.R3));
    }

    /// <summary>Two independent deviates.</summary>
    public static (double X, double Y) Two(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        return Two(block.R0, block.R1);
    }

    /// <summary>One deviate.</summary>
    public static double One(RandomKey key, long step, int particle)
    {
        Philox.Block block = Philox.Generate(key.Value, (ulong)step, (uint)particle, Domain);
        return One(block.R0, block.R1);
    }

    /// <summary>One deviate of a radius and a turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal One<TReal>(TReal radius, TReal turn)
        where TReal : struct, ILanes<TReal> => radius * LaneMath.CosTurn(turn);

    /// <summary>Two deviates of a radius and a turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (TReal X, TReal Y) Two<TReal>(TReal radius, TReal turn)
        where TReal : struct, ILanes<TReal> => (radius * LaneMath.CosTurn(turn), radius * LaneMath.SinTurn(turn));

    /// <summary>The radius of a word from 0 to 2^32 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Radius<TReal>(TReal word)
        where TReal : struct, ILanes<TReal>
    {
        // The half keeps the logarithm finite and the distribution symmetric.
        return TReal.Sqrt(-2 * LaneMath.Log((word + 0.5) * Scale));
    }

    /// <summary>The turn of a word from 0 to 2^32 - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TReal Turn<TReal>(TReal word)
        where TReal : struct, ILanes<TReal> => word * Scale;

    private static double One(uint radius, uint turn) => One(Radius<Lane<double>>(radius), Turn<Lane<double>>(turn)).Value;

    private static (double X, double Y) Two(uint radius, uint turn)
    {
        (Lane<double> x, Lane<double> y) = Two(Radius<Lane<double>>(radius), Turn<Lane<double>>(turn));
        return (x.Value, y.Value);
    }
}
