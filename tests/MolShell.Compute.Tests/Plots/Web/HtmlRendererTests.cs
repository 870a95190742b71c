using System.Text.Json;
using System.Text.RegularExpressions;
using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Web;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Web;

public sealed partial class HtmlRendererTests
{
    private const string Library = "/* plotly */";

    public static TheoryData<string> Names => [.. SampleFigures.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_holds_its_figure_as_json_and_asks_for_nothing(string name)
    {
        Figure figure = SampleFigures.Named(name);
        string page = Page(figure, Library);
        JsonElement json = Json(page);
        Assert.Equal(figure.Series.Length, json.GetProperty("data").GetArrayLength());
        JsonElement layout = json.GetProperty("layout");
        Assert.Equal(figure.Title, layout.GetProperty("title").GetProperty("text").GetString());
        bool bars = figure.Series[0] is BarSeries;
        Assert.Equal(figure.XAxis.Title, layout.GetProperty(bars ? "yaxis" : "xaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_finite_become_null()
    {
        Figure figure = new() { Series = [new LineSeries([0, 1, 2], [1.5, double.NaN, double.PositiveInfinity])] };
        JsonElement trace = Json(Page(figure, Library)).GetProperty("data")[0];
        Assert.Equal("[1.5,null,null]", trace.GetProperty("y").GetRawText());
        Assert.Equal("[0,1,2]", trace.GetProperty("x").GetRawText());
    }

    [Fact]
    public void A_map_is_turned_to_one_row_for_each_y_and_log_colours_are_logarithms()
    {
        HeatMapSeries map = new([0, 1, 2], [0, 1, 2, 3], new[,] { { 1.0, 10, 100 }, { 1000, 0, double.NaN } });
        JsonElement linear = Json(Page(new Figure { Series = [map] }, Library)).GetProperty("data")[0];
        Assert.Equal("[[1,1000],[10,0],[100,null]]", linear.GetProperty("z").GetRawText());
        HeatMapSeries scaled = map with { ColorAxis = new("n") { Scale = AxisScale.Logarithmic } };
        JsonElement log = Json(Page(new Figure { Series = [scaled] }, Library)).GetProperty("data")[0];
        Assert.Equal("[[0,3],[1,null],[2,null]]", log.GetProperty("z").GetRawText());
        Assert.Equal("[[1,1000],[10,0],[100,null]]", log.GetProperty("customdata").GetRawText());
        Assert.Equal("[\"1\",\"10\",\"100\",\"1000\"]", log.GetProperty("colorbar").GetProperty("ticktext").GetRawText());
    }

    [Fact]
    public void Given_ends_and_log_axes_reach_the_page()
    {
        Axis log = new("k") { Scale = AxisScale.Logarithmic, Minimum = 0.01, Maximum = 100 };
        Figure figure = new() { YAxis = log, Series = [new LineSeries([0, 1], [1, 2])] };
        JsonElement axis = Json(Page(figure, Library)).GetProperty("layout").GetProperty("yaxis");
        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal("[-2,2]", axis.GetProperty("range").GetRawText());
    }

    [Fact]
    public void Text_cannot_leave_its_place()
    {
        const string Nasty = "</script><script>alert(1)</script><!-- <b>bold</b> \" ' &amp; \u0007";
        Figure figure = new()
        {
            Title = Nasty,
            XAxis = new(Nasty, Nasty),
            Description = Nasty,
            Series = [new LineSeries([0, 1], [0, 1]) { Name = Nasty }],
        };
        string page = Page(figure, Library);
        Assert.Equal(2, EndOfScript().Count(page));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
        // plotly reads titles as markup: it is given entities, which it shows as the characters meant.
        Assert.StartsWith("&lt;/script&gt;", Json(page).GetProperty("data")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        string bars = Page(new Figure { Title = Nasty, Series = [new BarSeries([Nasty], [1])] }, Library);
        Assert.Equal(2, EndOfScript().Count(bars));
        string still = Page(figure, null);
        Assert.DoesNotContain("<script", still, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_library_cannot_end_its_element_early() =>
        Assert.Equal(2, EndOfScript().Count(Page(SampleFigures.Line(), "const a = '</script>', b = '<!-- </SCRIPT >';")));

    [Fact]
    public void Without_the_library_the_page_says_so_and_carries_the_picture()
    {
        string page = Page(SampleFigures.HeatMap(AxisScale.Linear), null);
        Assert.Contains("plotly.js was not available when MolShell was built", page, StringComparison.Ordinal);
        Assert.Contains("<svg ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_of_this_build_is_inlined()
    {
        Assert.SkipUnless(HtmlRenderer.IsInteractive, "plotly.js was not available to this build.");
        using StringWriter writer = new();
        HtmlRenderer.Write(SampleFigures.Line(), writer);
        Assert.Contains("plotly.js (cartesian", writer.ToString(), StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted, free of charge", writer.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, EndOfScript().Count(writer.ToString()));
        Assert.Contains("showSendToCloud: false", WebResource.Read("plot-page.js"), StringComparison.Ordinal);
    }

    private static string Page(Figure figure, string? library)
    {
        using StringWriter writer = new();
        HtmlRenderer.Write(figure, writer, library);
        return writer.ToString();
    }

    private static JsonElement Json(string page)
    {
        const string Start = "const figure = ";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using JsonDocument document = JsonDocument.Parse(page[from..page.IndexOf(";\n", from, StringComparison.Ordinal)]);
        return document.RootElement.Clone();
    }

    [GeneratedRegex(@"</script", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfScript();
}
