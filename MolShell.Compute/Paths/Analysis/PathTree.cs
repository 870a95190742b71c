using System.Collections.Immutable;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>
/// How the paths of an ensemble came from each other: each accepted path with the frames that it did not have from the one before, and what is
/// left in it of the first.
/// </summary>
public sealed record PathTree : IPlottable
{
    /// <summary>Name of the ensemble.</summary>
    public required string Ensemble { get; init; }

    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>The first path and all accepted ones, in their order.</summary>
    public required ImmutableArray<PathTreeBranch> Branches { get; init; }

    /// <summary>Number of accepted paths.</summary>
    public int Generations => Branches.Length - 1;

    /// <summary>Number of the first step whose path has no frame of the first one; null where there was none.</summary>
    public long? FirstDecorrelatedStep => Branches.FirstOrDefault(b => b.InitialFrames == 0)?.Step;

    /// <summary>Part of the frames of the first path that the last one still has.</summary>
    public double Surviving => (double)Branches[^1].InitialFrames / Branches[0].Length;

    /// <summary>
    /// Accepted paths downward, time from left to right: a line for the new frames of each, by the direction in which they were made, and a thin
    /// one from the path before to where they begin.
    /// </summary>
    public Figure ToFigure()
    {
        List<Series> series =
        [
            Lines("first path", Branches.Take(1), b => (b.Start, b.Start + b.Length - 1)),
            Lines("forward", Branches.Skip(1).Where(b => b.Direction == PathDirection.Forward), NewPart),
            Lines("backward", Branches.Skip(1).Where(b => b.Direction == PathDirection.Backward), NewPart),
            Lines("other moves", Branches.Skip(1).Where(b => b.Direction is null && b.NewLength > 0), NewPart),
            Connections(),
        ];
        return new Figure
        {
            Title = $"Path tree of {Ensemble}",
            XAxis = new Axis("time", "frames"),
            YAxis = new Axis("accepted path") { Minimum = -0.5, Maximum = Branches.Length - 0.5, IsReversed = true },
            Series = [.. series.OfType<LineSeries>().Where(s => s.X.Length > 0)],
        };

        static (int From, int To) NewPart(PathTreeBranch branch) => (branch.NewStart, branch.NewStart + branch.NewLength - 1);
    }

    // Lines of many branches as one series, with gaps between them.
    private static LineSeries Lines(string name, IEnumerable<PathTreeBranch> branches, Func<PathTreeBranch, (int From, int To)> span)
    {
        List<double> x = [], y = [];
        foreach (PathTreeBranch branch in branches)
        {
            (int from, int to) = span(branch);
            x.AddRange([from, Math.Max(to, from + 0.5), double.NaN]);
            y.AddRange([branch.Generation, branch.Generation, double.NaN]);
        }

        return new LineSeries([.. x], [.. y]) { Name = name };
    }

    private LineSeries Connections()
    {
        List<double> x = [], y = [];
        foreach (PathTreeBranch branch in Branches.Skip(1).Where(b => b.NewLength > 0 && b.NewLength < b.Length))
        {
            double point = branch.NewStart > branch.Start ? branch.NewStart - 1 : branch.NewStart + branch.NewLength;
            x.AddRange([point, point, double.NaN]);
            y.AddRange([branch.Generation - 1, branch.Generation, double.NaN]);
        }

        return new LineSeries([.. x], [.. y]) { Name = "shooting point" };
    }
}
