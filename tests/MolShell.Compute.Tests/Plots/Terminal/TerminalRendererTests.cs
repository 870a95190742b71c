using System.Text.RegularExpressions;
using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Terminal;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Terminal;

public sealed partial class TerminalRendererTests
{
    public static TheoryData<string, int, int, ColorDepth, bool> Sizes
    {
        get
        {
            TheoryData<string, int, int, ColorDepth, bool> data = [];
            foreach (string name in SampleFigures.Names)
            {
                data.Add(name, 80, 24, ColorDepth.None, false);
                data.Add(name, 120, 30, ColorDepth.TrueColor, false);
                data.Add(name, 30, 8, ColorDepth.Ansi16, true);
                data.Add(name, 33, 9, ColorDepth.Ansi256, false);
            }

            return data;
        }
    }

    [Theory]
    [InlineData("line", ColorDepth.None, false)]
    [InlineData("line", ColorDepth.None, true)]
    [InlineData("lines", ColorDepth.None, false)]
    [InlineData("lines", ColorDepth.None, true)]
    [InlineData("lines", ColorDepth.Ansi16, false)]
    [InlineData("errors", ColorDepth.None, false)]
    [InlineData("steps", ColorDepth.None, false)]
    [InlineData("histogram", ColorDepth.None, false)]
    [InlineData("histogram", ColorDepth.None, true)]
    [InlineData("histograms", ColorDepth.None, false)]
    [InlineData("bars", ColorDepth.None, false)]
    [InlineData("grouped bars", ColorDepth.None, false)]
    [InlineData("heat map", ColorDepth.None, false)]
    [InlineData("heat map", ColorDepth.None, true)]
    [InlineData("heat map", ColorDepth.TrueColor, false)]
    [InlineData("heat map", ColorDepth.Ansi256, false)]
    [InlineData("scatter", ColorDepth.None, false)]
    [InlineData("empty", ColorDepth.None, false)]
    public void Drawings_are_as_they_were_found_good(string name, ColorDepth colors, bool ascii)
    {
        TerminalOptions options = new() { Width = 64, Height = 16, Colors = colors, Ascii = ascii };
        string kind = ascii ? "ascii" : colors == ColorDepth.None ? "unicode" : colors.ToString();
        Golden.Check($"{name.Replace(' ', '-')}.{kind}.txt", TerminalRenderer.Render(SampleFigures.Named(name), options));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_drawing_keeps_to_its_size_and_shows_its_titles(string name, int width, int height, ColorDepth colors, bool ascii)
    {
        Figure figure = SampleFigures.Named(name);
        TerminalOptions options = new() { Width = width, Height = height, Colors = colors, Ascii = ascii };
        string[] lines = TerminalRenderer.Render(figure, options);
        Assert.InRange(lines.Length, 7, height);
        Assert.All(lines, l => Assert.InRange(Escapes().Replace(l, "").Length, 0, width));
        bool shaded = ascii && name.Contains("map", StringComparison.Ordinal);
        Assert.Equal(colors != ColorDepth.None && name is not "empty" && !shaded, lines.Any(l => l.Contains('\e')));
        Assert.Contains(lines, l => l.Contains(figure.Title, StringComparison.Ordinal));
        if (figure.XAxis.Title.All(char.IsAscii))
        {
            Assert.Contains(lines, l => l.Contains(figure.XAxis.Title, StringComparison.Ordinal));
        }

        // The last sequence of a coloured line takes the colour back.
        Assert.All(lines, l => Assert.Equal(l.Contains('\e') ? "\e[0m" : "", Escapes().Matches(l).LastOrDefault()?.Value ?? ""));
        if (ascii)
        {
            Assert.All(lines, l => Assert.True(l.All(char.IsAscii), l));
        }
    }

    [Fact]
    public void Labels_cannot_carry_escape_sequences_or_line_breaks()
    {
        Figure figure = new() { Title = "a\e[31mb\r\nc\u202Ed\u0007", Series = [new BarSeries(["x\e]0;title\a"], [1])] };
        string[] lines = TerminalRenderer.Render(figure, new TerminalOptions());
        Assert.Contains("a [31mb  cd", lines[0], StringComparison.Ordinal);
        Assert.All(lines, l => Assert.DoesNotContain(l, char.IsControl));
    }

    [Fact]
    public void Ascii_spells_out_scientific_signs() =>
        Assert.Equal("time [us^-1], 5 A, 90deg, lambda -> ?", TerminalText.Clean("time [µs⁻¹], 5 Å, 90°, λ → 氷", ascii: true));

    [Fact]
    public void A_curve_passes_through_the_cells_of_its_points()
    {
        // y = x over 0 to 10: with 10 rows and a step of one unit a row, the point of row k lies k rows above the axis.
        Figure figure = new() { XAxis = new(), YAxis = new() { Minimum = 0, Maximum = 10 }, Series = [new LineSeries([0, 10], [0, 10])] };
        string[] lines = TerminalRenderer.Render(figure, new TerminalOptions { Width = 43, Height = 12, Ascii = true });
        int left = lines[0].IndexOf('+') + 1;
        Assert.Equal("10 +", lines[0][..left]);
        int width = lines[10].Length - left;
        for (int row = 1; row < 10; row++)
        {
            double value = 10 - row;
            int expected = (int)(value / 10 * width);
            string near = lines[row][(left + expected - 2)..Math.Min(lines[row].Length, left + expected + 3)];
            Assert.Contains(near, c => c is '.' or '\'' or ':');
        }
    }

    [Fact]
    public void Columns_of_a_histogram_are_as_high_as_its_bins()
    {
        Figure figure = new() { YAxis = new() { Minimum = 0, Maximum = 8 }, Series = [new HistogramSeries([0, 1, 2, 3], [8, 4, 0])] };
        string[] lines = TerminalRenderer.Render(figure, new TerminalOptions { Width = 34, Height = 10 });
        string column(int c) => string.Concat(lines.Take(8).Select(l => c < l.Length ? l[c] : ' '));
        int left = lines[8].IndexOf('┴') + 1;
        // The middle of the lowest row is one unit; the tick of 8 stands in the middle of the top row, so the column ends there.
        Assert.Equal("▄███████", column(left + 2));
        Assert.Equal("    ▄███", column(left + 15));
        Assert.Equal("        ", column(left + 26));
    }

    [Fact]
    public void Bars_end_at_their_values()
    {
        Figure figure = new() { YAxis = new() { Minimum = 0, Maximum = 1 }, Series = [new BarSeries(["a", "b", "c"], [1, 0.5, 0])] };
        string[] lines = TerminalRenderer.Render(figure, new TerminalOptions { Width = 60, Height = 9 });
        double full = lines[0].Count(c => c == '█');
        Assert.InRange(full, 40, 58);
        Assert.InRange(lines[2].Count(c => c == '█'), (full / 2) - 1, (full / 2) + 1);
        Assert.DoesNotContain('█', lines[4]);
        Assert.EndsWith(" 0.5", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void More_bars_than_lines_are_counted()
    {
        string[] labels = [.. Enumerable.Range(0, 40).Select(i => "mover " + i)];
        string[] lines = TerminalRenderer.Render(
            new Figure { Series = [new BarSeries(labels, new double[40])] }, new TerminalOptions { Height = 12 });
        Assert.True(lines.Length <= 12);
        Assert.Contains(lines, l => l.Contains("(31 more)", StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_cells_of_a_map_stay_blank_and_the_scale_is_labelled()
    {
        HeatMapSeries map = new([0, 1, 2], [0, 1], new[,] { { 1.0 }, { double.NaN } });
        Figure figure = new() { Series = [map with { ColorAxis = new("w", "kT") { Minimum = 0, Maximum = 2 } }] };
        string[] lines = TerminalRenderer.Render(figure, new TerminalOptions { Width = 40, Height = 10 });
        Assert.EndsWith("w [kT]", lines[0], StringComparison.Ordinal);
        int left = lines[1].IndexOfAny(['│', '┤']) + 1;
        Assert.Equal('▒', lines[3][left]);
        Assert.Equal(' ', lines[3][left + 20]);
        Assert.Contains(lines, l => l.EndsWith("██ 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Single_points_and_points_between_gaps_show()
    {
        double gap = double.NaN;
        string all = string.Concat(TerminalRenderer.Render(
            new Figure { Series = [new LineSeries([0, 1, 2, 3, 4], [1, gap, 2, gap, 3])] }, new TerminalOptions()));
        Assert.Equal(3, all.Count(c => c == '●'));
        string[] single = TerminalRenderer.Render(new Figure { Series = [new LineSeries([1], [1])] }, new TerminalOptions());
        Assert.Contains('●', string.Concat(single));
    }

    [Fact]
    public void Any_numbers_can_be_drawn()
    {
        double[] odd =
        [
            0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon,
            1e-300, 1e15, 1e300,
        ];
        Random random = new(5);
        for (int sample = 0; sample < 100; sample++)
        {
            double Pick() => random.Next(3) == 0 ? odd[random.Next(odd.Length)] : (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-8, 9));
            int n = random.Next(0, 7);
            double[] x = [.. Enumerable.Range(0, n).Select(_ => Pick())];
            double[] y = [.. Enumerable.Range(0, n).Select(_ => Pick())];
            double[] e = [.. Enumerable.Range(0, n).Select(_ => Math.Abs(Pick()))];
            double[] edges = SampleFigures.Range(0, 1, n + 2)[..(n + 1)];
            double[,] grid = new double[n, 1];
            for (int i = 0; i < n; i++)
            {
                grid[i, 0] = y[i];
            }

            AxisScale scale = (AxisScale)random.Next(2);
            Series[] kinds =
            [
                new LineSeries(x, y) { YError = e, Style = (LineStyle)random.Next(4) }, new ScatterSeries(x, y) { YError = e },
                new HistogramSeries(edges, y) { Errors = e }, new BarSeries(Array.ConvertAll(x, _ => "a"), y) { Errors = e },
                new HeatMapSeries(edges, [-1, 1], grid) { ColorAxis = new() { Scale = scale } },
            ];
            foreach (Series series in kinds)
            {
                Axis across = new("x") { Scale = (AxisScale)random.Next(2) };
                Figure figure = new() { YAxis = new("y") { Scale = scale }, XAxis = across, Series = [series] };
                foreach (ColorDepth colors in Enum.GetValues<ColorDepth>())
                {
                    TerminalOptions options = new() { Width = 40, Height = 10, Colors = colors, Ascii = random.Next(2) == 0 };
                    Assert.All(TerminalRenderer.Render(figure, options), l => Assert.InRange(Escapes().Replace(l, "").Length, 0, 40));
                }

                Assert.DoesNotContain("NaN", SvgRenderer.Render(figure), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_size_too_small_is_refused_with_the_least_one() =>
        Assert.Contains(
            "at least 30 columns and 8 lines; the size is 20 x 24",
            Assert.Throws<ArgumentOutOfRangeException>(() => TerminalRenderer.Render(SampleFigures.Line(), new TerminalOptions { Width = 20 })).Message,
            StringComparison.Ordinal);

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Escapes();
}
