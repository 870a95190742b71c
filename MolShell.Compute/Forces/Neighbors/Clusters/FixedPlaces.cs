using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.Neighbors.Clusters;

/// <summary>
/// Places by slot as fractions of the frame's edges in fixed point: 2^32 or 2^64 steps a period, wrapping around, so that a difference
/// of two is the nearest image.
/// </summary>
internal sealed class FixedPlaces<TInt>(int capacity)
    where TInt : unmanaged
{
    // Added to a number below 2^51 it leaves the nearest integer in the low bits.
    private const double Bias = 6755399441055744.0;

    public TInt[] X { get; } = new TInt[capacity];

    public TInt[] Y { get; } = new TInt[capacity];

    public TInt[] Z { get; } = new TInt[capacity];

    /// <summary>Steps a period.</summary>
    public static double Steps => typeof(TInt) == typeof(int) ? 4294967296.0 : 18446744073709551616.0;

    /// <summary>Converts the places in slots <paramref name="from"/> to <paramref name="to"/> - 1; both multiples of 8.</summary>
    public void Update(Particles particles, ClusterFrame frame, int from, int to)
    {
        if (typeof(TInt) == typeof(long))
        {
            UpdateWide(particles, frame, from, to);
            return;
        }

        ref int x = ref MemoryMarshal.GetArrayDataReference((int[])(object)X);
        ref int y = ref MemoryMarshal.GetArrayDataReference((int[])(object)Y);
        ref int z = ref MemoryMarshal.GetArrayDataReference((int[])(object)Z);
        Vec3 a = frame.DualA * Steps, b = frame.DualB * Steps, c = frame.DualC * Steps;
        if (frame.IsRectangular)
        {
            Convert(particles.X, a.X, ref x, from, to);
            Convert(particles.Y, b.Y, ref y, from, to);
            Convert(particles.Z, c.Z, ref z, from, to);
            return;
        }

        for (int slot = from; slot < to; slot++)
        {
            Vec3 r = new(particles.X[slot], particles.Y[slot], particles.Z[slot]);
            Unsafe.Add(ref x, slot) = Narrow(Vec3.Dot(a, r));
            Unsafe.Add(ref y, slot) = Narrow(Vec3.Dot(b, r));
            Unsafe.Add(ref z, slot) = Narrow(Vec3.Dot(c, r));
        }
    }

    private static int Narrow(double steps) => (int)BitConverter.DoubleToInt64Bits(steps + Bias);

    private static void Convert(double[] places, double scale, ref int target, int from, int to)
    {
        ref double source = ref MemoryMarshal.GetArrayDataReference(places);
        Vector256<double> factor = Vector256.Create(scale), bias = Vector256.Create(Bias);
        for (nuint slot = (nuint)from; slot < (nuint)to; slot += 8)
        {
            Vector256<long> low = ((Vector256.LoadUnsafe(ref source, slot) * factor) + bias).AsInt64();
            Vector256<long> high = ((Vector256.LoadUnsafe(ref source, slot + 4) * factor) + bias).AsInt64();
            Vector256.Narrow(low, high).StoreUnsafe(ref target, slot);
        }
    }

    private void UpdateWide(Particles particles, ClusterFrame frame, int from, int to)
    {
        long[] x = (long[])(object)X, y = (long[])(object)Y, z = (long[])(object)Z;
        for (int slot = from; slot < to; slot++)
        {
            Vec3 s = frame.ToFractional(new Vec3(particles.X[slot], particles.Y[slot], particles.Z[slot]));
            x[slot] = Wide(s.X);
            y[slot] = Wide(s.Y);
            z[slot] = Wide(s.Z);
        }
    }

    // Doubling once as an integer wraps half a period around.
    private static long Wide(double s) => (long)((s - Math.Round(s)) * (Steps / 4)) << 2;
}
