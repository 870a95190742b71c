using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Benchmarks.Forces;

/// <summary>What this machine can do at best, measured.</summary>
/// <param name="FlopsPerThread">Single-precision operations per second of one thread: independent fused multiply-adds in registers.</param>
/// <param name="BytesPerSecond">Bytes per second of all threads in a triad a = b + s c over arrays beyond any cache.</param>
internal readonly record struct MachineLimits(double FlopsPerThread, double BytesPerSecond)
{
    private const int Repetitions = 20_000_000, TriadLength = 16_000_000, Rounds = 5;

    public static MachineLimits Measure() => new(Flops(), Bandwidth());

    private static double Flops()
    {
        double best = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            double operations = Vector512.IsHardwareAccelerated ? MultiplyAdd512() : MultiplyAdd256();
            best = Math.Max(best, operations / clock.Elapsed.TotalSeconds);
        }

        return best;
    }

    // Ten chains: more than latency times units of any processor of today.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double MultiplyAdd512()
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

        return Used(Vector512.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9), Vector512<float>.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double MultiplyAdd256()
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

        return Used(Vector256.Sum(x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9), Vector256<float>.Count);
    }

    // Looking at the sum keeps the loop from being dropped.
    private static double Used(float sum, int lanes) => float.IsNaN(sum) ? 0 : 2.0 * 10 * lanes * Repetitions;

    private static double Bandwidth()
    {
        float[] a = new float[TriadLength], b = new float[TriadLength], c = new float[TriadLength];
        int threads = Environment.ProcessorCount;
        double best = 0;
        for (int round = 0; round < Rounds; round++)
        {
            Stopwatch clock = Stopwatch.StartNew();
            Parallel.For(0, threads, t => Triad(a, b, c, TriadLength / threads * t, TriadLength / threads * (t + 1)));
            best = Math.Max(best, 3.0 * sizeof(float) * TriadLength / clock.Elapsed.TotalSeconds);
        }

        return best;
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
