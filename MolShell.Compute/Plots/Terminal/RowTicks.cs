using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Ticks of a vertical axis of few rows.</summary>
internal static class RowTicks
{
    /// <summary>
    /// Widens a free linear range a little so that ticks stand a whole number of rows apart: in text, uneven ticks look like errors.
    /// </summary>
    /// <param name="tight">Range of the data.</param>
    /// <param name="padded">The same with room, for axes that are not widened.</param>
    /// <param name="axis">Says which ends are free.</param>
    /// <param name="rows">Rows of the plot.</param>
    public static (AxisRange Range, Tick[] Ticks) Fit(AxisRange tight, AxisRange padded, Axis axis, int rows)
    {
        if (axis.Minimum is not null || axis.Maximum is not null || tight.IsLogarithmic)
        {
            return (padded, Ticks.Major(padded, Math.Max(2, rows / 3), TickNotation.Plain));
        }

        int fewest = rows >= 12 ? 3 : 2;
        int most = Math.Max(fewest, Math.Min(fewest + 3, rows * 2 / 5));
        (double Row, double Step) best = (double.PositiveInfinity, 1);
        for (int rowsPerTick = fewest; rowsPerTick <= most; rowsPerTick++)
        {
            double step = Ticks.NiceStep((tight.Maximum - tight.Minimum) / (rows + 1) * rowsPerTick);
            while (Spare(tight, step / rowsPerTick, rows) < 0)
            {
                step = Ticks.NiceStep(step * 1.1);
            }

            if (step / rowsPerTick < best.Row * (1 - 1e-9))
            {
                best = (step / rowsPerTick, step);
            }
        }

        // Rows left over go half below; zero, where it is the lower end, stays on the axis.
        double bottom = Bottom(tight, best.Row) - (tight.Minimum == 0 ? 0 : Math.Floor(Spare(tight, best.Row, rows) / 2));
        AxisRange snapped = new(bottom * best.Row, (bottom + rows) * best.Row, AxisScale.Linear);
        return (snapped, Ticks.AtMultiples(snapped, best.Step, TickNotation.Plain));
    }

    /// <summary>The lower end in rows from zero: at least half a row below the data, so that they stay clear of the axis.</summary>
    private static double Bottom(AxisRange range, double row) => range.Minimum == 0 ? 0 : Math.Floor((range.Minimum / row) - 0.5 + 1e-6);

    /// <summary>Rows left over above the data; the upper half of the last row counts.</summary>
    private static double Spare(AxisRange range, double row, int rows) => Bottom(range, row) + rows + 0.4 - (range.Maximum / row);
}
