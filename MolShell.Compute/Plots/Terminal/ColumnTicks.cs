using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Ticks of a horizontal axis, as many as there is room for their labels.</summary>
internal static class ColumnTicks
{
    private const int Gap = 2;

    public static Tick[] Fit(AxisRange range, int columns, TickNotation notation)
    {
        for (int count = Math.Max(2, columns / 7); count > 2; count--)
        {
            Tick[] ticks = Ticks.Major(range, count, notation);
            int widest = ticks.Select(t => t.Label.Length).DefaultIfEmpty(0).Max();
            double closest = ticks.Zip(ticks.Skip(1), (a, b) => range.Fraction(b.Value) - range.Fraction(a.Value)).DefaultIfEmpty(1).Min();
            if (closest * columns >= widest + Gap)
            {
                return ticks;
            }
        }

        return Ticks.Major(range, 2, notation);
    }
}
