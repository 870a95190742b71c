using System.Globalization;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// Paths of a fixed number of frames whose first frame is in an initial and whose last frame is in a different, final state; frames
/// between may be anywhere. Dellago et al. 1998, doi:10.1063/1.475562.
/// </summary>
public sealed class FixedLengthEnsemble : PathEnsemble
{
    private readonly EndStates ends;

    /// <param name="initial">States that paths begin in.</param>
    /// <param name="final">States that paths end in.</param>
    /// <param name="length">Number of frames, at least 3.</param>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap, or the length is below 3.</exception>
    public FixedLengthEnsemble(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final, int length)
        : this(new EndStates(initial, final), length)
    {
    }

    private FixedLengthEnsemble(EndStates ends, int length)
        : base(ends.Name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 3);
        this.ends = ends;
        Length = length;
        FrameStates = FrameStates.Disjoint(ends.States);
        Pattern = ends.PatternOf(PathPattern.OfLength(new LengthRange(length - 2, length - 2)));
    }

    internal override PathPattern Pattern { get; }

    internal override FrameStates FrameStates { get; }

    /// <summary>Number of frames of a path.</summary>
    public int Length { get; }

    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Length} frames {ends.Describe()}");

    public override string? Diagnose(Trajectory path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Count == Length
            ? ends.DiagnoseEnds(ends.StateAt(path, 0), ends.StateAt(path, Length - 1))
            : string.Create(CultureInfo.InvariantCulture, $"it has {path.Count} frames, not {Length}");
    }

    internal override PathSummary Summarize(Trajectory path) => ends.Summarize(path);

    internal override PathGrowth Grow(PathDirection direction, Trajectory kept, int pending) =>
        new Growth(ends, direction, kept, pending, Length);

    internal override PathSearch Search(bool backward) => new Finder(ends, backward, Length);

    private sealed class Growth : PathGrowth
    {
        private readonly EndStates ends;
        private readonly bool forward;
        private readonly bool otherEndIsOpen;
        private readonly int otherEnd;
        private int missing;

        public Growth(EndStates ends, PathDirection direction, Trajectory kept, int pending, int length)
        {
            this.ends = ends;
            forward = direction == PathDirection.Forward;
            otherEndIsOpen = pending > 0;
            otherEnd = otherEndIsOpen ? EndStates.None : ends.StateAt(kept, forward ? 0 : kept.Count - 1);
            missing = length - kept.Count - pending;
        }

        public override void Add(Frame frame)
        {
            if (--missing > 0)
            {
                return;
            }

            int state = forward ? ends.StateOf(frame) : ends.StateOfReversed(frame);
            IsOver = true;
            Succeeded = otherEndIsOpen
                ? forward ? ends.IsFinal(state) : ends.IsInitial(state)
                : forward ? ends.IsTransition(otherEnd, state) : ends.IsTransition(state, otherEnd);
        }
    }

    private sealed class Finder(EndStates ends, bool backward, int length) : PathSearch
    {
        private readonly int[] visits = new int[ends.States.Length];
        private readonly int[] window = new int[length];

        public override int FirstNeeded => Math.Max(0, Count - length + 1);

        public override IReadOnlyList<(string State, int Frames)> Visits => [.. ends.States.Select((s, i) => (s.Name, visits[i]))];

        protected override int? Take(Frame frame, int index)
        {
            int state = backward ? ends.StateOfReversed(frame) : ends.StateOf(frame);
            window[index % length] = state;
            if (state != EndStates.None)
            {
                visits[state]++;
            }

            int first = index - length + 1;
            if (first < 0)
            {
                return null;
            }

            int other = window[first % length];
            return (backward ? ends.IsTransition(state, other) : ends.IsTransition(other, state)) ? first : null;
        }
    }
}
