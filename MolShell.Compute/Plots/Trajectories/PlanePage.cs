using System.Text;
using System.Text.Json;
using MolShell.Compute.Plots.Svg;
using MolShell.Compute.Plots.Web;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>
/// The page of a toy system of one or two dimensions: its path as a plot, over the potential where it is known, and its particles moving on
/// it. It needs no library.
/// </summary>
internal sealed class PlanePage(TextWriter writer, TrajectoryPageOptions options)
{
    /// <summary>Whether a system is a toy for this page: a few free particles on a line or in a plane.</summary>
    public static bool Fits(Frame frame) =>
        frame.Topology.Dimension < 3 && frame.ParticleCount <= PlaneFigure.MostParticles && double.IsInfinity(frame.Box.Volume);

    public void Write(Frame first, IEnumerable<Frame> frames)
    {
        List<Frame> all = [];
        foreach (Frame frame in frames)
        {
            FrameCheck.Require(frame, first, all.Count);
            all.Add(frame);
        }

        PlaneFigure plane = new(all, options);
        string picture = SvgRenderer.Render(plane.Figure, new SvgOptions { Width = 900, Height = 560 }, out SvgArea area);
        int end = picture.LastIndexOf("</svg>", StringComparison.Ordinal);
        WebPage page = new(writer);
        page.Begin(options.Title, TrajectoryFacts.Of(first));
        page.Markup($"{PlayerMarkup.Error}\n<main class=\"static\">\n{picture[..end]}{Markers(first)}</svg>\n</main>");
        page.Markup($"<footer>\n{PlayerMarkup.Controls}\n</footer>");
        page.Script($"const plane = {Json(all, plane, area)};");
        page.Script(WebResource.Read("player.js"));
        page.Script(WebResource.Read("plane-page.js"));
        page.End();
    }

    private static string Markers(Frame first)
    {
        ParticleType[] types = ParticleType.Of(first.Topology);
        StringBuilder markup = new("<g class=\"particles\" stroke=\"#fff\" stroke-width=\"2\">");
        for (int i = 0; i < first.ParticleCount; i++)
        {
            // Vermilion stands out against viridis and against the path.
            string color = first.ParticleCount == 1 ? "#d55e00" : types[first.Topology.Types[i]].Color.ToString();
            markup.Append($"<circle id=\"particle-{i}\" r=\"8\" fill=\"{color}\"/>");
        }

        return markup.Append("</g>").ToString();
    }

    private static string Json(List<Frame> frames, PlaneFigure plane, SvgArea area)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            TrajectoryFacts.WriteUnits(json, frames[0].Units);
            json.WriteStartArray("frames");
            foreach (Frame frame in frames)
            {
                json.WriteStartObject();
                json.WriteNumber("step", frame.Step);
                json.WriteNumber("time", frame.Time);
                json.WritePropertyName("energy");
                PlotlyNumbers.Write(json, frame.PotentialEnergy ?? double.NaN);
                json.WriteStartArray("at");
                for (int i = 0; i < frame.ParticleCount; i++)
                {
                    (double x, double y) = plane.Point(frame, i);
                    json.WriteStartArray();
                    json.WriteNumberValue(Math.Round(area.Left + area.Column(x), 2));
                    json.WriteNumberValue(Math.Round(area.Top + area.Row(y), 2));
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
