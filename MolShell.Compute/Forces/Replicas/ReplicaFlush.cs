using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>Adds integers of pairs to the sums of forces.</summary>
internal static class ReplicaFlush
{
    /// <summary>Adds 2^<paramref name="shift"/> times the integers.</summary>
    public static void Add(ReadOnlySpan<int> source, Span<long> sums, int shift)
    {
        ref int first = ref MemoryMarshal.GetReference(source);
        ref long sum = ref MemoryMarshal.GetReference(sums);
        int place = 0;
        for (; place <= source.Length - Vector256<int>.Count; place += Vector256<int>.Count)
        {
            (Vector256<long> low, Vector256<long> high) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)place));
            (Vector256.LoadUnsafe(ref sum, (nuint)place) + (low << shift)).StoreUnsafe(ref sum, (nuint)place);
            (Vector256.LoadUnsafe(ref sum, (nuint)place + 4) + (high << shift)).StoreUnsafe(ref sum, (nuint)place + 4);
        }

        for (; place < source.Length; place++)
        {
            sums[place] += (long)source[place] << shift;
        }
    }

    /// <summary>Adds 2^<paramref name="shift"/> times the integers.</summary>
    public static void Add(ReadOnlySpan<long> source, Span<long> sums, int shift)
    {
        for (int place = 0; place < source.Length; place++)
        {
            sums[place] += source[place] << shift;
        }
    }
}
