using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// Looks for members of a pattern among the parts of a stream of frames. Of several that end with a frame it gives the longest. Parts with
/// the same future are followed as one, the longest of them, so that a frame takes a time that does not depend on the number of frames.
/// </summary>
internal sealed class PatternSearch(PathPattern pattern, FrameStates states, bool backward) : PathSearch
{
    private readonly int[] visits = new int[states.Count];
    private readonly HashSet<PathPattern> seen = [];

    // In the order of their first frames.
    private List<(PathPattern Pattern, int First)> open = [];
    private List<(PathPattern Pattern, int First)> next = [];

    public override int FirstNeeded => open.Count > 0 ? open[0].First : Count;

    public override IReadOnlyList<(string State, int Frames)> Visits => [.. states.Names.Select((name, i) => (name, visits[i]))];

    /// <summary>Number of different futures that parts of the stream have.</summary>
    public int Branches => open.Count;

    /// <summary>Takes the next frame of a forward stream, as <see cref="PathSearch.Add"/> does.</summary>
    public int? Add(PathPoint point) => Take(point, Count++);

    protected override int? Take(Frame frame, int index) => Take(PathPoint.Of(frame, backward), index);

    private int? Take(PathPoint point, int index)
    {
        states.Visit(point, visits);
        open.Add((pattern, index));
        next.Clear();
        seen.Clear();
        int? found = null;
        foreach ((PathPattern current, int first) in open)
        {
            PathPattern after = current.Step(point);
            found ??= after.AcceptsEmpty ? first : null;
            if (after.MayGoOn && seen.Add(after))
            {
                next.Add((after, first));
            }
        }

        (open, next) = (next, open);
        return found;
    }
}
