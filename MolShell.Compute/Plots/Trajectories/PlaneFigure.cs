using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>
/// The path of a toy system as a plot. In two dimensions: y against x, over the potential. In one: the potential against x with the
/// particle on it, or, where no energy is known, x against time.
/// </summary>
internal sealed class PlaneFigure
{
    public const int MostParticles = 10;

    private const int Grid = 120;
    private readonly Func<Vec3, double>? potential;
    private readonly bool planar;
    private readonly bool hasEnergy;

    public PlaneFigure(List<Frame> frames, TrajectoryPageOptions options)
    {
        Frame first = frames[0];
        planar = first.Topology.Dimension == 2;
        potential = first.ParticleCount == 1 ? options.Potential : null;
        hasEnergy = !planar && (potential is not null || (first.ParticleCount == 1 && frames.All(f => f.PotentialEnergy is not null)));
        Axis x = new("x", first.Units.Symbol(Dimension.Length));
        Axis energy = new("potential energy", first.Units.Symbol(Dimension.Energy));
        Axis time = new("time", first.Units.Symbol(Dimension.Time));
        Figure = new Figure
        {
            Description = "Path of the particles of a toy system.",
            XAxis = !planar && !hasEnergy ? time : x,
            YAxis = planar ? x with { Label = "y" }
                : !hasEnergy ? x
                : potential is null ? energy : energy with { Maximum = Top(frames, potential) },
            Series = [.. Background(frames, energy), .. hasEnergy && potential is not null ? [] : Paths(frames)],
        };
    }

    public Figure Figure { get; }

    /// <summary>Where particle <paramref name="i"/> stands, in the units of the axes.</summary>
    public (double X, double Y) Point(Frame frame, int i)
    {
        Vec3 r = frame.Positions[i];
        return planar ? (r.X, r.Y)
            : !hasEnergy ? (frame.Time, r.X)
            : (r.X, potential?.Invoke(r) ?? frame.PotentialEnergy!.Value);
    }

    private IEnumerable<Series> Paths(List<Frame> frames)
    {
        for (int i = 0; i < frames[0].ParticleCount; i++)
        {
            (double X, double Y)[] points = [.. frames.Select(f => Point(f, i))];
            double[] xs = Array.ConvertAll(points, p => p.X);
            double[] ys = Array.ConvertAll(points, p => p.Y);
            yield return hasEnergy ? new ScatterSeries(xs, ys) : new LineSeries(xs, ys);
        }
    }

    private IEnumerable<Series> Background(List<Frame> frames, Axis energy)
    {
        if (potential is null)
        {
            yield break;
        }

        Vec3[] path = [.. frames.Select(f => f.Positions[0])];
        double[] xs = Edges(path.Min(r => r.X), path.Max(r => r.X));
        if (!planar)
        {
            yield return new LineSeries(xs, Array.ConvertAll(xs, x => potential(new Vec3(x, 0, 0))));
            yield break;
        }

        double[] ys = Edges(path.Min(r => r.Y), path.Max(r => r.Y));
        double[,] values = new double[xs.Length - 1, ys.Length - 1];
        for (int i = 0; i < xs.Length - 1; i++)
        {
            for (int j = 0; j < ys.Length - 1; j++)
            {
                values[i, j] = potential(new Vec3((xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2, 0));
            }
        }

        yield return new HeatMapSeries(xs, ys, values) { ColorAxis = energy with { Maximum = Top(frames, potential) } };
    }

    /// <summary>
    /// A little above what the path climbs: the walls beyond would take all of the scale. Null where the path is at rest.
    /// </summary>
    private static double? Top(List<Frame> frames, Func<Vec3, double> potential)
    {
        double[] climbed = [.. frames.Select(f => potential(f.Positions[0])).Where(double.IsFinite)];
        double low = climbed.DefaultIfEmpty(0).Min();
        double high = climbed.DefaultIfEmpty(0).Max();
        return high > low ? high + (0.5 * (high - low)) : null;
    }

    /// <summary>Edges of a grid that reaches a fifth beyond the path on either side.</summary>
    private static double[] Edges(double low, double high)
    {
        double margin = high > low ? 0.2 * (high - low) : Math.Max(1, Math.Abs(low) * 0.1);
        double[] edges = new double[Grid + 1];
        for (int i = 0; i <= Grid; i++)
        {
            edges[i] = low - margin + ((high - low + (2 * margin)) * i / Grid);
        }

        return edges;
    }
}
