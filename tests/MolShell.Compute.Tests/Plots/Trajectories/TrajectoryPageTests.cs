using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MolShell.Compute.Numerics;
using MolShell.Compute.Plots;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Trajectories;

public sealed partial class TrajectoryPageTests
{
    private const string Library = "/* 3Dmol */";

    [Fact]
    public void A_page_holds_every_frame_and_the_bonds_of_the_topology()
    {
        Frame[] frames = [.. SampleFrames.Dimer(Box.Cubic(5), 4)];
        string page = Page(frames, new TrajectoryPageOptions { Title = "Dimer" });
        JsonElement scene = Scene(page);
        Assert.Equal("[[0,1]]", scene.GetProperty("bonds").GetRawText());
        Assert.Equal(27, scene.GetProperty("types").GetArrayLength());
        Assert.Equal("nm", scene.GetProperty("units").GetProperty("length").GetString());
        MatchCollection lines = FrameLine().Matches(page);
        Assert.Equal(4, lines.Count);
        Assert.StartsWith("{step:300,time:0.6", lines[3].Value, StringComparison.Ordinal);
        Assert.Contains("energy:-9.5", lines[3].Value, StringComparison.Ordinal);
        Assert.Contains("box:[5,0,0,0,5,0,0,0,5]", lines[0].Value, StringComparison.Ordinal);
        Assert.DoesNotContain("box:", lines[1].Value, StringComparison.Ordinal);
        Assert.Contains("27 particles, Gromacs units: nm, ps, kJ/mol", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_are_wrapped_by_molecule_or_left_as_they_are()
    {
        Frame[] frames = [.. SampleFrames.Dimer(Box.Cubic(5), 2)];
        Vec3[] raw = Positions(Page(frames, new TrajectoryPageOptions { Wrap = false }), 0);
        Assert.All(raw.Zip(frames[0].Positions), p => Assert.Equal(0, (p.First - p.Second).Length(), 1e-6));
        Vec3[] wrapped = Positions(Page(frames, new TrajectoryPageOptions()), 0);
        Assert.Equal(0.8, (wrapped[1] - wrapped[0]).Length(), 1e-6);
        Assert.InRange(((wrapped[0] + wrapped[1]) / 2).X, 0, 5);
        Assert.Equal(-5, wrapped[0].X - raw[0].X, 1e-5);
    }

    [Fact]
    public void A_property_gives_each_particle_a_number()
    {
        Frame[] frames = [.. SampleFrames.Dimer(Box.Cubic(5), 2)];
        string page = Page(frames, new TrajectoryPageOptions { ColorBy = ParticleProperty.Speed(UnitSystem.Gromacs) });
        Assert.Contains("speed [nm/ps]", page, StringComparison.Ordinal);
        float[] speeds = Floats(FrameLine().Matches(page)[1].Value, "c");
        Assert.Equal(27, speeds.Length);
        Assert.Equal((float)frames[1].Positions[0].X, speeds[0]);
        Assert.Contains(
            "'odd' has 1 values in frame 0",
            Refused(frames, new TrajectoryPageOptions { ColorBy = new ParticleProperty("odd", null, _ => [1]) }),
            StringComparison.Ordinal);
        Assert.All(ParticleProperty.Force(UnitSystem.Gromacs).Values(frames[0]), f => Assert.Equal(double.NaN, f));
    }

    [Fact]
    public void Bad_frames_are_refused_by_number_step_and_particle()
    {
        Frame[] frames = [.. SampleFrames.Dimer(Box.Cubic(5), 2)];
        Assert.Contains("no frames", Refused([], new()), StringComparison.Ordinal);
        Vec3[] broken = (Vec3[])frames[1].Positions.Clone();
        broken[7] = new Vec3(double.NaN, 0, 0);
        Assert.Contains("Particle 7 in frame 1 (step 100)", Refused([frames[0], frames[1] with { Positions = broken }], new()), StringComparison.Ordinal);
        Assert.Contains(
            "Frame 1 (step 100) has 26 particles, but the first frame has 27",
            Refused([frames[0], frames[1] with { Positions = frames[1].Positions[1..] }], new()), StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_are_written_as_they_come_and_cancellation_stops_between_them()
    {
        using CancellationTokenSource stop = new();
        using StringWriter writer = new();
        IEnumerable<Frame> Endless()
        {
            int k = 0;
            foreach (Frame frame in SampleFrames.Dimer(Box.Cubic(5), int.MaxValue))
            {
                if (k++ == 5)
                {
                    stop.Cancel();
                }

                yield return frame;
            }
        }

        Assert.Throws<OperationCanceledException>(() => TrajectoryPage.Write(Endless(), writer, new TrajectoryPageOptions(), Library, stop.Token));
        Assert.Equal(5, FrameLine().Count(writer.ToString()));
    }

    [Fact]
    public void Text_cannot_leave_its_place()
    {
        const string Nasty = "</script><script>alert(1)</script><b>";
        Frame frame = SampleFrames.Dimer(Box.Cubic(5), 1).First();
        frame = frame with { Topology = frame.Topology with { TypeNames = [Nasty, Nasty] } };
        TrajectoryPageOptions options = new() { Title = Nasty, ColorBy = new ParticleProperty(Nasty, Nasty, f => new double[f.ParticleCount]) };
        string page = Page([frame], options);
        Assert.Equal(4, EndOfScript().Count(page));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Page([frame], options, library: null), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_library_the_page_says_so_and_shows_the_first_frame()
    {
        string page = Page([.. SampleFrames.Dimer(Box.Triclinic(new(5, 0, 0), new(1, 5, 0), new(0, 1, 5)), 3)], new(), library: null);
        Assert.Contains("3Dmol.js was not available when MolShell was built", page, StringComparison.Ordinal);
        XElement svg = Picture(page);
        XNamespace ns = svg.Name.Namespace;
        Assert.Equal(27, svg.Descendants(ns + "circle").Count());
        Assert.Equal(12, svg.Descendants(ns + "g").Single(g => (string?)g.Attribute("class") == "box").Elements().Count());
        Assert.Single(svg.Descendants(ns + "g").Single(g => (string?)g.Attribute("class") == "particles").Elements(ns + "line"));
        Assert.All(svg.Descendants(ns + "circle"), c => Assert.InRange((double)c.Attribute("cx")!, 0, 720));
        Assert.All(svg.Descendants(ns + "circle"), c => Assert.InRange((double)c.Attribute("cy")!, 0, 600));
    }

    [Theory]
    [InlineData(1, true, true, "potential energy")]
    [InlineData(1, true, false, "potential energy")]
    [InlineData(1, false, false, "time")]
    [InlineData(2, true, true, "y")]
    [InlineData(2, false, false, "y")]
    public void A_toy_moves_on_a_plot_of_its_path(int dimension, bool energies, bool potential, string axis)
    {
        TrajectoryPageOptions options = new() { Potential = potential ? SampleFrames.DoubleWell : null };
        string page = Page([.. SampleFrames.Toy(dimension, 21, energies)], options, library: null);
        XElement svg = Picture(page);
        XNamespace ns = svg.Name.Namespace;
        Assert.Contains(axis, svg.Descendants(ns + "text").Select(t => t.Value));
        Assert.Single(svg.Descendants(ns + "circle"));
        Assert.Equal(dimension == 2 && potential, svg.Descendants(ns + "g").Any(g => (string?)g.Attribute("class") == "heat-map"));
        const string Start = "const plane = ";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using JsonDocument plane = JsonDocument.Parse(page[from..page.IndexOf(";\n", from, StringComparison.Ordinal)]);
        double[] columns = [.. plane.RootElement.GetProperty("frames").EnumerateArray().Select(f => f.GetProperty("at")[0][0].GetDouble())];
        Assert.Equal(21, columns.Length);
        // The toy moves at constant speed along x, or time runs along x.
        Assert.All(columns.Zip(columns.Skip(1)), p => Assert.Equal((columns[^1] - columns[0]) / 20, p.Second - p.First, 0.02));
    }

    [Fact]
    public void The_library_of_this_build_is_inlined()
    {
        Assert.SkipUnless(TrajectoryPage.IsInteractive, "3Dmol.js was not available to this build.");
        using StringWriter writer = new();
        TrajectoryPage.Write(SampleFrames.Dimer(Box.Cubic(5), 2), writer, cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("is licensed under a BSD-3-Clause license", writer.ToString(), StringComparison.Ordinal);
        Assert.InRange(writer.ToString().Length, 400_000, 1_000_000);
        Assert.Equal(4, EndOfScript().Count(writer.ToString()));
    }

    private static string Page(Frame[] frames, TrajectoryPageOptions options, string? library = Library)
    {
        using StringWriter writer = new();
        TrajectoryPage.Write(frames, writer, options, library, CancellationToken.None);
        return writer.ToString();
    }

    private static string Refused(Frame[] frames, TrajectoryPageOptions options) =>
        Assert.Throws<ArgumentException>(() => Page(frames, options)).Message;

    private static JsonElement Scene(string page)
    {
        const string Start = "const scene = ";
        int from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        using JsonDocument document = JsonDocument.Parse(page[from..page.IndexOf(";\n", from, StringComparison.Ordinal)]);
        return document.RootElement.Clone();
    }

    private static Vec3[] Positions(string page, int frame) => MemoryMarshal.Cast<double, Vec3>(
        Array.ConvertAll(Floats(FrameLine().Matches(page)[frame].Value, "r"), f => (double)f).AsSpan()).ToArray();

    private static float[] Floats(string line, string name)
    {
        string text = Regex.Match(line, name + ":\"([^\"]*)\"").Groups[1].Value;
        return MemoryMarshal.Cast<byte, float>(Convert.FromBase64String(text).AsSpan()).ToArray();
    }

    private static XElement Picture(string page) => XElement.Parse(
        page[page.IndexOf("<svg", StringComparison.Ordinal)..(page.LastIndexOf("</svg>", StringComparison.Ordinal) + 6)]);

    [GeneratedRegex("^{step:.*},$", RegexOptions.Multiline)]
    private static partial Regex FrameLine();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfScript();
}
