using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Two particles and the arm between them.</summary>
internal readonly struct BondShape<TPotential> : IBondedShape
    where TPotential : struct, IBondPotential
{
    public static int MemberCount => 2;

    public static ReadOnlySpan<int> Arms => [0, 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(ref TReal arms, Parameters<TReal> p, ref TReal forces)
        where TReal : struct, ILanes<TReal>
    {
        TReal x = arms, y = Unsafe.Add(ref arms, 1), z = Unsafe.Add(ref arms, 2);
        TReal energy = TPotential.Evaluate((x * x) + (y * y) + (z * z), p, out TReal forceOverR);
        forces = x * forceOverR;
        Unsafe.Add(ref forces, 1) = y * forceOverR;
        Unsafe.Add(ref forces, 2) = z * forceOverR;
        return energy;
    }
}
