using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Benchmarks.Forces;

/// <summary>What this machine can do at best, measured.</summary>
/// <param name="FlopsPerThread">Single-precision operations per second of one thread: independent fused multiply-adds in registers.</param>
/// <param name="BytesPerSecond">Bytes per second of all threads in a triad a = b + s c over arrays beyond any cache.</param>
/// <param name="Threads">All threads of the processor.</param>
/// <param name="FlopScaling">Operations per second of all threads at once, over those of one: at most this is gained by threads.</param>
/// <param name="BandwidthScaling">Likewise bytes per second.</param>
internal readonly record struct MachineLimits(
    double FlopsPerThread, double BytesPerSecond, int Threads, double FlopScaling, double BandwidthScaling)
{
    private const int Repetitions = 20_000_000, TriadLength = 16_000_000, Rounds = 5;

    public static MachineLimits Measure()
    {
        int threads = Environment.ProcessorCount;
        (double flops, double allFlops) = (Flops(1), Flops(threads));
        float[] a = new float[TriadLength], b = new float[TriadLength], c = new float[TriadLength];
        (double bytes, double allBytes) = (Bandwidth(1), Bandwidth(threads));
        return new MachineLimits(flops, allBytes, threads, allFlops / flops, allBytes / bytes);

        double Bandwidth(int parts) => Best(
            parts,
            t => Triad(a, b, c, TriadLength / parts * t, TriadLength / parts * (t + 1)),
            3.0 * sizeof(float) * TriadLength);
    }

    private static double Flops(int threads)
    {
        int lanes = Vector512.IsHardwareAccelerated ? Vector512<float>.Count : Vector256<float>.Count;
        return Best(threads, _ => MultiplyAdd(), 2.0 * 10 * lanes * Repetitions * threads);

        static float MultiplyAdd() => Vector512.IsHardwareAccelerated ? MultiplyAdd512() : MultiplyAdd256();
    }

    // Work per second in the best of some rounds, of threads that begin together.
    private static double Best(int threads, Action<int> part, double work)
    {
        double best = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            Parallel.For(0, threads, part);
            best = Math.Max(best, work / clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    // Ten chains: more than latency times units of any processor of today.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdd512()
    {
        Vector512<float> f = Vector512.Create(0.999f), a = Vector512.Create(0.001f);
        Vector512<float> x0 = a, x1 = a, x2 = a, x3 = a, x4 = a, x5 = a, x6 = a, x7 = a, x8 = a, x9 = a;
        for (int i = 0; i < Repetitions; i++)
        {
            x0 = Vector512.FusedMultiplyAdd(x0, f, a);
            x1 = Vector512.FusedMultiplyAdd(x1, f, a);
            x2 = Vector512.FusedMultiplyAdd(x2, f, a);
            x3 = Vector512.FusedMultiplyAdd(x3, f, a);
            x4 = Vector512.FusedMultiplyAdd(x4, f, a);
            x5 = Vector512.FusedMultiplyAdd(x5, f, a);
            x6 = Vector512.FusedMultiplyAdd(x6, f, a);
            x7 = Vector512.FusedMultiplyAdd(x7, f, a);
            x8 = Vector512.FusedMultiplyAdd(x8, f, a);
            x9 = Vector512.FusedMultiplyAdd(x9, f, a);
        }

        return Vector512.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static float MultiplyAdd256()
    {
        Vector256<float> f = Vector256.Create(0.999f), a = Vector256.Create(0.001f);
        Vector256<float> x0 = a, x1 = a, x2 = a, x3 = a, x4 = a, x5 = a, x6 = a, x7 = a, x8 = a, x9 = a;
        for (int i = 0; i < Repetitions; i++)
        {
            x0 = Vector256.FusedMultiplyAdd(x0, f, a);
            x1 = Vector256.FusedMultiplyAdd(x1, f, a);
            x2 = Vector256.FusedMultiplyAdd(x2, f, a);
            x3 = Vector256.FusedMultiplyAdd(x3, f, a);
            x4 = Vector256.FusedMultiplyAdd(x4, f, a);
            x5 = Vector256.FusedMultiplyAdd(x5, f, a);
            x6 = Vector256.FusedMultiplyAdd(x6, f, a);
            x7 = Vector256.FusedMultiplyAdd(x7, f, a);
            x8 = Vector256.FusedMultiplyAdd(x8, f, a);
            x9 = Vector256.FusedMultiplyAdd(x9, f, a);
        }

        return Vector256.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9);
    }

    private static void Triad(float[] a, float[] b, float[] c, int start, int end)
    {
        Vector<float> factor = new(3);
        for (; start <= end - Vector<float>.Count; start += Vector<float>.Count)
        {
            (new Vector<float>(b, start) + (factor * new Vector<float>(c, start))).CopyTo(a, start);
        }
    }
}
