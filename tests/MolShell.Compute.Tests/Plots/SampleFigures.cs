using MolShell.Compute.Plots;

namespace MolShell.Compute.Tests.Plots;

/// <summary>Figures of analytic data, the same on every machine.</summary>
internal static class SampleFigures
{
    public static readonly string[] Names =
    [
        "line", "lines", "errors", "steps", "histogram", "histograms", "bars", "grouped bars", "heat map", "log heat map", "scatter", "map of names", "empty",
    ];

    public static double[] Range(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    public static Figure Named(string name) => name switch
    {
        "line" => Line(),
        "lines" => Lines(),
        "errors" => Errors(),
        "steps" => Steps(),
        "histogram" => Histogram(),
        "histograms" => Histograms(),
        "bars" => Bars(),
        "grouped bars" => GroupedBars(),
        "heat map" => HeatMap(AxisScale.Linear),
        "log heat map" => HeatMap(AxisScale.Logarithmic),
        "scatter" => Scatter(),
        "map of names" => Matrix(["A", "B", "C"]),
        "empty" => new Figure { Title = "Nothing", XAxis = new("x", "nm"), Series = [new LineSeries([], [])] },
        _ => throw new ArgumentException($"There is no figure '{name}'.", nameof(name)),
    };

    /// <summary>A quartic double well, whose walls are cut out as NaN.</summary>
    public static Figure Line()
    {
        double[] r = Range(0.9, 1.9, 81);
        double[] energies = Array.ConvertAll(r, x => 6 * Math.Pow(1 - Math.Pow((x - 1.4) / 0.3, 2), 2));
        return new Figure
        {
            Title = "Free energy of the dimer",
            XAxis = new("bond length r", "nm"),
            YAxis = new("free energy", "kT"),
            Series = [new LineSeries(r, Array.ConvertAll(energies, v => v > 15 ? double.NaN : v))],
        };
    }

    /// <summary>Rates between named states with their numbers in the cells; the first state is on top.</summary>
    public static Figure Matrix(string[] names)
    {
        int n = names.Length;
        double[] edges = Range(-0.5, n - 0.5, n + 1);
        double[,] values = new double[n, n];
        string[,] texts = new string[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                values[i, j] = i == j ? double.NaN : i + (2 * j);
                texts[i, j] = i == j ? "" : $"{i + (2 * j)}\n± 1";
            }
        }

        return new Figure
        {
            Title = "Rates",
            XAxis = new("to") { Categories = [.. names] },
            YAxis = new("from") { Categories = [.. names], IsReversed = true },
            Series = [new HeatMapSeries(edges, edges, values) { ColorAxis = new("rate", "1/ps"), CellTexts = texts }],
        };
    }

    public static Figure Bars() => new()
    {
        Title = "Acceptance by mover",
        XAxis = new("mover"),
        YAxis = new("accepted fraction") { Minimum = 0, Maximum = 1 },
        Series =
        [
            new BarSeries(["OneWayShooting forward", "OneWayShooting backward", "PathReversal"], [0.463, 0.52, 1])
            {
                Errors = [0.021, 0.018, double.NaN],
            },
        ],
    };

    public static Figure HeatMap(AxisScale scale)
    {
        double[] x = Range(-1.5, 1.5, 25);
        double[] y = Range(-1, 1, 17);
        double[,] values = new double[24, 16];
        for (int i = 0; i < 24; i++)
        {
            for (int j = 0; j < 16; j++)
            {
                double value = 90 * Math.Exp(-4 * Math.Pow(((y[j] + y[j + 1]) / 2) - (0.4 * Math.Sin(x[i] + x[i + 1])), 2));
                values[i, j] = value < 9 ? double.NaN : value;
            }
        }

        return new Figure
        {
            Title = "Path density",
            XAxis = new("x"),
            YAxis = new("y"),
            Series = [new HeatMapSeries(x, y, values) { ColorAxis = new("paths", "count") { Scale = scale } }],
        };
    }

    private static Figure Lines()
    {
        double[] t = Range(0, 100, 101);
        return new Figure
        {
            Title = "Autocorrelation",
            XAxis = new("time", "ps"),
            YAxis = new("C(t)"),
            Series =
            [
                new LineSeries(t, Array.ConvertAll(t, x => Math.Exp(-x / 20))) { Name = "300 K" },
                new LineSeries(t, Array.ConvertAll(t, x => Math.Exp(-x / 35) * Math.Cos(x / 8))) { Name = "320 K" },
            ],
        };
    }

    private static Figure Errors()
    {
        double[] x = Range(0, 6, 7);
        double[] y = Array.ConvertAll(x, v => Math.Pow(10, -v));
        return new Figure
        {
            Title = "Rate by interface",
            XAxis = new("interface λ", "nm"),
            YAxis = new("rate constant", "1/ps") { Scale = AxisScale.Logarithmic },
            Series = [new LineSeries(x, y) { YError = Array.ConvertAll(y, v => 0.4 * v), Style = LineStyle.LinesAndPoints, Name = "TIS" }],
            Legend = LegendPlacement.TopRight,
        };
    }

    private static Figure Steps() => new()
    {
        Title = "Accepted moves",
        XAxis = new("step"),
        YAxis = new("accepted"),
        Series = [new LineSeries(Range(0, 12, 13), [0, 0, 1, 1, 2, 3, 3, 3, 4, 5, 5, 6, 6]) { Style = LineStyle.Steps }],
    };

    private static double[] Gauss(double[] edges, double middle) =>
        [.. edges.SkipLast(1).Zip(edges.Skip(1), (a, b) => 100 * Math.Exp(-0.5 * Math.Pow(((a + b) / 2) - middle, 2)))];

    private static Figure Histogram()
    {
        double[] edges = Range(-4, 4, 21);
        return new Figure
        {
            Title = "Path lengths",
            XAxis = new("length", "frames"),
            YAxis = new("count"),
            Series = [new HistogramSeries(edges, Gauss(edges, 0))],
        };
    }

    private static Figure Histograms()
    {
        double[] edges = Range(-4, 4, 21);
        double[] sampled = Gauss(edges, -0.5);
        return Histogram() with
        {
            Series =
            [
                new HistogramSeries(edges, sampled) { Name = "sampled", Errors = Array.ConvertAll(sampled, Math.Sqrt) },
                new HistogramSeries(edges, Gauss(edges, 0.5)) { Name = "brute force" },
            ],
        };
    }

    private static Figure GroupedBars()
    {
        string[] movers = ["Shooting", "Reversal", "Exchange"];
        return Bars() with
        {
            Series =
            [
                new BarSeries(movers, [0.46, 0.95, 0.27]) { Name = "interface 1" },
                new BarSeries(movers, [0.36, 0.9, 0.17]) { Name = "interface 2" },
            ],
        };
    }

    private static Figure Scatter()
    {
        double[] x = Range(-3, -2, 30);
        return new Figure
        {
            Title = "Parity",
            XAxis = new("reference", "eV"),
            YAxis = new("predicted", "eV"),
            Series =
            [
                new ScatterSeries(x, [.. x.Select((v, i) => v + (0.03 * Math.Sin(7 * i)))]) { Name = "test set" },
                new LineSeries([-3, -2], [-3, -2]) { Name = "y = x" },
            ],
        };
    }
}
