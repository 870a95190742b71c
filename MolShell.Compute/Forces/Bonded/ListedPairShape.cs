using System.Runtime.CompilerServices;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Two particles between which a pair potential acts; behind its own parameters stand the squared cutoff, the factor and the product of
/// the charges.
/// </summary>
internal readonly struct ListedPairShape<TPotential> : IBondedShape
    where TPotential : struct, IPairPotential<TPotential>
{
    public static int MemberCount => 2;

    public static ReadOnlySpan<int> Arms => [0, 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(ref TReal arms, Parameters<TReal> p, ref TReal forces)
        where TReal : struct, ILanes<TReal>
    {
        TReal x = arms, y = Unsafe.Add(ref arms, 1), z = Unsafe.Add(ref arms, 2);
        TReal r2 = (x * x) + (y * y) + (z * z);
        TReal near = TReal.LessThan(r2, p[TPotential.ParameterCount]), scale = p[TPotential.ParameterCount + 1];
        TReal energy = TPotential.Evaluate(r2, p.WithCharges(p[TPotential.ParameterCount + 2]), out TReal forceOverR);
        forceOverR = TReal.Select(near, scale * forceOverR, 0);
        forces = x * forceOverR;
        Unsafe.Add(ref forces, 1) = y * forceOverR;
        Unsafe.Add(ref forces, 2) = z * forceOverR;
        return TReal.Select(near, scale * energy, 0);
    }
}
