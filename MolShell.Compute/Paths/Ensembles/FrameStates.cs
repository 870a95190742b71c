using System.Collections.Immutable;
using MolShell.Compute.Paths.Ensembles.Patterns;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>The volumes that an ensemble is about, for reports of what was visited, and which of them no frame may be in at once.</summary>
internal sealed class FrameStates
{
    private readonly ImmutableArray<StateVolume> states;
    private readonly ImmutableArray<ImmutableArray<StateVolume>> disjoint;

    private FrameStates(ImmutableArray<StateVolume> states, ImmutableArray<ImmutableArray<StateVolume>> disjoint)
    {
        this.states = states;
        this.disjoint = disjoint;
    }

    public static FrameStates None { get; } = new([], []);

    public int Count => states.Length;

    public IEnumerable<string> Names => states.Select(s => s.Name);

    /// <summary>Volumes that may overlap.</summary>
    public static FrameStates Of(params ImmutableArray<StateVolume> states) => new(states, []);

    /// <summary>States that may not.</summary>
    public static FrameStates Disjoint(ImmutableArray<StateVolume> states) => new(states, [states]);

    public FrameStates Union(FrameStates other) => new(
        [.. states.Union(other.states)], [.. disjoint.Concat(other.disjoint).DistinctBy(d => string.Join(';', d.Select(s => s.Describe())))]);

    public FrameStates Map(Func<StateVolume, StateVolume> map) =>
        new([.. states.Select(map)], [.. disjoint.Select(d => d.Select(map).ToImmutableArray())]);

    /// <exception cref="PathSamplingException">The frame is in two states at once that must not overlap.</exception>
    public void Check(PathPoint point)
    {
        foreach (ImmutableArray<StateVolume> group in disjoint)
        {
            StateVolume? found = null;
            foreach (StateVolume state in group)
            {
                if (point.IsIn(state))
                {
                    found = found is null ? state : throw EndStates.Overlap(found, state);
                }
            }
        }
    }

    /// <summary>Counts the frame for each state that it is in.</summary>
    /// <exception cref="PathSamplingException">The frame is in two states at once that must not overlap.</exception>
    public void Visit(PathPoint point, int[] visits)
    {
        Check(point);
        for (int i = 0; i < states.Length; i++)
        {
            visits[i] += point.IsIn(states[i]) ? 1 : 0;
        }
    }

    /// <summary>What the frame is in, such as "in A" or "in none of A, B".</summary>
    public string Locate(PathPoint point)
    {
        string[] names = [.. states.Where(point.IsIn).Select(s => s.Name)];
        return names.Length > 0 ? $"in {string.Join(" and ", names)}" : $"in none of {string.Join(", ", Names)}";
    }
}
