using System.Globalization;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// Paths of any length that begin with one frame in an initial state, end with the first frame in another state, which is a final
/// one, and have at least one frame between, all of them in no state. Bolhuis et al. 2002, doi:10.1146/annurev.physchem.53.082301.113146.
/// </summary>
public sealed class TransitionEnsemble : PathEnsemble
{
    private readonly EndStates ends;

    /// <param name="initial">States that paths begin in.</param>
    /// <param name="final">States that paths end in; a state may be in both lists, but no path leads from a state to itself.</param>
    /// <exception cref="ArgumentException">States are missing, equal, or overlap.</exception>
    public TransitionEnsemble(IEnumerable<StateVolume> initial, IEnumerable<StateVolume> final)
        : this(new EndStates(initial, final))
    {
    }

    private TransitionEnsemble(EndStates ends)
        : base(ends.Name)
    {
        this.ends = ends;
        FrameStates = FrameStates.Disjoint(ends.States);
        Pattern = ends.PatternOf(PathPattern.Run(ends.Outside, new LengthRange(1, LengthRange.Unlimited)));
    }

    internal override PathPattern Pattern { get; }

    internal override FrameStates FrameStates { get; }

    public override string Describe() => $"transition {ends.Describe()}";

    public override string? Diagnose(Trajectory path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count < 3)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it has {path.Count} frames; a transition has at least 3");
        }

        if (ends.DiagnoseEnds(ends.StateAt(path, 0), ends.StateAt(path, path.Count - 1)) is string complaint)
        {
            return complaint;
        }

        for (int i = 1; i < path.Count - 1; i++)
        {
            int state = ends.StateAt(path, i);
            if (state != EndStates.None)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"its frame {i} of {path.Count} is in {ends.NameOf(state)}, but only its ends may be in a state");
            }
        }

        return null;
    }

    internal override PathSummary Summarize(Trajectory path) => ends.Summarize(path);

    internal override PathGrowth Grow(PathDirection direction, Trajectory kept, int pending) =>
        new Growth(ends, direction, kept, pending > 0);

    internal override PathSearch Search(bool backward) => new Finder(ends, backward);

    private sealed class Growth : PathGrowth
    {
        private readonly EndStates ends;
        private readonly bool forward;
        private readonly bool otherEndIsOpen;
        private readonly int otherEnd;
        private int length;

        public Growth(EndStates ends, PathDirection direction, Trajectory kept, bool otherEndIsOpen)
        {
            this.ends = ends;
            this.otherEndIsOpen = otherEndIsOpen;
            forward = direction == PathDirection.Forward;
            length = kept.Count;

            // A shooting point whose new velocities put it into a state cannot be inside a member.
            IsOver = otherEndIsOpen && ends.StateAt(kept, forward ? kept.Count - 1 : 0) != EndStates.None;
            otherEnd = otherEndIsOpen ? EndStates.None : ends.StateAt(kept, forward ? 0 : kept.Count - 1);
        }

        public override void Add(Frame frame)
        {
            int state = forward ? ends.StateOf(frame) : ends.StateOfReversed(frame);
            length++;
            if (state == EndStates.None)
            {
                return;
            }

            IsOver = true;
            Succeeded = otherEndIsOpen
                ? forward ? ends.IsFinal(state) : ends.IsInitial(state)
                : length >= 3 && (forward ? ends.IsTransition(otherEnd, state) : ends.IsTransition(state, otherEnd));
        }
    }

    private sealed class Finder(EndStates ends, bool backward) : PathSearch
    {
        private readonly int[] visits = new int[ends.States.Length];
        private int last = EndStates.None;
        private int lastIndex;

        public override int FirstNeeded => last == EndStates.None ? Count : lastIndex;

        public override IReadOnlyList<(string State, int Frames)> Visits => [.. ends.States.Select((s, i) => (s.Name, visits[i]))];

        protected override int? Take(Frame frame, int index)
        {
            int state = backward ? ends.StateOfReversed(frame) : ends.StateOf(frame);
            if (state == EndStates.None)
            {
                return null;
            }

            visits[state]++;
            bool found = index - lastIndex >= 2 && (backward ? ends.IsTransition(state, last) : ends.IsTransition(last, state));
            int first = lastIndex;
            (last, lastIndex) = (state, index);
            return found ? first : null;
        }
    }
}
