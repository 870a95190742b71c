using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>Double well along x: V = h ((x/a)^2 - 1)^2, with minima of zero energy at -a and a and a barrier h at 0.</summary>
public readonly record struct DoubleWell : IExternalPotential
{
    /// <param name="barrier">h [energy], not negative.</param>
    /// <param name="minimum">a [length], positive.</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public DoubleWell(double barrier, double minimum = 1)
    {
        Parameter.NotNegative(barrier, nameof(barrier), Name);
        Parameter.Positive(minimum, nameof(minimum), Name);
        (Barrier, Minimum) = (barrier, minimum);
    }

    public static string Name => "DoubleWell";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        real u = x * p[0];
        real v = u * u - 1;
        *fx = -(p[2] * u * v);
        *fy = 0;
        *fz = 0;
        return p[1] * v * v;
        """;

    /// <summary>h [energy].</summary>
    public double Barrier { get; }

    /// <summary>a [length].</summary>
    public double Minimum { get; }

    public int Dimension => 1;

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = 1 / Minimum;
        parameters[1] = Barrier;
        parameters[2] = 4 * Barrier / Minimum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal u = x * p[0];
        TReal v = (u * u) - 1;
        fx = -(p[2] * u * v);
        fy = 0;
        fz = 0;
        return p[1] * v * v;
    }

    public string Describe() => FormattableString.Invariant($"{Name}(h={Barrier}, a={Minimum})");

    public override string ToString() => Describe();
}
