using System.Globalization;
using System.Text;
using System.Text.Json;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Web;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>The interactive 3-D page: spheres, bonds and box in 3Dmol.js, with a player.</summary>
internal sealed class ScenePage(TextWriter writer, TrajectoryPageOptions options, string library)
{
    public void Write(Frame first, IEnumerable<Frame> frames)
    {
        WebPage page = new(writer);
        ParticleType[] types = ParticleType.Of(first.Topology);
        page.Begin(options.Title, TrajectoryFacts.Of(first));
        page.Markup($"{PlayerMarkup.Error}\n<main><div id=\"scene\"><div id=\"canvas\"></div></div></main>");
        page.Markup($"<footer>\n{PlayerMarkup.Controls}\n{Legend(types)}\n{Settings(first)}\n</footer>");
        page.Script(library);
        writer.Write($"<script>\n\"use strict\";\nconst scene = {Describe(first, types)};\nscene.frames = [\n");
        SceneFrames lines = new(writer, first, options);
        int index = 0;
        foreach (Frame frame in frames)
        {
            lines.Write(frame, index++);
        }

        writer.Write("];\n</script>\n");
        page.Script(WebResource.Read("player.js"));
        page.Script(WebResource.Read("scene-page.js"));
        page.End();
    }

    private string Describe(Frame first, ParticleType[] types)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("dimension", first.Topology.Dimension);
            json.WriteNumber("spacing", ParticleSpacing.Of(first));
            json.WritePropertyName("types");
            JsonSerializer.Serialize(json, first.Topology.Types);
            json.WriteStartArray("typeTable");
            foreach (ParticleType type in types)
            {
                json.WriteStartObject();
                json.WriteString("name", type.Name);
                json.WriteString("color", type.Color.ToString());
                json.WriteNumber("scale", type.Scale);
                json.WriteBoolean("bath", type.IsBath);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WritePropertyName("bonds");
            JsonSerializer.Serialize(json, first.Topology.Bonds.Select(b => new[] { b.I, b.J }));
            json.WriteBoolean("property", options.ColorBy is not null);
            json.WritePropertyName("ramp");
            JsonSerializer.Serialize(json, Viridis.Anchors.Select(c => c.ToString()));
            TrajectoryFacts.WriteUnits(json, first.Units);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private string Legend(ParticleType[] types)
    {
        StringBuilder markup = new("<span class=\"group\">");
        for (int t = 0; t < types.Length; t++)
        {
            string swatch = options.ColorBy is null ? $"<span class=\"swatch\" style=\"background:{types[t].Color}\"></span>" : "";
            markup.Append(
                CultureInfo.InvariantCulture,
                $"<label><input type=\"checkbox\" data-type=\"{t}\" checked>{swatch}{WebPage.Text(types[t].Name)} ");
            markup.Append(CultureInfo.InvariantCulture, $"({types[t].Count})</label> ");
        }

        markup.Append("</span>");
        if (options.ColorBy is { } property)
        {
            string title = WebPage.Text(new Axis(property.Label, property.Unit).Title);
            string background = $"background:linear-gradient(to right,{string.Join(',', Viridis.Anchors)})";
            markup.Append($"\n<span id=\"color-scale\">{title} <output id=\"ramp-low\"></output>")
                .Append($"<span class=\"ramp\" style=\"{background}\"></span><output id=\"ramp-high\"></output></span>");
        }

        return markup.ToString();
    }

    private static string Settings(Frame first)
    {
        string box = double.IsInfinity(first.Box.Volume) ? "hidden" : "";
        return $"<span class=\"group\"><label {box}><input id=\"box\" type=\"checkbox\" checked> box</label>"
            + "<label>size <input id=\"size\" type=\"range\" min=\"0.2\" max=\"1.5\" step=\"0.05\" value=\"1\"></label></span>";
    }
}
