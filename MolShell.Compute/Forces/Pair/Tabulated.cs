using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// A table of energies: between points the cubic of <see cref="EnergyTable"/>, zero beyond the last point. Inside the first point it has no
/// finite energy. The force is the derivative of the cubic.
/// </summary>
public readonly record struct Tabulated : IPairPotential<Tabulated>
{
    /// <param name="table">The table.</param>
    public Tabulated(EnergyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    public static string Name => "Table";

    public static int ParameterCount => 4;

    public static string OpenCl => """
        real r = sqrt(r2);
        real x = (r - p[1]) * p[2];
        real cell = fmax(fmin(rint(x - (real)0.5), p[3]), (real)0);
        real t = x - cell;
        int place = (int)(p[0] + 4 * cell);
        real c1 = data[place + 1], c2 = data[place + 2], c3 = data[place + 3];
        bool within = r < p[1];
        *forceOverR = within ? NAN : -(c1 + t * (2 * c2 + 3 * t * c3)) * p[2] / r;
        return within ? NAN : data[place] + t * (c1 + t * (c2 + t * c3));
        """;

    /// <summary>The table; null for "no interaction".</summary>
    public EnergyTable? Table { get; }

    public double Cutoff => Table?.Last ?? 0;

    public double EnergyScale => Table?.EnergyScale ?? 0;

    /// <exception cref="ArgumentException">Always: there is no rule.</exception>
    public static Tabulated Mix(Tabulated a, Tabulated b, MixingRule rule) => throw Mixing.Refuse<Tabulated>();

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = data.Count;
        parameters[1] = Table!.First;
        parameters[2] = 1 / Table.Spacing;
        parameters[3] = Table.Count - 2;
        data.AddRange(Table.Coefficients);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal r2, Parameters<TReal> p, out TReal forceOverR)
        where TReal : struct, ILanes<TReal>
    {
        TReal r = TReal.Sqrt(r2);
        TReal x = (r - p[1]) * p[2];
        TReal cell = TReal.Max(TReal.Min(TReal.Round(x - 0.5), p[3]), 0);
        TReal t = x - cell;
        TReal place = p[0] + (4 * cell);
        TReal c0 = TReal.Gather(p.Data, place), c1 = TReal.Gather(p.Data, place + 1);
        TReal c2 = TReal.Gather(p.Data, place + 2), c3 = TReal.Gather(p.Data, place + 3);
        TReal within = TReal.LessThan(r, p[1]);
        forceOverR = TReal.Select(within, double.NaN, -(c1 + (t * ((2 * c2) + (3 * t * c3)))) * p[2] / r);
        return TReal.Select(within, double.NaN, c0 + (t * (c1 + (t * (c2 + (t * c3))))));
    }

    public string ExplainFault(double r) => FormattableString.Invariant($"the table starts at {Table!.First:g6}");

    public string Describe() => $"{Name}({Table?.Describe()})";

    public override string ToString() => Describe();
}
