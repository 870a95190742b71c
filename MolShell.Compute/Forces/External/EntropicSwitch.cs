using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>
/// Two deep wells in x and y joined by two channels, of which the upper goes through a shallow third well; temperature decides which
/// is taken: V = s (3 exp(-x^2-(y-1/3)^2) - 3 exp(-x^2-(y-5/3)^2) - 5 exp(-(x-1)^2-y^2) - 5 exp(-(x+1)^2-y^2) + (x^4 + (y-1/3)^4)/5).
/// Metzner et al. 2006, doi:10.1063/1.2335447.
/// </summary>
public readonly record struct EntropicSwitch : IExternalPotential
{
    /// <param name="scale">s [energy], positive; 1 gives the published numbers.</param>
    /// <exception cref="ArgumentException">The scale is out of range.</exception>
    public EntropicSwitch(double scale)
    {
        Parameter.Positive(scale, nameof(scale), Name);
        Scale = scale;
    }

    public static string Name => "EntropicSwitch";

    public static int ParameterCount => 13;

    public static string OpenCl => """
        real up = y - (real)(1.0 / 3), x2 = x * x, up2 = up * up;
        real energy = p[12] * (x2 * x2 + up2 * up2);
        *fx = -4 * p[12] * x2 * x;
        *fy = -4 * p[12] * up2 * up;
        *fz = 0;
        for (int t = 0; t < 12; t += 3)
        {
            real dx = x - p[t + 1], dy = y - p[t + 2];
            real value = p[t] * exp(-(dx * dx + dy * dy));
            energy += value;
            *fx += 2 * dx * value;
            *fy += 2 * dy * value;
        }
        return energy;
        """;

    /// <summary>s [energy].</summary>
    public double Scale { get; }

    public int Dimension => 2;

    public void Pack(Span<double> parameters, List<double> data)
    {
        Terms.CopyTo(parameters);
        for (int term = 0; term < Terms.Length; term += 3)
        {
            parameters[term] *= Scale;
        }

        parameters[Terms.Length] = 0.2 * Scale;
    }

    // A call of its own, since the compiler inlines only so much into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal up = y - (1.0 / 3), x2 = x * x, up2 = up * up;
        TReal energy = p[12] * ((x2 * x2) + (up2 * up2));
        fx = -4 * p[12] * x2 * x;
        fy = -4 * p[12] * up2 * up;
        fz = 0;
        for (int t = 0; t < 12; t += 3)
        {
            TReal dx = x - p[t + 1], dy = y - p[t + 2];
            TReal value = p[t] * LaneMath.Exp(-((dx * dx) + (dy * dy)));
            energy += value;
            fx += 2 * dx * value;
            fy += 2 * dy * value;
        }

        return energy;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(s={Scale})");

    public override string ToString() => Describe();

    // Factor and centre of each Gaussian.
    private static ReadOnlySpan<double> Terms => [3, 0, 1.0 / 3, -3, 0, 5.0 / 3, -5, 1, 0, -5, -1, 0];
}
