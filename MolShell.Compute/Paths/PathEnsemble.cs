using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// A set of paths with a stationary weight, such as all paths that lead from one state to another. Immutable. Combine ensembles with
/// <c>&amp;</c>, <c>|</c>, <c>!</c>, <c>^</c> and <c>-</c>, and as <see cref="Sequence(IReadOnlyList{PathEnsemble}, int, int?)"/>.
/// </summary>
/// <remarks>
/// A path can be sampled by shooting, which makes an end anew until no longer path can be a member, where no member is the beginning
/// or the end of another. The transitions between states are such an ensemble; all paths with some frame in a state are not.
/// </remarks>
public abstract partial class PathEnsemble
{
    private protected PathEnsemble(string name) => Name = name;

    /// <summary>Name in records, such as "A -> B"; unique in a network.</summary>
    public string Name { get; private set; }

    /// <summary>The ensemble as a pattern of memberships of frames.</summary>
    internal abstract PathPattern Pattern { get; }

    /// <summary>The volumes that the ensemble is about.</summary>
    internal abstract FrameStates FrameStates { get; }

    /// <summary>The definition as one line of text, the same for the same ensemble in every run.</summary>
    public abstract string Describe();

    /// <summary><see cref="Describe"/> as a property, for tables.</summary>
    public string Definition => Describe();

    /// <summary>Whether the path is a member.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public bool Contains(Trajectory path) => Diagnose(path) is null;

    /// <summary>What keeps the path out of the ensemble, for people; null for a member.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public abstract string? Diagnose(Trajectory path);

    /// <summary>
    /// All parts of a trajectory that are in the ensemble and within no longer part that is, in the order of their ends; they share its
    /// frames. Of an ensemble in which no member holds another, such as transitions, these are all parts that are in it.
    /// </summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public IEnumerable<Trajectory> Split(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        return Parts(trajectory);

        IEnumerable<Trajectory> Parts(Trajectory whole)
        {
            PathSearch search = Search(backward: false);
            List<(int First, int End)> found = [];
            foreach (Frame frame in whole)
            {
                if (search.Add(frame) is int first)
                {
                    found.RemoveAll(shorter => shorter.First >= first);
                    found.Add((first, search.Count));
                }

                // A longer part would begin no later, with a frame that is still needed.
                int certain = found.FindIndex(part => part.First >= search.FirstNeeded);
                certain = certain < 0 ? found.Count : certain;
                foreach ((int begin, int end) in found[..certain])
                {
                    yield return whole.Slice(begin, end - begin);
                }

                found.RemoveRange(0, certain);
            }

            foreach ((int begin, int end) in found)
            {
                yield return whole.Slice(begin, end - begin);
            }
        }
    }

    /// <summary>
    /// Whether a path is part of a longer one, with at least one more frame after it and any number before it, that may be a member.
    /// </summary>
    /// <remarks>
    /// Exact for sequences of frames in volumes; an intersection is taken to go on while all its parts can by themselves. False is always
    /// certain. The same holds for the other three questions.
    /// </remarks>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public bool CanAppend(Trajectory path) => CanGrow(Pattern.Endings(always: false), path, backward: false);

    /// <summary>Whether a path is the beginning of a longer one that may be a member.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public bool CanAppendStrictly(Trajectory path) => CanGrow(Pattern, path, backward: false);

    /// <summary>
    /// Whether a path is part of a longer one, with at least one more frame before it and any number after it, that may be a member.
    /// </summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public bool CanPrepend(Trajectory path) => CanGrow(Pattern.Mirror().Endings(always: false), path, backward: true);

    /// <summary>Whether a path is the end of a longer one that may be a member.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public bool CanPrependStrictly(Trajectory path) => CanGrow(Pattern.Mirror(), path, backward: true);

    /// <summary>Begins to follow a path from its first frame on, as it grows, or from its last frame back in time.</summary>
    public PathTracker Track(bool backward = false) => new(this, backward);

    /// <summary>The same ensemble under another name.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public PathEnsemble WithName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        PathEnsemble copy = (PathEnsemble)MemberwiseClone();
        copy.Name = name;
        return copy;
    }

    public override string ToString() => $"{Name}: {Describe()}";

    /// <summary>What the analysis reads of a member.</summary>
    internal virtual PathSummary Summarize(Trajectory path) => new(path.Count);

    /// <summary>
    /// Begins to grow a path frame by frame at one end.
    /// </summary>
    /// <param name="direction">Forward adds frames after the last of <paramref name="kept"/>, backward before its first.</param>
    /// <param name="kept">Frames the path has so far: the part of a member that is kept, or of a trial under way.</param>
    /// <param name="pending">
    /// Number of frames at the other end that will be made anew later, as the path had them before; 0 when that end is final.
    /// </param>
    internal abstract PathGrowth Grow(PathDirection direction, Trajectory kept, int pending);

    /// <summary>Begins to look for members among the sub-trajectories of a stream of frames.</summary>
    /// <param name="backward">True to find parts whose reverse is a member.</param>
    internal abstract PathSearch Search(bool backward);

    /// <summary>What follows the frames of a path in a pattern; before them, where the pattern goes backward.</summary>
    private protected PathPattern Follow(PathPattern pattern, Trajectory path, bool backward)
    {
        for (int i = 0; i < path.Count && !pattern.IsNothing; i++)
        {
            PathPoint point = new(path, backward ? path.Count - 1 - i : i);
            FrameStates.Check(point);
            pattern = pattern.Step(point);
        }

        return pattern;
    }

    private bool CanGrow(PathPattern pattern, Trajectory path, bool backward)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Follow(pattern, path, backward).MayGoOn;
    }
}
