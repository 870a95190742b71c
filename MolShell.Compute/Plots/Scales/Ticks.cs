namespace MolShell.Compute.Plots.Scales;

/// <summary>Round numbers along an axis.</summary>
internal static class Ticks
{
    private static readonly double[] StepDigits = [1, 2, 2.5, 5];
    private static readonly double[] LogDigits = [1, 2, 5];

    /// <summary>At most <paramref name="maximum"/> (2 or more) labelled ticks inside the range.</summary>
    public static Tick[] Major(AxisRange range, int maximum, TickNotation notation) =>
        range.IsLogarithmic && Logarithmic(range, maximum, notation) is { } ticks ? ticks : Linear(range, maximum, notation);

    /// <summary>The names of an axis that has them, else at most <paramref name="maximum"/> (2 or more) labelled numbers inside the range.</summary>
    public static Tick[] Of(Axis axis, AxisRange range, int maximum, TickNotation notation) => axis.Categories.IsEmpty
        ? Major(range, maximum, notation)
        : [.. axis.Categories.Select((name, place) => new Tick(place, name)).Where(t => Contains(range, t.Value))];

    /// <summary>Short marks between the labelled ones: 2 to 9 times each power of ten on a log axis of few decades; else none.</summary>
    public static double[] Minor(AxisRange range)
    {
        double decades = Math.Log10(range.Maximum / range.Minimum);
        if (!range.IsLogarithmic || decades is > 12 or < 1)
        {
            return [];
        }

        IEnumerable<double> all = Decades(range, -1).SelectMany(p => Enumerable.Range(2, 8).Select(d => d * Math.Pow(10, p)));
        return [.. all.Where(v => Contains(range, v))];
    }

    /// <summary>
    /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not below a number; 2.5 itself is left out, because numbers of that
    /// size are often counts.
    /// </summary>
    public static double NiceStep(double atLeast)
    {
        int power = (int)Math.Floor(Math.Log10(atLeast));
        double digit = Array.Find(StepDigits, d => Scale(d, power) >= atLeast * (1 - 1e-9) && (d, power) != (2.5, 0));
        return digit > 0 ? Scale(digit, power) : Scale(1, power + 1);
    }

    public static Tick[] AtMultiples(AxisRange range, double step, TickNotation notation)
    {
        List<double> values = [];
        double first = Math.Ceiling((range.Minimum / step) - 1e-6);
        double last = Math.Floor((range.Maximum / step) + 1e-6);
        for (double k = first; k <= last; k++)
        {
            values.Add(step < 1 ? k / Math.Round(1 / step, 12) : k * step);
        }

        string[] labels = TickLabel.ForStep([.. values], step, notation);
        return [.. values.Select((v, i) => new Tick(v, labels[i]))];
    }

    private static Tick[] Linear(AxisRange range, int maximum, TickNotation notation)
    {
        double step = NiceStep((range.Maximum - range.Minimum) / (2.5 * maximum));
        Tick[] ticks = AtMultiples(range, step, notation);
        while (ticks.Length > maximum)
        {
            step = NiceStep(step * 1.1);
            ticks = AtMultiples(range, step, notation);
        }

        return ticks;
    }

    /// <summary>
    /// 1, 2 and 5 times the powers of ten where the range is short, else powers of ten; null where neither gives two ticks.
    /// </summary>
    private static Tick[]? Logarithmic(AxisRange range, int maximum, TickNotation notation)
    {
        double[] decades = [.. Decades(range, 0).Select(p => Scale(1, p))];
        double[] fine = [.. Decades(range, -1).SelectMany(p => LogDigits.Select(d => Scale(d, p))).Where(v => Contains(range, v))];
        if (decades.Length <= 2 && fine.Length >= 2 && fine.Length <= maximum)
        {
            return Labelled(fine, notation);
        }

        int stride = (decades.Length + maximum - 1) / maximum;
        double[] kept = [.. decades.Where((_, i) => i % Math.Max(1, stride) == 0)];
        return kept.Length < 2 ? null
            : kept[0] >= 1e-3 && kept[^1] < 1e5 ? Labelled(kept, notation)
            : Array.ConvertAll(kept, v => new Tick(v, TickLabel.PowerOfTen(v, notation)));
    }

    private static Tick[] Labelled(double[] values, TickNotation notation) =>
        Array.ConvertAll(values, v => new Tick(v, TickLabel.Single(v, notation)));

    private static IEnumerable<int> Decades(AxisRange range, int below)
    {
        int first = (int)Math.Ceiling(Math.Log10(range.Minimum) - 1e-9);
        int last = (int)Math.Floor(Math.Log10(range.Maximum) + 1e-9);
        return Enumerable.Range(first + below, Math.Max(0, last - first - below + 1));
    }

    private static bool Contains(AxisRange range, double value) => range.Fraction(value) is >= -1e-9 and <= 1 + 1e-9;

    /// <summary>Powers of ten are divided by, not multiplied, where they are negative: 1/10 is the double that prints as 0.1.</summary>
    private static double Scale(double digit, int power) =>
        power >= 0 ? digit * Math.Pow(10, power) : digit / Math.Pow(10, -power);
}
