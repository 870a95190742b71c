using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Three particles; the arms go from the middle one to the others.</summary>
internal readonly struct AngleShape<TPotential> : IBondedShape
    where TPotential : struct, IAnglePotential
{
    public static int MemberCount => 3;

    public static ReadOnlySpan<int> Arms => [0, 1, 2, 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(ref TReal arms, Parameters<TReal> p, ref TReal forces)
        where TReal : struct, ILanes<TReal>
    {
        TReal x1 = arms, y1 = Unsafe.Add(ref arms, 1), z1 = Unsafe.Add(ref arms, 2);
        TReal x2 = Unsafe.Add(ref arms, 3), y2 = Unsafe.Add(ref arms, 4), z2 = Unsafe.Add(ref arms, 5);
        TReal square1 = (x1 * x1) + (y1 * y1) + (z1 * z1);
        TReal square2 = (x2 * x2) + (y2 * y2) + (z2 * z2);
        TReal inverse = 1 / TReal.Sqrt(square1 * square2);
        TReal cosine = ((x1 * x2) + (y1 * y2) + (z1 * z2)) * inverse;
        TReal crossX = (y1 * z2) - (z1 * y2), crossY = (z1 * x2) - (x1 * z2), crossZ = (x1 * y2) - (y1 * x2);
        TReal sine = TReal.Sqrt((crossX * crossX) + (crossY * crossY) + (crossZ * crossZ)) * inverse;
        TReal energy = TPotential.Evaluate(cosine, sine, p, out TReal derivative);
        TReal mixed = derivative * inverse;
        TReal own1 = derivative * cosine / square1, own2 = derivative * cosine / square2;
        forces = (x1 * own1) - (x2 * mixed);
        Unsafe.Add(ref forces, 1) = (y1 * own1) - (y2 * mixed);
        Unsafe.Add(ref forces, 2) = (z1 * own1) - (z2 * mixed);
        Unsafe.Add(ref forces, 3) = (x2 * own2) - (x1 * mixed);
        Unsafe.Add(ref forces, 4) = (y2 * own2) - (y1 * mixed);
        Unsafe.Add(ref forces, 5) = (z2 * own2) - (z1 * mixed);
        return energy;
    }
}
