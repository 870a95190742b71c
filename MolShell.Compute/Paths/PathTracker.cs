using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Follows a path frame by frame as it grows, in a time for each frame that does not depend on the length of the path. Belongs to one
/// thread at a time.
/// </summary>
public sealed class PathTracker
{
    private readonly FrameStates states;
    private readonly int[] visits;
    private PathPattern rest;

    internal PathTracker(PathEnsemble ensemble)
    {
        states = ensemble.FrameStates;
        visits = new int[states.Count];
        rest = ensemble.Pattern;
    }

    /// <summary>Number of frames so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the path so far is a member of the ensemble.</summary>
    public bool IsMember => rest.AcceptsEmpty;

    /// <summary>Whether a longer path that begins so may be a member, see <see cref="PathEnsemble.CanAppend"/>.</summary>
    public bool CanGrow => rest.MayGoOn;

    /// <summary>Names of the volumes of the ensemble that the path was in.</summary>
    public IReadOnlyList<string> Found => [.. states.Names.Where((_, i) => visits[i] > 0)];

    /// <summary>Names of the volumes of the ensemble that the path was not in.</summary>
    public IReadOnlyList<string> Missing => [.. states.Names.Where((_, i) => visits[i] == 0)];

    /// <summary>Takes the next frame.</summary>
    /// <exception cref="PathSamplingException">The frame is in two states at once.</exception>
    public void Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        PathPoint point = PathPoint.Of(frame, reversed: false);
        states.Visit(point, visits);
        rest = rest.Step(point);
        Count++;
    }

    /// <summary>What was found and what was not, such as "Found states [A,B]. Looking for [C]."</summary>
    public override string ToString() => $"Found states [{string.Join(',', Found)}]. Looking for [{string.Join(',', Missing)}].";
}
