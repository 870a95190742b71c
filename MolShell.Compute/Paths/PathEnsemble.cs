using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// A set of paths with a stationary weight, such as all paths that lead from one state to another. Immutable.
/// </summary>
public abstract class PathEnsemble
{
    private protected PathEnsemble(string name) => Name = name;

    /// <summary>Name in records, such as "A -> B"; unique in a network.</summary>
    public string Name { get; }

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

    /// <summary>All parts of a trajectory that are in the ensemble, in the order of their ends; they share its frames.</summary>
    /// <exception cref="PathSamplingException">A frame is in two states at once.</exception>
    public IEnumerable<Trajectory> Split(Trajectory trajectory)
    {
        ArgumentNullException.ThrowIfNull(trajectory);
        return Parts(trajectory);

        IEnumerable<Trajectory> Parts(Trajectory whole)
        {
            PathSearch search = Search(backward: false);
            foreach (Frame frame in whole)
            {
                if (search.Add(frame) is int first)
                {
                    yield return whole.Slice(first, search.Count - first);
                }
            }
        }
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
}
