using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Paths.Ensembles.Patterns;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// Paths around a state A with interface X: they begin with one frame in A, leave over X and come back to A a number of times, stay within X
/// between these excursions, and end with the first frame in A after the last one; they enter no other state. The time between excursions
/// and that of excursions give the flux through X. Swenson, Bolhuis 2014, doi:10.1063/1.4890037.
/// </summary>
public sealed class MinusEnsemble : PathEnsemble
{
    /// <summary>Number of excursions of the paths that networks sample.</summary>
    public const int UsualExcursions = 2;

    private readonly EndStates ends;
    private readonly int home;

    /// <param name="name">Name in records, unique in a network.</param>
    /// <param name="states">All states; those besides that of the interface must not be entered.</param>
    /// <param name="interfaces">The state and its interfaces, of which the innermost counts.</param>
    /// <param name="excursions">Number of excursions over the interface, at least 2.</param>
    /// <exception cref="ArgumentException">States are missing, equal or overlap, or the state is not among them.</exception>
    public MinusEnsemble(string name, IEnumerable<StateVolume> states, InterfaceSet interfaces, int excursions = UsualExcursions)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(interfaces);
        ArgumentOutOfRangeException.ThrowIfLessThan(excursions, 2);
        ImmutableArray<StateVolume> all = [.. states];
        ends = new EndStates(all, all);
        home = ends.States.IndexOf(interfaces.State);
        if (home < 0)
        {
            throw new ArgumentException($"{interfaces.State.Name} is not one of the states.", nameof(interfaces));
        }

