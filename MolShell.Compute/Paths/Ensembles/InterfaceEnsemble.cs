using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// The ensemble of transition interface sampling: paths that begin with one frame in a state, have at least one frame in no state, end with
/// the first frame in any state, and have a frame beyond an interface of the state they began in. With several initial states, each with its
/// own interface, it is the multiple-state outer ensemble. van Erp, Moroni, Bolhuis 2003, doi:10.1063/1.1562614.
/// </summary>
public sealed class InterfaceEnsemble : PathEnsemble
{
    private readonly EndStates ends;
    private readonly int[] originOf;

    /// <param name="name">Name in records, unique in a network.</param>
    /// <param name="states">All states; paths end in any of them.</param>
    /// <param name="origins">The states that paths begin in, with the interface that each must reach.</param>
    /// <exception cref="ArgumentException">States are missing, equal or overlap, or an origin is not among them or occurs twice.</exception>
    public InterfaceEnsemble(string name, IEnumerable<StateVolume> states, params IEnumerable<InterfaceOrigin> origins)
        : base(name)
    {
        ImmutableArray<StateVolume> all = [.. states];
        Origins = [.. origins];
        ends = new EndStates(all, all);
        originOf = [.. Enumerable.Repeat(EndStates.None, ends.States.Length)];
        for (int i = 0; i < Origins.Length; i++)
        {
            int state = ends.States.IndexOf(Origins[i].Interfaces.State);
            if (state < 0 || originOf[state] != EndStates.None)
            {
                throw new ArgumentException(
                    $"{Origins[i].Interfaces.State.Name} must be one of the states, and an origin once.", nameof(origins));
            }

            originOf[state] = i;
        }

        if (Origins.IsEmpty)
        {
            throw new ArgumentException("An interface ensemble needs a state with an interface.", nameof(origins));
        }

        FrameStates = FrameStates.Disjoint(ends.States);
        Pattern = PathPattern.Any([.. Origins.Select(PatternOf)]);
    }

    /// <summary>The states that paths begin in, with the interface that each must reach.</summary>
    public ImmutableArray<InterfaceOrigin> Origins { get; }

    /// <summary>All states; paths end in any of them.</summary>
    public ImmutableArray<StateVolume> States => ends.States;

    /// <summary>The frames in no state.</summary>
    internal StateVolume Outside => ends.Outside;

    internal override PathPattern Pattern { get; }

    internal override FrameStates FrameStates { get; }

    public override string Describe() =>
        $"{string.Join(" or ", Origins.Select(o => o.Describe()))}, ending in {string.Join(" or ", States.Select(s => $"[{s.Describe()}]"))}";

    public override string? Diagnose(Trajectory path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Count < 3)
        {
            return string.Create(CultureInfo.InvariantCulture, $"it has {path.Count} frames; at least 3 lead out of a state and into one");
        }

        int first = ends.StateAt(path, 0);
        if (first == EndStates.None || originOf[first] == EndStates.None)
        {
            return $"its first frame is in {ends.NameOf(first)}, not in {string.Join(" or ", Origins.Select(o => o.Interfaces.State.Name))}";
        }

