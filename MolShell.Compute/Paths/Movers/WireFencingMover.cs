using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// Wire fencing: a sub-path between the interface and a cap, drawn with its number of frames m, is shot from a few times in both directions,
/// each time from any of its frames and only as far as the interface or the cap; the last sub-path is then made longer at both ends to a
/// whole path. Shots are short, and all are taken that begin or end below the interface. Zhang et al. 2023, doi:10.1063/5.0127249.
/// </summary>
/// <remarks>
/// With P the weight of paths, the shots keep m P of sub-paths, and all together keep W P of whole paths in either direction of time,
/// W = sum of m over the sub-paths of a path. A path that begins and ends in different states is in the ensemble in one direction of time only,
/// so it stands for both: W is twice as large for it. The acceptance min(1, W(old) / W(new)) then keeps P. A path that leaps over the region
/// without a frame in it has W = 0 and is left to other moves.
/// </remarks>
public sealed class WireFencingMover : PathMover
{
    /// <summary>Usual number of shots.</summary>
    public const int DefaultJumps = 4;

    private readonly InterfaceEnsemble ensemble;
    private readonly Fence fence;
    private readonly int jumps;
    private readonly double? cap;

    /// <param name="ensemble">The ensemble, of one initial state.</param>
    /// <param name="jumps">Number of shots of a sub-path, from 1 to 500.</param>
    /// <param name="cap">Value of the variable of the interfaces, beyond that of the ensemble; null for shots that go on to the states.</param>
    /// <exception cref="ArgumentException">
    /// The ensemble has several initial states, the cap is not beyond its interface, or a variable depends on the direction of time.
    /// </exception>
    public WireFencingMover(InterfaceEnsemble ensemble, int jumps = DefaultJumps, double? cap = null)
        : base("WireFencing")
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentOutOfRangeException.ThrowIfLessThan(jumps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(jumps, 500);
        (this.ensemble, this.jumps, this.cap) = (ensemble, jumps, cap);
        if (ensemble.Origins.Length > 1)
        {
            throw new ArgumentException($"Wire fencing needs one interface, and {ensemble.Name} has one for each of its states.", nameof(ensemble));
        }

        if (cap is double value && !IsBeyond(ensemble, value))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The cap {value} of {ensemble.Name} must be beyond its interface at {ensemble.Origins[0].Value}."),
                nameof(cap));
        }

        fence = new Fence(ensemble, cap);
        Ensembles = [ensemble];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    public override string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"{Name} in {ensemble.Name}, {jumps} jumps, {(cap is double value ? $"cap {value}" : "no cap")}");

    /// <summary>Whether a value is outward of the interface of an ensemble.</summary>
    internal static bool IsBeyond(InterfaceEnsemble ensemble, double value)
    {
        InterfaceOrigin origin = ensemble.Origins[0];
        return value != origin.Value && origin.Interfaces.IsBeyond(value, origin.Index);
    }

    internal override void Check(ISimulationEngine engine) => OneWayShootingMover.RequireNoise(engine);

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, ensemble);
        RandomSource random = new(context.Key(RandomStream.Mover));
        Trajectory path = (random.NextUInt64() & 1) == 0 ? sample.Path : sample.Path.Reversed();
        double number = random.NextDouble();
        ImmutableArray<(int First, int Count)> runs = fence.Runs(path);
        if (runs.IsEmpty)
        {
            return MoveOutcome.Decided(accepted: false, sample.Path, sample);
        }

        Trajectory part = Draw(path, runs, random);
        for (int jump = 0; jump < jumps; jump++)
        {
            part = Shoot(part, random.NextInt(part.Count - 2) + 1, context.Inner(jump)) ?? part;
        }

        Trajectory trial = Complete(part, context.Inner(jumps), out RejectionReason reason);
        double probability = reason == RejectionReason.None ? Math.Min(1, Weight(sample.Path) / Weight(trial)) : 0;
        if (reason == RejectionReason.None && number >= probability)
        {
            reason = RejectionReason.Metropolis;
        }

        return MoveOutcome.Decided(reason == RejectionReason.None, trial, sample with { Path = trial }) with
        {
            Reason = reason,
            AcceptanceProbability = probability,
            Direction = PathDirection.Both,
        };
    }

    private static Trajectory Draw(Trajectory path, ImmutableArray<(int First, int Count)> runs, RandomSource random)
    {
        int rest = random.NextInt(runs.Sum(r => r.Count));
        int pick = 0;
        while (rest >= runs[pick].Count)
        {
            rest -= runs[pick++].Count;
        }

        return path.Slice(runs[pick].First - 1, runs[pick].Count + 2);
    }

    private double Weight(Trajectory path) => fence.Runs(path).Sum(r => r.Count) * (ensemble.Contains(path.Reversed()) ? 1.0 : 2.0);

    // A new sub-path through a frame of the old one; null where it does not count.
    private Trajectory? Shoot(Trajectory part, int point, MoveContext context)
    {
        Trajectory trial = part.Slice(point, 1);
        trial = Grow(trial, PathDirection.Forward, fence.GrowPart(), 2, context, out RejectionReason forward);
        if (forward != RejectionReason.None)
        {
            return null;
        }

        trial = Grow(trial, PathDirection.Backward, fence.GrowPart(), trial.Count, context, out RejectionReason backward);
        return backward == RejectionReason.None && fence.Counts(trial) ? trial : null;
    }

    // The whole path of a sub-path, in the direction of time that the ensemble has.
    private Trajectory Complete(Trajectory part, MoveContext context, out RejectionReason reason)
    {
        Trajectory trial = part;
        reason = RejectionReason.None;
        if (fence.IsOpen(trial, trial.Count - 1))
        {
            trial = Grow(trial, PathDirection.Forward, fence.GrowWhole(), trial.Count, context, out reason);
        }

        if (reason == RejectionReason.None && fence.IsOpen(trial, 0))
        {
            trial = Grow(trial, PathDirection.Backward, fence.GrowWhole(), trial.Count, context, out reason);
        }

        if (reason != RejectionReason.None || ensemble.Contains(trial))
        {
            return trial;
        }

        trial = trial.Reversed();
        reason = ensemble.Contains(trial) ? RejectionReason.None : RejectionReason.NotInEnsemble;
        return trial;
    }

    private static Trajectory Grow(
        Trajectory kept, PathDirection direction, PathGrowth growth, int settled, MoveContext context, out RejectionReason reason)
    {
        bool forward = direction == PathDirection.Forward;
        RandomKey key = context.Key(forward ? RandomStream.TrialForward : RandomStream.TrialBackward);
        TrialLeg leg = new(context, forward ? kept[kept.Count - 1] : kept[0], key, direction, growth, settled);
        reason = leg.Grow(context);
        Trajectory made = Trajectory.FromSegment(leg.ToSegment(context.NextPart()), reversed: !forward);
        return forward ? Trajectory.Concat(kept, made) : Trajectory.Concat(made, kept);
    }
}
