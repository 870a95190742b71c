using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Svg;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Svg;

public sealed partial class SvgRendererTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. SampleFigures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_is_well_formed_self_contained_and_described(string name)
    {
        Figure figure = SampleFigures.Named(name);
        string text = SvgRenderer.Render(figure);
        XElement svg = XDocument.Parse(text).Root!;
        Assert.Equal(Ns + "svg", svg.Name);
        Assert.Equal("0 0 720 480", (string?)svg.Attribute("viewBox"));
        Assert.Equal("img", (string?)svg.Attribute("role"));
        Assert.Equal(figure.Title, svg.Element(Ns + "title")!.Value);
        Assert.True(svg.Element(Ns + "desc")!.Value.Length > 5);
        Assert.Empty(svg.Descendants(Ns + "script"));
        Assert.DoesNotContain("href", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        string[] texts = [.. svg.Descendants(Ns + "text").Select(t => t.Value)];
        Assert.Contains(figure.XAxis.Title, texts);
        Assert.Contains(figure.Title, texts);
        Assert.All(Coordinates(svg), v => Assert.InRange(v, -10 * 720, 11 * 720));
    }

    [Fact]
    public void A_line_goes_through_its_points()
    {
        Figure figure = new() { YAxis = new() { Minimum = 0, Maximum = 10 }, Series = [new LineSeries([0, 1, 2], [0, 10, 5])] };
        string svg = SvgRenderer.Render(figure, new SvgOptions(), out SvgArea area);
        string path = Paths(svg, "series").Single();
        Assert.Equal([0, area.Height, area.Width / 2, 0, area.Width, area.Height / 2], Numbers(path), (a, b) => Math.Abs(a - b) < 0.01);
        XElement inner = XDocument.Parse(svg).Root!.Element(Ns + "svg")!;
        Assert.Equal("hidden", (string?)inner.Attribute("overflow"));
        Assert.Equal(area.Left, (double)inner.Attribute("x")!, 0.01);
    }

    [Fact]
    public void Ticks_and_labels_stand_at_their_numbers()
    {
        Figure figure = new() { XAxis = new("x") { Minimum = 0, Maximum = 4 }, Series = [new LineSeries([0, 4], [1, 2])] };
        XElement svg = XDocument.Parse(SvgRenderer.Render(figure, new SvgOptions { Width = 500 }, out SvgArea area)).Root!;
        XElement[] labels = [.. svg.Elements(Ns + "g").Single(g => (string?)g.Attribute("class") == "x-labels").Elements()];
        Assert.True(labels.Length >= 5);
        foreach (XElement label in labels)
        {
            double value = double.Parse(label.Value, CultureInfo.InvariantCulture);
            Assert.Equal(area.Left + (value / 4 * area.Width), (double)label.Attribute("x")!, 0.01);
        }
    }

    [Theory]
    [InlineData(20e6)]
    [InlineData(123456)]
    [InlineData(1)]
    public void Labels_stay_on_the_paper(double end)
    {
        Figure figure = new() { XAxis = new("step"), YAxis = new("energy", "kJ/mol"), Series = [new LineSeries([0, end], [-43210, -43190])] };
        XElement svg = XDocument.Parse(SvgRenderer.Render(figure)).Root!;
        foreach (XElement text in svg.Descendants(Ns + "text").Where(t => t.Attribute("transform") is null))
        {
            XElement group = text.Parent!;
            double size = (double?)text.Attribute("font-size") ?? (double)group.Attribute("font-size")!;
            double width = FontMetrics.Width(text.Value, size);
            string anchor = (string?)text.Attribute("text-anchor") ?? (string?)group.Attribute("text-anchor") ?? "start";
            double left = (double)text.Attribute("x")! - (anchor == "end" ? width : anchor == "middle" ? width / 2 : 0);
            Assert.InRange(left, 0, 720 - width);
        }
    }

    [Fact]
    public void Gaps_break_a_line_and_a_point_between_gaps_is_marked()
    {
        double gap = double.NaN;
        LineSeries line = new([0, 1, 2, 3, 4, 5, 6], [1, 2, gap, 3, double.PositiveInfinity, 2, 1]);
        string svg = SvgRenderer.Render(new Figure { Series = [line] });
        string[] paths = Paths(svg, "series");
        Assert.Equal(2, paths.Length);
        Assert.Equal(2, paths[0].Count(c => c == 'M'));
        Assert.Equal(1, paths[1].Count(c => c == 'Z'));
    }

    [Fact]
    public void Steps_go_across_and_then_up()
    {
        Figure figure = new() { Series = [new LineSeries([0, 1, 2], [0, 1, 3]) { Style = LineStyle.Steps }] };
        double[] n = Numbers(Paths(SvgRenderer.Render(figure), "series").Single());
        Assert.Equal(10, n.Length);
        Assert.Equal(n[1], n[3]);
        Assert.Equal(n[2], n[4]);
        Assert.Equal(n[5], n[7]);
        Assert.Equal(n[6], n[8]);
    }

    [Fact]
    public void Every_series_has_its_elements()
    {
        Assert.Equal(3, Count(SampleFigures.Named("bars"), "rect", parentClass: "series"));
        Assert.Equal(2, Count(SampleFigures.Named("bars"), "path", ownClass: "errors"));
        Assert.Equal(6, Count(SampleFigures.Named("grouped bars"), "rect", parentClass: "series"));
        Assert.Equal(2, Count(SampleFigures.Named("histograms"), "path", ownClass: "histogram"));
        Assert.Equal(1, Count(SampleFigures.Named("histograms"), "path", ownClass: "errors"));
        Assert.Equal(1, Count(SampleFigures.Named("errors"), "path", ownClass: "markers"));
        Assert.Equal(1, Count(SampleFigures.Named("heat map"), "g", ownClass: "color-bar"));
        Assert.Equal(1, Count(SampleFigures.Named("lines"), "g", ownClass: "legend"));
        Assert.Equal(0, Count(SampleFigures.Named("lines") with { Legend = LegendPlacement.None }, "g", ownClass: "legend"));
        Assert.Equal(0, Count(SampleFigures.Named("line"), "g", ownClass: "legend"));
        Assert.Contains("no data", SvgRenderer.Render(SampleFigures.Named("empty")), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_bars_reach_from_below_to_above()
    {
        Figure figure = new()
        {
            YAxis = new() { Minimum = 0, Maximum = 10 },
            Series = [new LineSeries([0, 1], [5, 5]) { YError = [2, double.NaN], Style = LineStyle.Points }],
        };
        string svg = SvgRenderer.Render(figure, new SvgOptions(), out SvgArea area);
        XElement errors = XDocument.Parse(svg).Descendants(Ns + "path").Single(p => (string?)p.Attribute("class") == "errors");
        string path = (string)errors.Attribute("d")!;
        Assert.Equal(3, path.Count(c => c == 'M'));
        double[] n = Numbers(path);
        Assert.Equal(area.Height * 0.3, n[1], 0.01);
        Assert.Equal(area.Height * 0.7, n[2], 0.01);
    }

    [Fact]
    public void Cells_of_a_map_cover_their_edges_once_and_empty_cells_are_left_out()
    {
        double[,] values = { { 0, 0, 1 }, { double.NaN, 1, 0.5 } };
        Figure figure = new() { Series = [new HeatMapSeries([0, 1, 4], [0, 1, 2, 3], values)] };
        string svg = SvgRenderer.Render(figure, new SvgOptions(), out SvgArea area);
        string[] paths = Paths(svg, "heat-map");
        Assert.Equal(3, paths.Length);
        double covered = paths.SelectMany(p => p.Split('Z', StringSplitOptions.RemoveEmptyEntries)).Sum(cell =>
        {
            double[] n = Numbers(cell);
            return Math.Abs((n[2] - n[0]) * (n[3] - n[1]));
        });
        // The cell that is NaN is three of four units wide and one of three high.
        Assert.Equal(area.Width * area.Height * 0.75, covered, 0.01 * covered);
        Assert.Contains("fill=\"#440154\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#fde725\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_has_its_names_beside_and_its_numbers_in_the_cells()
    {
        string svg = SvgRenderer.Render(SampleFigures.Named("map of names"), new SvgOptions(), out SvgArea area);
        XDocument document = XDocument.Parse(svg);
        XElement[] rows = [.. Group("y-labels").Elements(Ns + "text")];
        Assert.Equal(["A", "B", "C"], rows.Select(r => r.Value));
        Assert.Equal(area.Top + (area.Height / 6), (double)rows[0].Attribute("y")!, 8.0);
        XElement[] texts = [.. Group("cell-texts").Elements(Ns + "text").Where(t => t.Value.Length > 0)];
        Assert.Equal(12, texts.Length);
        XElement largest = texts.Single(t => t.Value == "5");
        Assert.Equal(area.Width / 2, (double)largest.Attribute("x")!, 0.02);
        Assert.InRange((double)largest.Attribute("y")!, area.Height * 2 / 3, area.Height);
        Assert.Equal(("#222", "#fff"), ((string?)largest.Attribute("fill"), (string?)texts.Single(t => t.Value == "1").Attribute("fill")));

        XElement Group(string ownClass) => document.Descendants(Ns + "g").Single(g => (string?)g.Attribute("class") == ownClass);
    }

    [Fact]
    public void Names_without_room_side_by_side_are_upright_and_stay_in_the_picture()
    {
        string[] names = [.. Enumerable.Range(0, 12).Select(i => $"A -> B or C, toA = 0.{i}")];
        string svg = SvgRenderer.Render(SampleFigures.Matrix(names), new SvgOptions(), out SvgArea area);
        XElement labels = XDocument.Parse(svg).Descendants(Ns + "g").Single(g => (string?)g.Attribute("class") == "x-labels");
        Assert.All(labels.Elements(Ns + "text"), t => Assert.StartsWith("rotate(-90", (string?)t.Attribute("transform"), StringComparison.Ordinal));
        double below = new SvgOptions().Height - area.Top - area.Height;
        Assert.All(labels.Elements(Ns + "text"), t => Assert.True(FontMetrics.Width(t.Value, new SvgOptions().FontSize) < below));
    }

    [Fact]
    public void Text_is_escaped_and_control_characters_are_dropped()
    {
        const string Nasty = "</text><script>alert('1')</script> & \"q\" \u0001\ud800";
        Figure figure = new()
        {
            Title = Nasty,
            XAxis = new(Nasty, Nasty),
            YAxis = new(Nasty),
            Series = [new LineSeries([0, 1], [0, 1]) { Name = Nasty }, new LineSeries([0, 1], [1, 0]) { Name = Nasty }],
        };
        XElement svg = XDocument.Parse(SvgRenderer.Render(figure)).Root!;
        Assert.Empty(svg.Descendants(Ns + "script"));
        Assert.Contains("<script>alert('1')</script> & \"q\"", svg.Element(Ns + "title")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, svg.Descendants(Ns + "g").Single(g => (string?)g.Attribute("class") == "legend").Elements(Ns + "text").Count());
        Assert.NotNull(XDocument.Parse(SvgRenderer.Render(figure with { Series = [new BarSeries([Nasty], [1])] })));
    }

    [Theory]
    [InlineData(0, 1, LegendPlacement.TopLeft)]
    [InlineData(1, 0, LegendPlacement.TopRight)]
    public void The_legend_keeps_off_the_data(double first, double last, LegendPlacement expected)
    {
        double[] x = SampleFigures.Range(0, 1, 50);
        Figure figure = new() { Series = [new LineSeries(x, Array.ConvertAll(x, v => first + ((last - first) * v)))] };
        SvgRenderer.Render(figure, new SvgOptions(), out SvgArea area);
        Assert.Equal(expected, LegendCorner.Emptiest(figure, area, 150, 80));
    }

    [Fact]
    public void A_million_points_make_a_small_file_that_keeps_the_extremes()
    {
        const int Count = 1_000_000;
        double[] x = SampleFigures.Range(0, 1, Count);
        double[] y = new double[Count];
        (y[123_456], y[777_777]) = (1, -1);
        Figure figure = new() { YAxis = new() { Minimum = -1, Maximum = 1 }, Series = [new LineSeries(x, y)] };
        string svg = SvgRenderer.Render(figure, new SvgOptions(), out SvgArea area);
        Assert.InRange(svg.Length, 1000, 60_000);
        double[] numbers = Numbers(Paths(svg, "series").Single());
        double[] rows = [.. numbers.Where((_, i) => i % 2 == 1)];
        Assert.Equal(0, rows.Min(), 0.01);
        Assert.Equal(area.Height, rows.Max(), 0.01);
    }

    [Fact]
    public void The_description_tells_axes_and_series() => Assert.Contains(
        "C(t) against time [ps]: 300 K (line of 101 points), 320 K (line of 101 points).",
        SvgRenderer.Render(SampleFigures.Named("lines")), StringComparison.Ordinal);

    [Theory]
    [InlineData(100, 480, 14)]
    [InlineData(720, 100, 14)]
    [InlineData(720, 480, 2)]
    public void A_size_too_small_is_refused(int width, int height, int font) => Assert.Contains(
        $"the size is {width} x {height}, the font {font}",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SvgRenderer.Render(SampleFigures.Line(), new SvgOptions { Width = width, Height = height, FontSize = font })).Message,
        StringComparison.Ordinal);

    private static int Count(Figure figure, string element, string? parentClass = null, string? ownClass = null) =>
        XDocument.Parse(SvgRenderer.Render(figure)).Descendants(Ns + element).Count(e =>
            (parentClass is null || (string?)e.Parent!.Attribute("class") == parentClass)
            && (ownClass is null || (string?)e.Attribute("class") == ownClass));

    private static string[] Paths(string svg, string group) =>
    [
        .. XDocument.Parse(svg).Descendants(Ns + "g").Where(g => (string?)g.Attribute("class") == group)
            .Elements(Ns + "path").Select(p => (string)p.Attribute("d")!),
    ];

    private static double[] Numbers(string path) =>
        [.. Number().Matches(path).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    private static IEnumerable<double> Coordinates(XElement svg) =>
        svg.Descendants().Attributes().Where(a => a.Name.LocalName is "d" or "x" or "y" or "x1" or "x2" or "y1" or "y2" or "width" or "height")
            .SelectMany(a => Numbers(a.Value));

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