        Interfaces = interfaces;
        Excursions = excursions;
        FrameStates = FrameStates.Disjoint(ends.States);
        Pattern = PatternOf();
    }

    internal override PathPattern Pattern { get; }

    internal override FrameStates FrameStates { get; }

    /// <summary>The state and its interfaces, of which the innermost counts.</summary>
    public InterfaceSet Interfaces { get; }

    /// <summary>Number of excursions over the interface.</summary>
    public int Excursions { get; }

    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Excursions} excursions from [{Interfaces.State.Describe()}] over {Interfaces.Variable.Describe()} = {Interfaces.Values[0]}");

    public override string? Diagnose(Trajectory path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Walk walk = new(this);
        for (int i = 0; i < path.Count; i++)
        {
            walk.Add(ends.StateAt(path, i), IsBeyond(path, i));
            if (walk.IsOver && (i < path.Count - 1 || !walk.IsComplete))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"its frame {i} of {path.Count}, in {ends.NameOf(ends.StateAt(path, i))}, is on no way of {Excursions} excursions ")
                    + $"from {Interfaces.State.Name}";
            }
        }

        return walk.IsComplete
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"it has {walk.Done} of {Excursions} excursions from {Interfaces.State.Name} over the innermost interface and back");
    }

    /// <summary>The parts of a member that are excursions, each from the last frame in the state to the next one in it.</summary>
    internal ImmutableArray<Trajectory> SplitExcursions(Trajectory path)
    {
        ImmutableArray<Trajectory>.Builder parts = ImmutableArray.CreateBuilder<Trajectory>(Excursions);
        int last = 0;
        bool beyond = false;
        for (int i = 1; i < path.Count; i++)
        {
            beyond |= IsBeyond(path, i);
            if (ends.StateAt(path, i) == home)
            {
                if (beyond)
                {
                    parts.Add(path.Slice(last, i - last + 1));
                }

                (last, beyond) = (i, false);
            }
        }

        return parts.DrainToImmutable();
    }

    internal override PathSummary Summarize(Trajectory path)
    {
        int outside = SplitExcursions(path).Sum(e => e.Count - 1);
        return new PathSummary(path.Count)
        {
            InitialState = home,
            FinalState = home,
            Outside = outside,
            Inside = path.Count - 1 - outside,
        };
    }

    internal override PathGrowth Grow(PathDirection direction, Trajectory kept, int pending)
    {
        // Which excursion a frame is on is known only from a settled end.
        if (pending > 0)
        {
            throw new PathSamplingException($"Paths of {Name} grow from one of their ends: use one-way shooting or the minus move.");
        }

        return new Growth(this, direction == PathDirection.Forward, kept);
    }

    internal override PathSearch Search(bool backward) => new Finder(this, backward);

    // The first excursion begins in the state, each other one with the first frame beyond the interface after the one before.
    private PathPattern PatternOf()
    {
        StateVolume beyond = Interfaces.Beyond(0).And(ends.Outside);
        PathPattern atHome = PathPattern.Run(Interfaces.State, new LengthRange(1, 1));
        PathPattern outside = PathPattern.Run(ends.Outside, LengthRange.Any);
        PathPattern inside = PathPattern.Run(Interfaces.State.Or(ends.Outside.Except(beyond)), LengthRange.Any);
        PathPattern first = PathPattern.Join(atHome, PathPattern.All(outside, PathPattern.Some(beyond)));
        PathPattern further = PathPattern.Join(inside, PathPattern.Join(PathPattern.Run(beyond, new LengthRange(1, 1)), outside));
        PathPattern rest = atHome;
        for (int i = 1; i < Excursions; i++)
        {
            rest = PathPattern.Join(atHome, PathPattern.Join(further, rest));
        }

        return PathPattern.Join(first, rest);
    }

    private bool IsBeyond(Trajectory path, int index) => Interfaces.IsBeyond(path.Value(Interfaces.Variable, index), 0);

    private bool IsBeyond(Frame frame, bool reversed) => Interfaces.IsBeyond(
        Interfaces.Variable.Evaluate(reversed && !Interfaces.Variable.IsTimeReversible ? frame.Reversed() : frame), 0);

    private int StateOf(Frame frame, bool reversed) => reversed ? ends.StateOfReversed(frame) : ends.StateOf(frame);

    /// <summary>Follows a path from one of its ends; the definition is the same in both directions.</summary>
    private sealed class Walk(MinusEnsemble ensemble)
    {
        private Phase phase = Phase.Start;

        private enum Phase
        {
            Start,
            Leaving,
            Outside,
            Inside,
            Over,
        }

        /// <summary>Number of excursions that came back.</summary>
        public int Done { get; private set; }

        public bool IsComplete => Done == ensemble.Excursions;

        public bool IsOver => phase == Phase.Over;

        public void Add(int state, bool isBeyond)
        {
            bool atHome = state == ensemble.home;
            if (state != EndStates.None && !atHome)
            {
                phase = Phase.Over;
                return;
            }

            switch (phase)
            {
                case Phase.Start:
                    phase = atHome ? Phase.Leaving : Phase.Over;
                    break;
                case Phase.Leaving:
                    phase = atHome ? Phase.Over : isBeyond ? Phase.Outside : phase;
                    break;
                case Phase.Outside when atHome:
                    Done++;
                    phase = IsComplete ? Phase.Over : Phase.Inside;
                    break;
                case Phase.Inside when isBeyond && !atHome:
                    phase = Phase.Outside;
                    break;
            }
        }
    }

    private sealed class Growth : PathGrowth
    {
        private readonly MinusEnsemble ensemble;
        private readonly bool forward;
        private readonly Walk walk;

        public Growth(MinusEnsemble ensemble, bool forward, Trajectory kept)
        {
            this.ensemble = ensemble;
            this.forward = forward;
            walk = new Walk(ensemble);
            for (int i = 0; i < kept.Count && !walk.IsOver; i++)
            {
                int index = forward ? i : kept.Count - 1 - i;
                walk.Add(ensemble.ends.StateAt(kept, index), ensemble.IsBeyond(kept, index));
            }

            Settle();
        }

        public override void Add(Frame frame)
        {
            walk.Add(ensemble.StateOf(frame, !forward), ensemble.IsBeyond(frame, !forward));
            Settle();
        }

        private void Settle()
        {
            IsOver = walk.IsOver;
            Succeeded = walk.IsComplete;
        }
    }

    private sealed class Finder(MinusEnsemble ensemble, bool backward) : PathSearch
    {
        // Where the excursions began that may still be the first of a member.
        private readonly Queue<int> begins = new();
        private int visits;
        private int last = -1;
        private bool beyond;

        public override int FirstNeeded => begins.TryPeek(out int first) ? first : last >= 0 ? last : Count;

        public override IReadOnlyList<(string State, int Frames)> Visits => [(ensemble.Interfaces.State.Name, visits)];

        protected override int? Take(Frame frame, int index)
        {
            int state = ensemble.StateOf(frame, backward);
            if (state == EndStates.None)
            {
                beyond |= last >= 0 && ensemble.IsBeyond(frame, backward);
                return null;
            }

            if (state != ensemble.home)
            {
                begins.Clear();
                (last, beyond) = (-1, false);
                return null;
            }

            visits++;
            if (beyond)
            {
                begins.Enqueue(last);
            }

            int? found = beyond && begins.Count == ensemble.Excursions ? begins.Dequeue() : null;
            (last, beyond) = (index, false);
            return found;
        }
    }
}
