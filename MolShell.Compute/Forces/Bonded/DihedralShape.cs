using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Four particles i, j, k, l; the arms go from j to i, from k to j, and from k to l. The gradient of the angle has no singularity but
/// where three particles lie in a line, and the angle none. Blondel and Karplus 1996, J. Comput. Chem. 17, 1132.
/// </summary>
internal readonly struct DihedralShape<TPotential> : IBondedShape
    where TPotential : struct, IDihedralPotential
{
    public static int MemberCount => 4;

    public static ReadOnlySpan<int> Arms => [0, 1, 1, 2, 3, 2];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(ref TReal arms, Parameters<TReal> p, ref TReal forces)
        where TReal : struct, ILanes<TReal>
    {
        TReal x1 = arms, y1 = Unsafe.Add(ref arms, 1), z1 = Unsafe.Add(ref arms, 2);
        TReal x2 = Unsafe.Add(ref arms, 3), y2 = Unsafe.Add(ref arms, 4), z2 = Unsafe.Add(ref arms, 5);
        TReal x3 = Unsafe.Add(ref arms, 6), y3 = Unsafe.Add(ref arms, 7), z3 = Unsafe.Add(ref arms, 8);
        TReal ax = (y1 * z2) - (z1 * y2), ay = (z1 * x2) - (x1 * z2), az = (x1 * y2) - (y1 * x2);
        TReal bx = (y3 * z2) - (z3 * y2), by = (z3 * x2) - (x3 * z2), bz = (x3 * y2) - (y3 * x2);
        TReal squareA = (ax * ax) + (ay * ay) + (az * az);
        TReal squareB = (bx * bx) + (by * by) + (bz * bz);
        TReal square = (x2 * x2) + (y2 * y2) + (z2 * z2);
        TReal length = TReal.Sqrt(square);
        TReal inverse = 1 / TReal.Sqrt(squareA * squareB);
        TReal cosine = ((ax * bx) + (ay * by) + (az * bz)) * inverse;
        TReal sine = ((ax * x3) + (ay * y3) + (az * z3)) * length * inverse;
        TReal energy = TPotential.Evaluate(cosine, sine, p, out TReal derivative);
        TReal first = derivative * length / squareA, last = -derivative * length / squareB;
        TReal turn1 = ((x1 * x2) + (y1 * y2) + (z1 * z2)) / square, turn3 = ((x3 * x2) + (y3 * y2) + (z3 * z2)) / square;
        TReal x = ax * first, y = ay * first, z = az * first;
        TReal u = bx * last, v = by * last, w = bz * last;
        forces = x;
        Unsafe.Add(ref forces, 1) = y;
        Unsafe.Add(ref forces, 2) = z;
        Unsafe.Add(ref forces, 3) = -((x * turn1) + (u * turn3));
        Unsafe.Add(ref forces, 4) = -((y * turn1) + (v * turn3));
        Unsafe.Add(ref forces, 5) = -((z * turn1) + (w * turn3));
        Unsafe.Add(ref forces, 6) = u;
        Unsafe.Add(ref forces, 7) = v;
        Unsafe.Add(ref forces, 8) = w;
        return energy;
    }
}
