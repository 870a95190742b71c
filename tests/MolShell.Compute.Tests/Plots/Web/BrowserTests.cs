using System.Text.RegularExpressions;
using MolShell.Compute.Plots;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Plots.Trajectories;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Web;

/// <summary>Pages as a browser shows them.</summary>
public sealed partial class BrowserTests
{
    [Fact]
    public async Task An_interactive_map_is_drawn_by_plotly()
    {
        Assert.SkipUnless(HtmlRenderer.IsInteractive, "plotly.js was not available to this build.");
        (string dom, string console) = await Chromium.OpenAsync(w => HtmlRenderer.Write(SampleFigures.HeatMap(AxisScale.Linear), w));
        Assert.Empty(console);
        Assert.Contains("class=\"main-svg\"", dom, StringComparison.Ordinal);
        Assert.Contains("heatmaplayer", dom, StringComparison.Ordinal);
        Assert.Contains("paths [count]", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("cloud", ModeBar().Match(dom).Value, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Category", "Validation")]
    public async Task Every_kind_of_figure_is_drawn_by_plotly()
    {
        Assert.SkipUnless(HtmlRenderer.IsInteractive, "plotly.js was not available to this build.");
        foreach (string name in SampleFigures.Names)
        {
            Figure figure = SampleFigures.Named(name);
            (string dom, string console) = await Chromium.OpenAsync(w => HtmlRenderer.Write(figure, w));
            Assert.Equal("", console);
            Assert.Contains("class=\"main-svg\"", dom, StringComparison.Ordinal);
            string marks = name switch
            {
                "line" or "lines" or "steps" => "class=\"js-line\"",
                "errors" => "class=\"yerror\"",
                "scatter" => "class=\"point\"",
                "heat map" or "log heat map" or "map of names" => "class=\"hm\"",
                "empty" => "class=\"xtick",
                _ => "class=\"point\"",
            };
            Assert.True(dom.Contains(marks, StringComparison.Ordinal), $"The figure '{name}' has no element {marks}.");
        }
    }

    [Fact]
    public async Task Markup_in_titles_is_shown_as_text()
    {
        Assert.SkipUnless(HtmlRenderer.IsInteractive, "plotly.js was not available to this build.");
        const string Title = "<b>r</b> & <img src=x onerror=alert(1)> \"q\"";
        Figure figure = SampleFigures.Line() with { Title = Title };
        (string dom, string console) = await Chromium.OpenAsync(w => HtmlRenderer.Write(figure, w));
        Assert.Empty(console);
        string shown = GTitle().Match(dom).Groups[1].Value;
        Assert.Equal(Title, System.Net.WebUtility.HtmlDecode(shown));
    }

    [Fact]
    public async Task A_trajectory_is_drawn_by_3Dmol()
    {
        Assert.SkipUnless(TrajectoryPage.IsInteractive, "3Dmol.js was not available to this build.");
        (string dom, string console) = await Chromium.OpenAsync(w =>
        {
            WriteDimer(w);
            w.Write("<script>const slider = document.getElementById('frame'); slider.value = 3; slider.oninput();</script>");
        });
        Assert.Equal("", WebGlAdvice().Replace(console, "").Trim());
        Assert.Contains("data-ready=\"true\"", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("data-error", dom, StringComparison.Ordinal);
        Assert.Matches("<canvas[^>]*width=\"[1-9]", dom);
        Assert.Contains("frame 4 of 4 · step 300 · t = 0.6 ps · U = −9.5 kJ/mol", dom, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Validation")]
    public async Task A_trajectory_shows_its_molecule_in_a_bath_in_a_box()
    {
        Assert.SkipUnless(TrajectoryPage.IsInteractive, "3Dmol.js was not available to this build.");
        PngImage picture = await Chromium.PictureAsync(WriteDimer);
        double blue = picture.Share((r, g, b) => b > r + 60 && b > g + 20);
        double dark = picture.Share((r, g, b) => Math.Max(r, Math.Max(g, b)) < 100 && Math.Abs(r - b) < 12);
        double grey = picture.Share((r, g, b) => r is > 120 and < 245 && b >= r && b - r < 30);
        Assert.True(blue is > 0.002 and < 0.1, $"The dimer covers {blue:p2} of the page.");
        Assert.True(dark > 0.002, $"The box covers {dark:p2} of the page.");
        Assert.True(grey > 0.02, $"The bath covers {grey:p2} of the page.");
    }

    [Fact]
    public async Task A_toy_is_drawn_on_its_potential()
    {
        (string dom, string console) = await Chromium.OpenAsync(w =>
        {
            TrajectoryPageOptions options = new() { Potential = SampleFrames.DoubleWell };
            TrajectoryPage.Write(SampleFrames.Toy(2, 11, energies: true), w, options, TestContext.Current.CancellationToken);
            w.Write("<script>document.getElementById('next').click(); document.getElementById('next').click();</script>");
        });
        Assert.Empty(console);
        Assert.Contains("data-ready=\"true\"", dom, StringComparison.Ordinal);
        Assert.Matches("<circle id=\"particle-0\"[^>]* cx=\"[0-9.]+\" cy=\"[0-9.]+\"", dom);
        Assert.Contains("frame 3 of 11 · step 2 · t = 1 ·", dom, StringComparison.Ordinal);
    }

    private static void WriteDimer(TextWriter writer) =>
        TrajectoryPage.Write(SampleFrames.Dimer(Box.Triclinic(new(5, 0, 0), new(1, 5, 0), new(0, 1, 5)), 4), writer);

    [GeneratedRegex("<div class=\"modebar.*?</div></div>", RegexOptions.Singleline)]
    private static partial Regex ModeBar();

    [GeneratedRegex("class=\"gtitle\"[^>]*>([^<]*)</text>")]
    private static partial Regex GTitle();

    /// <summary>What Chromium says of its own software renderer.</summary>
    [GeneratedRegex("^.*(GPU stall due to ReadPixels|software WebGL).*$", RegexOptions.Multiline)]
    private static partial Regex WebGlAdvice();
}
