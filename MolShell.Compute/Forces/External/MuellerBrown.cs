using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// The Mueller-Brown potential in x and y, scaled: V = s sum A exp(a (x-x0)^2 + b (x-x0)(y-y0) + c (y-y0)^2) with the published
/// A = -200, -100, -170, 15. Minima near (-0.558, 1.442), (0.623, 0.028) and (-0.050, 0.467). Mueller and Brown 1979,
/// doi:10.1007/BF00547608.
/// </summary>
public readonly record struct MuellerBrown : IExternalPotential
{
    /// <param name="scale">s [energy], positive; 1 gives the published numbers.</param>
    /// <exception cref="ArgumentException">The scale is out of range.</exception>
    public MuellerBrown(double scale)
    {
        Parameter.Positive(scale, nameof(scale), Name);
        Scale = scale;
    }

    public static string Name => "MuellerBrown";

    public static int ParameterCount => 24;

    public static string OpenCl => """
        real energy = 0;
        *fx = 0;
        *fy = 0;
        *fz = 0;
        for (int t = 0; t < 24; t += 6)
        {
            real dx = x - p[t + 4], dy = y - p[t + 5];
            real value = p[t] * exp(p[t + 1] * dx * dx + p[t + 2] * dx * dy + p[t + 3] * dy * dy);
            energy += value;
            *fx -= value * (2 * p[t + 1] * dx + p[t + 2] * dy);
            *fy -= value * (p[t + 2] * dx + 2 * p[t + 3] * dy);
        }
        return energy;
        """;

    /// <summary>s [energy].</summary>
    public double Scale { get; }

    public int Dimension => 2;

    public void Pack(Span<double> parameters, List<double> data)
    {
        Terms.CopyTo(parameters);
        for (int term = 0; term < Terms.Length; term += 6)
        {
            parameters[term] *= Scale;
        }
    }

    // A call of its own, since the compiler inlines only so much into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = 0;
        fx = 0;
        fy = 0;
        fz = 0;
        for (int t = 0; t < 24; t += 6)
        {
            TReal dx = x - p[t + 4], dy = y - p[t + 5];
            TReal value = p[t] * LaneMath.Exp((p[t + 1] * dx * dx) + (p[t + 2] * dx * dy) + (p[t + 3] * dy * dy));
            energy += value;
            fx -= value * ((2 * p[t + 1] * dx) + (p[t + 2] * dy));
            fy -= value * ((p[t + 2] * dx) + (2 * p[t + 3] * dy));
        }

        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(s={Scale})");

    public override string ToString() => Describe();

    // A, a, b, c, x0 and y0 of each term.
    private static ReadOnlySpan<double> Terms =>
    [
        -200, -1, 0, -10, 1, 0,
        -100, -1, 0, -10, 0, 0.5,
        -170, -6.5, 11, -6.5, -0.5, 1.5,
        15, 0.7, 0.6, 0.7, -1, 1,
    ];
}
