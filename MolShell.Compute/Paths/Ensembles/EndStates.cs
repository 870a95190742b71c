using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// The states a path may begin and end in. A path leads from an initial to a different final state.
/// </summary>
internal sealed class EndStates
{
    /// <summary>Stands for a frame in no state.</summary>
    public const int None = -1;

    private readonly ImmutableArray<StateVolume> states;
    private readonly ImmutableArray<bool> initial;
    private readonly ImmutableArray<bool> final;
    private readonly bool isTimeReversible;

    public EndStates(IEnumerable<StateVolume> initialStates, IEnumerable<StateVolume> finalStates)
    {
        Initial = [.. initialStates];
        Final = [.. finalStates];
        if (Initial.IsEmpty || Final.IsEmpty)
        {
            throw new ArgumentException("A path ensemble needs at least one initial and one final state.", nameof(initialStates));
        }

        states = [.. Initial.Union(Final)];
        initial = [.. states.Select(s => Initial.Contains(s))];
        final = [.. states.Select(s => Final.Contains(s))];
        isTimeReversible = states.All(s => s.IsTimeReversible);
        CheckStates(states);
        if (states.Length == 1)
        {
            throw new ArgumentException($"The initial and the final state are the same ({states[0].Name}): a transition needs two.");
        }

        Outside = states.Aggregate(StateVolume.Everything, (all, s) => all.Except(s));
        Name = Join(Initial) + " -> " + Join(Final);
    }

    public ImmutableArray<StateVolume> Initial { get; }

    public ImmutableArray<StateVolume> Final { get; }

    /// <summary>All states, each once; the methods below number them in this order.</summary>
    public ImmutableArray<StateVolume> States => states;

    /// <summary>The frames in no state.</summary>
    public StateVolume Outside { get; }

    public string Name { get; }

    /// <summary>Refuses states that are seen to be the same, to overlap, or to have one name.</summary>
    /// <exception cref="ArgumentException">Two states are so.</exception>
    public static void CheckStates(ImmutableArray<StateVolume> states)
    {
        for (int i = 0; i < states.Length; i++)
        {
            for (int j = i + 1; j < states.Length; j++)
            {
                if (states[i].Describe() == states[j].Describe())
                {
                    throw new ArgumentException(
                        $"States {states[i].Name} and {states[j].Name} are the same volume: {states[i].Describe()}.");
                }

                if (states[i].KnownOverlap(states[j]) is StateVolume common)
                {
                    throw new ArgumentException($"States {states[i].Name} and {states[j].Name} overlap: {common.Describe()} is in both.");
                }

                if (states[i].Name == states[j].Name)
                {
                    throw new ArgumentException($"Two different states have the name {states[i].Name}; records could not tell them apart.");
                }
            }
        }
    }

    /// <summary>The complaint about a frame that is in two states.</summary>
    public static PathSamplingException Overlap(StateVolume first, StateVolume second) => new(
        $"A frame is in states {first.Name} ({first.Describe()}) and {second.Name} ({second.Describe()}) "
        + "at once: states must not overlap.");

    public string Describe() => $"from {Definitions(Initial)} to {Definitions(Final)}";

    public bool IsInitial(int state) => state != None && initial[state];

    public bool IsFinal(int state) => state != None && final[state];

    /// <summary>Whether a path may lead from one state to the other.</summary>
    public bool IsTransition(int from, int to) => IsInitial(from) && IsFinal(to) && from != to;

    /// <summary>The state of a frame, or <see cref="None"/>.</summary>
    public int StateOf(Frame frame)
    {
        int found = None;
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i].Contains(frame))
            {
                found = found == None ? i : throw Overlap(states[found], states[i]);
            }
        }

        return found;
    }

    /// <summary>The state of the frame that <paramref name="frame"/> is with its velocities negated.</summary>
    public int StateOfReversed(Frame frame) => StateOf(isTimeReversible ? frame : frame.Reversed());

    /// <summary>The state of a frame of a path, from the values kept with it.</summary>
    public int StateAt(Trajectory path, int index)
    {
        int found = None;
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i].ContainsAt(path, index))
            {
                found = found == None ? i : throw Overlap(states[found], states[i]);
            }
        }

        return found;
    }

    /// <summary>Length and end states of a path.</summary>
    public PathSummary Summarize(Trajectory path) => new(path.Count)
    {
        InitialState = StateAt(path, 0),
        FinalState = StateAt(path, path.Count - 1),
    };

    /// <summary>Paths whose first and last frames are a transition, with what is between from a pattern.</summary>
    public PathPattern PatternOf(PathPattern between) => PathPattern.Any(
    [
        .. from i in Enumerable.Range(0, states.Length)
           from j in Enumerable.Range(0, states.Length)
           where IsTransition(i, j)
           select PathPattern.Join(Single(i), PathPattern.Join(between, Single(j))),
    ]);

    public string NameOf(int state) => state == None ? "no state" : $"state {states[state].Name}";

    /// <summary>The complaint about the ends of a path, or null.</summary>
    public string? DiagnoseEnds(int first, int last)
    {
        if (!IsInitial(first))
        {
            return $"its first frame is in {NameOf(first)}, not in {Join(Initial)}";
        }

        return IsTransition(first, last)
            ? null
            : $"its last frame is in {NameOf(last)}, but it began in {NameOf(first)} and must end in {Join(Final)}";
    }

    private PathPattern Single(int state) => PathPattern.Run(states[state], new LengthRange(1, 1));

    private static string Join(IEnumerable<StateVolume> volumes) => string.Join(" or ", volumes.Select(s => s.Name));

    private static string Definitions(IEnumerable<StateVolume> volumes) => string.Join(" or ", volumes.Select(s => $"[{s.Describe()}]"));
}
