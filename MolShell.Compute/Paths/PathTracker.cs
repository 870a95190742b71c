using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Follows a path frame by frame as it grows, in a time for each frame that does not depend on the length of the path; each variable is
/// evaluated once a frame. Belongs to one thread at a time.
/// </summary>
public sealed class PathTracker
{
    private readonly PatternSearch search;
    private readonly bool backward;
    private PathPattern rest;

    internal PathTracker(PathEnsemble ensemble, bool backward)
    {
        this.backward = backward;
        rest = backward ? ensemble.Pattern.Mirror() : ensemble.Pattern;
        search = new PatternSearch(rest, ensemble.FrameStates, backward);
    }

    /// <summary>Number of frames so far.</summary>
    public int Count => search.Count;

    /// <summary>Whether the path so far is a member of the ensemble.</summary>
    public bool IsMember => rest.AcceptsEmpty;

    /// <summary>Whether a longer path that begins so may be a member, see <see cref="PathEnsemble.CanAppend"/>.</summary>
    public bool CanGrow => rest.MayGoOn;

    /// <summary>Number of frames of the longest member that the path ends with, or begins with where it grows backward; 0 for none.</summary>
    public int MemberLength { get; private set; }

    /// <summary>Names of the volumes of the ensemble that the path was in.</summary>
    public IReadOnlyList<string> Found => [.. search.Visits.Where(v => v.Frames > 0).Select(v => v.State)];

    /// <summary>Names of the volumes of the ensemble that the path was not in.</summary>
    public IReadOnlyList<string> Missing => [.. search.Visits.Where(v => v.Frames == 0).Select(v => v.State)];

    /// <summary>Takes the next frame, as the dynamics gave it: with velocities against the path where it grows backward.</summary>
    /// <exception cref="PathSamplingException">The frame is in two states at once.</exception>
    public void Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        PathPoint point = PathPoint.Of(frame, backward);
        MemberLength = search.Add(point) is int first ? search.Count - first : 0;
        rest = rest.Step(point);
    }

    /// <summary>What was found and what was not, such as "Found states [A,B]. Looking for [C]."</summary>
    public override string ToString() => $"Found states [{string.Join(',', Found)}]. Looking for [{string.Join(',', Missing)}].";
}
