using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// Normal deviates of many particles or steps at once, in the widest vector registers of the processor: the same bits as
/// <see cref="Gaussian.Three"/> for each of them.
/// </summary>
public static class NoiseLanes
{
    // The numbers on their way stay in the first-level cache.
    private const int Chunk = 64;

    /// <summary>Deviates of listed particles, in the order of the list.</summary>
    /// <param name="key">Decides the noise.</param>
    /// <param name="step">The step.</param>
    /// <param name="particles">Indices of particles, n of them.</param>
    /// <param name="x">Receives the first deviates, shape [n].</param>
    /// <param name="y">Receives the second deviates, shape [n]; empty where they are not needed.</param>
    /// <param name="z">Receives the third deviates, shape [n]; empty where they are not needed.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void Fill(
        RandomKey key, long step, ReadOnlySpan<int> particles, Span<double> x, Span<double> y = default, Span<double> z = default)
    {
        Check(particles.Length, x, y, z);
        Fill(new Listed(key, step, particles), x, y, z);
    }

    /// <summary>Deviates of the particles <paramref name="first"/>, <paramref name="first"/> + 1, ..., as many as x is long.</summary>
    /// <param name="key">Decides the noise.</param>
    /// <param name="step">The step.</param>
    /// <param name="first">Index of the first particle.</param>
    /// <param name="x">Receives the first deviates, shape [n].</param>
    /// <param name="y">Receives the second deviates, shape [n]; empty where they are not needed.</param>
    /// <param name="z">Receives the third deviates, shape [n]; empty where they are not needed.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void Fill(RandomKey key, long step, int first, Span<double> x, Span<double> y = default, Span<double> z = default)
    {
        Check(x.Length, x, y, z);
        Fill(new Consecutive(key, step, first), x, y, z);
    }

    /// <summary>Deviates of one particle at the steps <paramref name="first"/>, <paramref name="first"/> + 1, ..., as many as x is long.</summary>
    /// <param name="key">Decides the noise.</param>
    /// <param name="first">The first step.</param>
    /// <param name="particle">Index of the particle.</param>
    /// <param name="x">Receives the first deviates, shape [n].</param>
    /// <param name="y">Receives the second deviates, shape [n]; empty where they are not needed.</param>
    /// <param name="z">Receives the third deviates, shape [n]; empty where they are not needed.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public static void FillSteps(
        RandomKey key, long first, int particle, Span<double> x, Span<double> y = default, Span<double> z = default)
    {
        Check(x.Length, x, y, z);
        Fill(new Steps(key, first, particle), x, y, z);
    }

    internal static void Fill<TAddress>(TAddress address, Span<double> x, Span<double> y, Span<double> z)
        where TAddress : struct, INoiseAddress, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated && x.Length >= Vector512<double>.Count)
        {
            Fill<TAddress, Words512, Lanes512<double>>(address, x, y, z);
        }
        else if (Vector256.IsHardwareAccelerated && x.Length >= Vector256<double>.Count)
        {
            Fill<TAddress, Words256, Lanes256<double>>(address, x, y, z);
        }
        else if (Vector128.IsHardwareAccelerated && x.Length >= Vector128<double>.Count)
        {
            Fill<TAddress, Words128, Lanes128<double>>(address, x, y, z);
        }
        else
        {
            Fill<TAddress, Word, Lane<double>>(address, x, y, z);
        }
    }

    /// <summary>The loops for one register width; there are at least as many places as lanes, or none.</summary>
    /// <remarks>Each stage is a method of its own, since the compiler inlines only so much into one.</remarks>
    internal static void Fill<TAddress, TWords, TReal>(TAddress address, Span<double> x, Span<double> y, Span<double> z)
        where TAddress : struct, INoiseAddress, allows ref struct
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        Span<double> words = stackalloc double[4 * Chunk];
        for (int start = 0; start < x.Length;)
        {
            // The last chunk may begin before the end of the one before, so as to fill a register.
            int count = Math.Min(Chunk, Math.Max(x.Length - start, TReal.Count));
            start = Math.Min(start, x.Length - count);
            FillWords<TAddress, TWords, TReal>(address, start, count, words);
            if (y.IsEmpty)
            {
                FillOne<TReal>(words, x.Slice(start, count));
            }
            else
            {
                FillTwo<TReal>(words, x.Slice(start, count), y.Slice(start, count));
            }

            if (!z.IsEmpty)
            {
                FillOne<TReal>(words[(2 * Chunk)..], z.Slice(start, count));
            }

            start += count;
        }
    }

    // In all stages the last lanes end with the chunk, and some may repeat what has been done.
    private static void FillWords<TAddress, TWords, TReal>(TAddress address, int start, int count, Span<double> words)
        where TAddress : struct, INoiseAddress, allows ref struct
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        ref double first = ref MemoryMarshal.GetReference(words);
        for (int i = 0; i < count; i += TReal.Count)
        {
            int at = Math.Min(i, count - TReal.Count);
            (TWords key, TWords step, TWords particle) = address.At<TWords, TReal>(start + at);
            (TWords r0, TWords r1, TWords r2, TWords r3) = Philox.Generate<TWords, TReal>(key, step, particle, Gaussian.Domain);
            r0.ToReal().Store(ref first, at);
            r1.ToReal().Store(ref first, at + Chunk);
            r2.ToReal().Store(ref first, at + (2 * Chunk));
            r3.ToReal().Store(ref first, at + (3 * Chunk));
        }
    }

    private static void FillOne<TReal>(ReadOnlySpan<double> words, Span<double> x)
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        ref readonly double first = ref MemoryMarshal.GetReference(words);
        ref double result = ref MemoryMarshal.GetReference(x);
        for (int i = 0; i < x.Length; i += TReal.Count)
        {
            int at = Math.Min(i, x.Length - TReal.Count);
            TReal radius = Gaussian.Radius(TReal.Load(in first, at));
            Gaussian.One(radius, Gaussian.Turn(TReal.Load(in first, at + Chunk))).Store(ref result, at);
        }
    }

    private static void FillTwo<TReal>(ReadOnlySpan<double> words, Span<double> x, Span<double> y)
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        ref readonly double first = ref MemoryMarshal.GetReference(words);
        for (int i = 0; i < x.Length; i += TReal.Count)
        {
            int at = Math.Min(i, x.Length - TReal.Count);
            TReal radius = Gaussian.Radius(TReal.Load(in first, at));
            (TReal a, TReal b) = Gaussian.Two(radius, Gaussian.Turn(TReal.Load(in first, at + Chunk)));
            a.Store(ref MemoryMarshal.GetReference(x), at);
            b.Store(ref MemoryMarshal.GetReference(y), at);
        }
    }

    private static void Check(int count, Span<double> x, Span<double> y, Span<double> z)
    {
        if (x.Length != count || (y.Length != count && !(y.IsEmpty && z.IsEmpty)) || (z.Length != count && !z.IsEmpty))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Noise of {count} particles or steps goes to spans of {x.Length}, {y.Length} and {z.Length} numbers; expected {count} in each."));
        }
    }

    private readonly ref struct Listed(RandomKey key, long step, ReadOnlySpan<int> particles) : INoiseAddress
    {
        private readonly ulong key = key.Value;
        private readonly ReadOnlySpan<int> particles = particles;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TWords Key, TWords Step, TWords Particle) At<TWords, TReal>(int i)
            where TWords : struct, IWords<TWords, TReal>
            where TReal : struct, ILanes<TReal> =>
            (key, (ulong)step, TWords.Load(in MemoryMarshal.GetReference(particles), i));
    }

    private readonly struct Consecutive(RandomKey key, long step, int first) : INoiseAddress
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TWords Key, TWords Step, TWords Particle) At<TWords, TReal>(int i)
            where TWords : struct, IWords<TWords, TReal>
            where TReal : struct, ILanes<TReal> => (key.Value, (ulong)step, TWords.Sequence + (uint)(first + i));
    }

    private readonly struct Steps(RandomKey key, long first, int particle) : INoiseAddress
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public (TWords Key, TWords Step, TWords Particle) At<TWords, TReal>(int i)
            where TWords : struct, IWords<TWords, TReal>
            where TReal : struct, ILanes<TReal> => (key.Value, TWords.Sequence + (ulong)(first + i), (uint)particle);
    }
}
