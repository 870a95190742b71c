using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// Ryckaert-Bellemans dihedral: U = sum over n from 0 to 5 of C_n cos(psi)^n with psi = phi - pi, which is 0 for trans. Ryckaert and
/// Bellemans 1975, doi:10.1016/0009-2614(75)85513-8.
/// </summary>
public readonly record struct RyckaertBellemans : IDihedralPotential
{
    private readonly double c0, c1, c2, c3, c4, c5;

    /// <param name="coefficients">C_0 to C_5 [energy]; those left out at the end are 0.</param>
    /// <exception cref="ArgumentException">There are none or more than six, or one is not finite.</exception>
    public RyckaertBellemans(params ReadOnlySpan<double> coefficients)
    {
        if (coefficients.Length is 0 or > 6)
        {
            throw new ArgumentException($"{Name} has {coefficients.Length} coefficients; expected one to six, C_0 to C_5.");
        }

        Span<double> c = stackalloc double[6];
        c.Clear();
        for (int n = 0; n < coefficients.Length; n++)
        {
            Parameter.Finite(coefficients[n], $"C{n}", Name);
            c[n] = coefficients[n];
        }

        (c0, c1, c2, c3, c4, c5) = (c[0], c[1], c[2], c[3], c[4], c[5]);
    }

    public static string Name => "RyckaertBellemans";

    public static int ParameterCount => 6;

    public static string OpenCl => """
        real x = -cosine;
        *derivative = sine * (p[1] + x * (2 * p[2] + x * (3 * p[3] + x * (4 * p[4] + x * 5 * p[5]))));
        return p[0] + x * (p[1] + x * (p[2] + x * (p[3] + x * (p[4] + x * p[5]))));
        """;

    /// <summary>C_0 to C_5 [energy].</summary>
    public ImmutableArray<double> Coefficients => [c0, c1, c2, c3, c4, c5];

    /// <summary>
    /// The Fourier form of OPLS, U = (V1 (1 + cos phi) + V2 (1 - cos 2 phi) + V3 (1 + cos 3 phi) + V4 (1 - cos 4 phi))/2, of which this
    /// is another writing. Jorgensen et al. 1996, doi:10.1021/ja9621760.
    /// </summary>
    /// <param name="v1">V1 [energy].</param>
    /// <param name="v2">V2 [energy].</param>
    /// <param name="v3">V3 [energy].</param>
    /// <param name="v4">V4 [energy].</param>
    /// <exception cref="ArgumentException">A parameter is not finite.</exception>
    public static RyckaertBellemans FromOpls(double v1, double v2, double v3, double v4 = 0) =>
        new(v2 + (0.5 * (v1 + v3)), 0.5 * ((3 * v3) - v1), (4 * v4) - v2, -2 * v3, -4 * v4);

    public void Pack(Span<double> parameters, List<double> data) => Coefficients.AsSpan().CopyTo(parameters);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        TReal x = -cosine;
        derivative = sine * (p[1] + (x * ((2 * p[2]) + (x * ((3 * p[3]) + (x * ((4 * p[4]) + (x * 5 * p[5]))))))));
        return p[0] + (x * (p[1] + (x * (p[2] + (x * (p[3] + (x * (p[4] + (x * p[5])))))))));
    }

    public string Describe() => FormattableString.Invariant($"{Name}(C={c0},{c1},{c2},{c3},{c4},{c5})");

    public override string ToString() => Describe();
}