        if (ends.StateAt(path, path.Count - 1) == EndStates.None)
        {
            return "its last frame is in no state";
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

        InterfaceOrigin origin = Origins[originOf[first]];
        double reached = Progress(path, origin.Interfaces);
        return origin.Interfaces.IsBeyond(reached, origin.Index)
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"it reaches {origin.Interfaces.Variable.Name} = {reached:g6} only, not the interface at {origin.Value}");
    }

    /// <summary>The first frame of a path of the ensemble that is beyond its interface.</summary>
    internal int FirstBeyond(Trajectory path)
    {
        InterfaceOrigin origin = OriginOf(path);
        int i = 0;
        while (!origin.Interfaces.IsBeyond(path.Value(origin.Interfaces.Variable, i), origin.Index))
        {
            i++;
        }

        return i;
    }

    /// <summary>The origin of a path of the ensemble.</summary>
    internal InterfaceOrigin OriginOf(Trajectory path) => Origins[originOf[ends.StateAt(path, 0)]];

    internal override PathSummary Summarize(Trajectory path)
    {
        int first = ends.StateAt(path, 0);
        return new PathSummary(path.Count)
        {
            InitialState = first,
            FinalState = ends.StateAt(path, path.Count - 1),
            Progress = Progress(path, Origins[originOf[first]].Interfaces),
        };
    }

    internal override PathGrowth Grow(PathDirection direction, Trajectory kept, int pending) => new Growth(this, direction, kept, pending > 0);

    internal override PathSearch Search(bool backward) => new Finder(this, backward);

    // The frames at the ends count too where an interface is at the border of its state.
    private PathPattern PatternOf(InterfaceOrigin origin)
    {
        PathPattern between = PathPattern.Run(ends.Outside, new LengthRange(1, LengthRange.Unlimited));
        PathPattern from = PathPattern.Run(origin.Interfaces.State, new LengthRange(1, 1));
        PathPattern to = PathPattern.Run(ends.Outside.Not(), new LengthRange(1, 1));
        return PathPattern.All(
            PathPattern.Join(from, PathPattern.Join(between, to)), PathPattern.Some(origin.Interfaces.Beyond(origin.Index)));
    }

    private static double Progress(Trajectory path, InterfaceSet interfaces)
    {
        double reached = path.Value(interfaces.Variable, 0);
        for (int i = 1; i < path.Count; i++)
        {
            reached = interfaces.Outer(reached, path.Value(interfaces.Variable, i));
        }

        return reached;
    }

    private static double ValueOf(CollectiveVariable variable, Frame frame, bool reversed) =>
        variable.Evaluate(reversed && !variable.IsTimeReversible ? frame.Reversed() : frame);

    private bool IsMember(int first, int last, ReadOnlySpan<bool> reached) =>
        first != EndStates.None && last != EndStates.None && originOf[first] is var origin and >= 0 && reached[origin];

    private void Reach(Frame frame, bool reversed, Span<bool> reached)
    {
        for (int i = 0; i < reached.Length; i++)
        {
            InterfaceOrigin origin = Origins[i];
            reached[i] = reached[i]
                || origin.Interfaces.IsBeyond(ValueOf(origin.Interfaces.Variable, frame, reversed), origin.Index);
        }
    }

    private sealed class Growth : PathGrowth
    {
        private readonly InterfaceEnsemble ensemble;
        private readonly bool forward;
        private readonly bool otherEndIsOpen;
        private readonly int otherEnd;
        private readonly bool[] reached;
        private int length;

        public Growth(InterfaceEnsemble ensemble, PathDirection direction, Trajectory kept, bool otherEndIsOpen)
        {
            this.ensemble = ensemble;
            this.otherEndIsOpen = otherEndIsOpen;
            EndStates ends = ensemble.ends;
            forward = direction == PathDirection.Forward;
            length = kept.Count;

            // A shooting point whose new velocities put it into a state cannot be inside a member.
            IsOver = otherEndIsOpen && ends.StateAt(kept, forward ? kept.Count - 1 : 0) != EndStates.None;
            otherEnd = otherEndIsOpen ? EndStates.None : ends.StateAt(kept, forward ? 0 : kept.Count - 1);
            reached = new bool[ensemble.Origins.Length];
            for (int i = 0; i < reached.Length && !otherEndIsOpen; i++)
            {
                InterfaceOrigin origin = ensemble.Origins[i];
                for (int k = 0; k < kept.Count && !reached[i]; k++)
                {
                    reached[i] = origin.Interfaces.IsBeyond(kept.Value(origin.Interfaces.Variable, k), origin.Index);
                }
            }
        }

        public override void Add(Frame frame)
        {
            int state = forward ? ensemble.ends.StateOf(frame) : ensemble.ends.StateOfReversed(frame);
            length++;
            if (!otherEndIsOpen)
            {
                ensemble.Reach(frame, !forward, reached);
            }

            if (state == EndStates.None)
            {
                return;
            }

            IsOver = true;
            Succeeded = otherEndIsOpen
                ? forward || ensemble.originOf[state] != EndStates.None
                : length >= 3 && (forward ? ensemble.IsMember(otherEnd, state, reached) : ensemble.IsMember(state, otherEnd, reached));
        }
    }

    private sealed class Finder(InterfaceEnsemble ensemble, bool backward) : PathSearch
    {
        private readonly EndStates ends = ensemble.ends;
        private readonly int[] visits = new int[ensemble.ends.States.Length];
        private readonly bool[] reached = new bool[ensemble.Origins.Length];
        private int last = EndStates.None;
        private int lastIndex;

        public override int FirstNeeded => last == EndStates.None ? Count : lastIndex;

        public override IReadOnlyList<(string State, int Frames)> Visits => [.. ends.States.Select((s, i) => (s.Name, visits[i]))];

        protected override int? Take(Frame frame, int index)
        {
            int state = backward ? ends.StateOfReversed(frame) : ends.StateOf(frame);
            ensemble.Reach(frame, backward, reached);
            if (state == EndStates.None)
            {
                return null;
            }

            visits[state]++;
            bool found = index - lastIndex >= 2
                && (backward ? ensemble.IsMember(state, last, reached) : ensemble.IsMember(last, state, reached));
            int first = lastIndex;
            (last, lastIndex) = (state, index);
            Array.Clear(reached);
            ensemble.Reach(frame, backward, reached);
            return found ? first : null;
        }
    }
}
