using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Periodic dihedral, proper or improper: U(phi) = k (1 + cos(n phi - delta)); trans is phi = pi.</summary>
public readonly record struct PeriodicDihedral : IDihedralPotential
{
    /// <summary>The largest n.</summary>
    public const int MaximumMultiplicity = 6;

    /// <param name="forceConstant">k [energy]; of either sign.</param>
    /// <param name="multiplicity">n, from 1 to 6.</param>
    /// <param name="phase">delta [radian].</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public PeriodicDihedral(double forceConstant, int multiplicity, double phase)
    {
        Parameter.Finite(forceConstant, nameof(forceConstant), Name);
        Parameter.Within(multiplicity, 1, MaximumMultiplicity, nameof(multiplicity), Name);
        Parameter.Finite(phase, nameof(phase), Name);
        (ForceConstant, Multiplicity, Phase) = (forceConstant, multiplicity, phase);
    }

    public static string Name => "PeriodicDihedral";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real c = cosine, s = sine;
        for (int n = 1; n < (int)p[1]; n++)
        {
            real next = c * cosine - s * sine;
            s = s * cosine + c * sine;
            c = next;
        }
        *derivative = p[0] * p[1] * (c * p[3] - s * p[2]);
        return p[0] * (1 + c * p[2] + s * p[3]);
        """;

    /// <summary>k [energy].</summary>
    public double ForceConstant { get; }

    /// <summary>n, the number of minima in a full turn.</summary>
    public int Multiplicity { get; }

    /// <summary>delta [radian].</summary>
    public double Phase { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = ForceConstant;
        parameters[1] = Multiplicity;
        (parameters[3], parameters[2]) = Math.SinCos(Phase);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        // Cosine and sine of n phi, one turn more at a time.
        TReal c = cosine, s = sine;
        for (int n = 1; n < MaximumMultiplicity; n++)
        {
            TReal more = TReal.LessThan(n, p[1]);
            TReal next = TReal.Select(more, (c * cosine) - (s * sine), c);
            s = TReal.Select(more, (s * cosine) + (c * sine), s);
            c = next;
        }

        derivative = p[0] * p[1] * ((c * p[3]) - (s * p[2]));
        return p[0] * (1 + (c * p[2]) + (s * p[3]));
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={ForceConstant}, n={Multiplicity}, delta={Phase})");

    public override string ToString() => Describe();
}
