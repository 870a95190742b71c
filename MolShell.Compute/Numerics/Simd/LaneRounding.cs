using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MolShell.Compute.Numerics.Simd;

/// <summary>The nearest integers of numbers below 2^62, the even one of two.</summary>
internal static class LaneRounding
{
    // Added to a number below 2^51 it leaves the nearest integer in the low bits; larger numbers are done in two parts.
    private const double Bias = 6755399441055744.0;
    private const double Part = 1 << 26;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Nearest(Vector512<double> value)
    {
        if (Avx512DQ.IsSupported)
        {
            return Avx512DQ.ConvertToVector512Int64(value);
        }

        Vector512<double> bias = Vector512.Create(Bias);
        Vector512<double> high = (value * Vector512.Create(1 / Part)) + bias;
        Vector512<double> low = (value - ((high - bias) * Vector512.Create(Part))) + bias;
        return ((high.AsInt64() - bias.AsInt64()) << 26) + (low.AsInt64() - bias.AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Nearest(Vector256<double> value)
    {
        if (Avx512DQ.VL.IsSupported)
        {
            return Avx512DQ.VL.ConvertToVector256Int64(value);
        }

        Vector256<double> bias = Vector256.Create(Bias);
        Vector256<double> high = (value * Vector256.Create(1 / Part)) + bias;
        Vector256<double> low = (value - ((high - bias) * Vector256.Create(Part))) + bias;
        return ((high.AsInt64() - bias.AsInt64()) << 26) + (low.AsInt64() - bias.AsInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<long> Nearest(Vector128<double> value)
    {
        if (Avx512DQ.VL.IsSupported)
        {
            return Avx512DQ.VL.ConvertToVector128Int64(value);
        }

        Vector128<double> bias = Vector128.Create(Bias);
        Vector128<double> high = (value * Vector128.Create(1 / Part)) + bias;
        Vector128<double> low = (value - ((high - bias) * Vector128.Create(Part))) + bias;
        return ((high.AsInt64() - bias.AsInt64()) << 26) + (low.AsInt64() - bias.AsInt64());
    }
}
