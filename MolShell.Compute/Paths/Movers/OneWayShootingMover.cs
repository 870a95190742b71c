using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Selectors;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// One-way shooting: from a frame of the path, with its velocities, the part after it or, as often, before it is made anew; the noise
/// of the dynamics makes the difference. Acceptance min(1, S(old)/S(new)) with S of the selector, which is (L(old)-2)/(L(new)-2)
/// for the uniform one. Bolhuis 2003, doi:10.1088/0953-8984/15/1/314.
/// Shots in one direction only keep the balance, but never change the frame at the other end: combine them with others.
/// </summary>
public sealed class OneWayShootingMover : ShootingMover
{
    private readonly PathDirection? only;

    /// <param name="ensemble">The ensemble.</param>
    /// <param name="selector">How the shooting point is chosen.</param>
    /// <param name="direction">Forward or backward for shots in that direction only; null or Both for either, as often.</param>
    public OneWayShootingMover(PathEnsemble ensemble, ShootingSelector selector, PathDirection? direction = null)
        : base(
            direction switch { PathDirection.Forward => "ForwardShooting", PathDirection.Backward => "BackwardShooting", _ => "OneWayShooting" },
            ensemble,
            selector)
    {
        only = direction == PathDirection.Both ? null : direction;
    }

    public override string Describe() => $"{Name} in {Ensemble.Name}, shooting point {Selector.Describe()}";

    internal override void Check(ISimulationEngine engine) => RequireNoise(engine);

    /// <summary>Refuses engines whose trials would all repeat the path.</summary>
    internal static void RequireNoise(ISimulationEngine engine)
    {
        if (!engine.IsStochastic)
        {
            throw new ArgumentException(
                $"One-way shooting needs stochastic dynamics: the engine {engine.Name} runs at constant energy, "
                + "where every trial repeats the path. Use dynamics with noise (a Langevin integrator; in GROMACS integrator = sd or "
                + "tcoupl = v-rescale, in LAMMPS fix langevin or temp/csvr), or two-way shooting with a velocity modifier.");
        }
    }

    private protected override MoveOutcome Shoot(
        PathSample sample, int point, double sum, double number, RandomSource random, MoveContext context)
    {
        Trajectory path = sample.Path;
        PathDirection direction = only ?? ((random.NextUInt64() & 1) == 0 ? PathDirection.Forward : PathDirection.Backward);
        bool forward = direction == PathDirection.Forward;
        Trajectory kept = forward ? path.Slice(0, point + 1) : path.Slice(point, path.Count - point);
        MetropolisBound bound = new(number, sum, KeptSum(kept, forward));
        PathGrowth growth = Ensemble.Grow(direction, kept, pending: 0);
        RandomKey key = context.Key(forward ? RandomStream.TrialForward : RandomStream.TrialBackward);
        TrialLeg leg = new(context, Selector, bound, path[point], key, direction, growth, kept.Count);
        RejectionReason reason = leg.Grow(context);
        Trajectory made = Trajectory.FromSegment(leg.ToSegment(context.NextPart()), reversed: !forward);
        return Outcome(sample, forward ? Trajectory.Concat(kept, made) : Trajectory.Concat(made, kept), reason, bound, point, direction);
    }

    // All kept frames but the end of the path will be between the ends of the trial.
    private double KeptSum(Trajectory kept, bool forward)
    {
        double sum = 0;
        for (int i = forward ? 1 : 0; i < (forward ? kept.Count : kept.Count - 1); i++)
        {
            sum += Selector.Weight(kept, i);
        }

        return sum;
    }
}
