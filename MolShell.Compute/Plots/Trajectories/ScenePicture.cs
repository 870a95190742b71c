using MolShell.Compute.Numerics;
using MolShell.Compute.Plots.Colors;
using MolShell.Compute.Plots.Svg;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>A static picture of one frame: an orthographic projection with spheres drawn from back to front.</summary>
internal static class ScenePicture
{
    private const int Width = 720;
    private const int Height = 600;
    private const double Margin = 30;

    // The view from a little above and beside: a turn of 20 degrees about y, then of 15 degrees about x.
    private static readonly (double Cos, double Sin) Turn = (Math.Cos(20 * Math.PI / 180), Math.Sin(20 * Math.PI / 180));
    private static readonly (double Cos, double Sin) Tilt = (Math.Cos(15 * Math.PI / 180), Math.Sin(15 * Math.PI / 180));

    public static string Render(Frame frame, Vec3[] positions, int[] crossing, string title)
    {
        Topology topology = frame.Topology;
        ParticleType[] types = ParticleType.Of(topology);
        double radius = 0.42 * ParticleSpacing.Of(frame);
        bool flat = topology.Dimension < 3;
        Vec3[] seen = Array.ConvertAll(positions, r => Project(r, flat));
        (Vec3 From, Vec3 To)[] edges = [.. Edges(frame.Box, topology.Dimension).Select(e => (Project(e.From, flat), Project(e.To, flat)))];
        View view = View.Of(seen.Concat(edges.SelectMany(e => new[] { e.From, e.To })), radius);

        using SvgDocument document = new(Width, Height, title, TrajectoryFacts.Of(frame) + ", first frame.");
        document.Begin("g", ("class", "box"), ("stroke", "#777"), ("stroke-width", 1));
        foreach ((Vec3 from, Vec3 to) in edges)
        {
            document.Element("line", ("x1", view.X(from)), ("y1", view.Y(from)), ("x2", view.X(to)), ("y2", view.Y(to)));
        }

        document.End();
        document.Begin("g", ("class", "particles"), ("stroke", "#333"), ("stroke-width", 0.6));
        double nearest = seen.Select(r => r.Z).DefaultIfEmpty(0).Max();
        double farthest = seen.Select(r => r.Z).DefaultIfEmpty(0).Min();
        ILookup<int, Bond> bonds = topology.Bonds.Where((_, k) => !crossing.Contains(k))
            .ToLookup(b => seen[b.I].Z < seen[b.J].Z ? b.I : b.J);
        foreach (int i in Enumerable.Range(0, seen.Length).OrderBy(i => seen[i].Z))
        {
            // Haze: what is far away fades towards the paper.
            double depth = nearest > farthest ? (nearest - seen[i].Z) / (nearest - farthest) : 0;
            ParticleType type = types[topology.Types[i]];
            document.Element(
                "circle", ("cx", view.X(seen[i])), ("cy", view.Y(seen[i])), ("r", view.Scale * radius * type.Scale),
                ("fill", Rgb.Mix(type.Color, new Rgb(255, 255, 255), 0.6 * depth)), ("opacity", type.IsBath ? 0.3 : 1));
            foreach (Bond bond in bonds[i])
            {
                (Vec3 from, Vec3 to) = (seen[bond.I], seen[bond.J]);
                document.Element(
                    "line", ("x1", view.X(from)), ("y1", view.Y(from)), ("x2", view.X(to)), ("y2", view.Y(to)),
                    ("stroke-width", Math.Max(1.5, view.Scale * radius * 0.3)));
            }
        }

        document.End();
        return document.Finish();
    }

    private static Vec3 Project(Vec3 r, bool flat)
    {
        if (flat)
        {
            return r;
        }

        double x = (Turn.Cos * r.X) + (Turn.Sin * r.Z);
        double z = (Turn.Cos * r.Z) - (Turn.Sin * r.X);
        return new Vec3(x, (Tilt.Cos * r.Y) - (Tilt.Sin * z), (Tilt.Sin * r.Y) + (Tilt.Cos * z));
    }

    private static IEnumerable<(Vec3 From, Vec3 To)> Edges(Box box, int dimension)
    {
        if (double.IsInfinity(box.Volume))
        {
            yield break;
        }

        Vec3[] axes = [.. new[] { box.A, box.B, box.C }.Take(dimension)];
        for (int along = 0; along < axes.Length; along++)
        {
            Vec3[] others = [.. axes.Where((_, k) => k != along)];
            for (int corner = 0; corner < 1 << others.Length; corner++)
            {
                Vec3 from = others.Select((a, k) => (corner >> k & 1) * a).Aggregate(Vec3.Zero, (s, a) => s + a);
                yield return (from, from + axes[along]);
            }
        }
    }

    /// <summary>Where a projected point lies on the paper [px].</summary>
    private readonly record struct View(double Left, double Bottom, double Scale)
    {
        public static View Of(IEnumerable<Vec3> points, double radius)
        {
            (double left, double right) = (double.MaxValue, double.MinValue);
            (double bottom, double top) = (double.MaxValue, double.MinValue);
            foreach (Vec3 r in points)
            {
                (left, right) = (Math.Min(left, r.X - radius), Math.Max(right, r.X + radius));
                (bottom, top) = (Math.Min(bottom, r.Y - radius), Math.Max(top, r.Y + radius));
            }

            double scale = Math.Min((Width - (2 * Margin)) / (right - left), (Height - (2 * Margin)) / (top - bottom));
            return new View(((left + right) - (Width / scale)) / 2, ((bottom + top) - (Height / scale)) / 2, scale);
        }

        public double X(Vec3 r) => (r.X - Left) * Scale;

        public double Y(Vec3 r) => Height - ((r.Y - Bottom) * Scale);
    }
}
