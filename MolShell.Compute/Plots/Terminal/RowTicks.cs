using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Ticks of a vertical axis of few rows.</summary>
internal static class RowTicks
{
    /// <summary>
    /// Widens a free linear range a little so that ticks stand a whole number of rows apart: in text, uneven ticks look like errors.
    /// </summary>
    public static (AxisRange Range, Tick[] Ticks) Fit(AxisRange range, Axis axis, int rows, TickNotation notation)
    {
        bool free = axis.Minimum is null && axis.Maximum is null && !range.IsLogarithmic;
        int fewest = rows >= 12 ? 3 : 2;
        (double Row, double Step)? best = null;
        for (int rowsPerTick = fewest; free && rowsPerTick <= fewest + 3; rowsPerTick++)
        {
            double step = Ticks.NiceStep((range.Maximum - range.Minimum) / rows * rowsPerTick, quarters: true);
            while (!Holds(range, step / rowsPerTick, rows))
            {
                step = Ticks.NiceStep(step * 1.1, quarters: true);
            }

            if (best is null || step / rowsPerTick < best.Value.Row * (1 - 1e-9))
            {
                best = (step / rowsPerTick, step);
            }
        }

        if (best is not { } fit)
        {
            return (range, Ticks.Major(range, Math.Max(2, rows / 3), notation));
        }

        double bottom = Bottom(range, fit.Row);
        if (range.Minimum != 0)
        {
            // Rows left over go half below; zero, where it is the lower end, stays on the axis.
            bottom -= Math.Floor((bottom + rows - (range.Maximum / fit.Row)) / 2);
        }

        AxisRange snapped = new(bottom * fit.Row, (bottom + rows) * fit.Row, range.Scale);
        return (snapped, Ticks.AtMultiples(snapped, fit.Step, notation));
    }

    /// <summary>The lower end in rows from zero.</summary>
    private static double Bottom(AxisRange range, double row) => Math.Floor((range.Minimum / row) + 1e-6);

    private static bool Holds(AxisRange range, double row, int rows) => (Bottom(range, row) + rows) * row >= range.Maximum - (1e-6 * row);
}
