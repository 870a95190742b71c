using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// One-way shooting with a spring on the index of the shooting point, after Brotzakis, Bolhuis, J. Chem. Phys. 145, 164112 (2016): a forward shot
/// takes frame i with probability exp(-k i) / S and a backward shot frame L-1-i, S = sum over i = 1 ... L-2. So shots make most of the
/// path anew, where the uniform choice often makes little. Acceptance min(1, S(old) / S(new)), which is near 1 for k L above a few.
/// </summary>
/// <remarks>
/// The scheme as OpenPathSampling has it moves the index of the last accepted shot by steps that the spring biases, and rejects the step of
/// the index together with the trial. That does not keep the weights of paths of any length (Falkner et al. 2025,
/// doi:10.48550/arXiv.2408.03054): on the walk of the tests, whose transition paths have 42 frames in the mean, it gives 57 with steps of
/// up to 5 frames. Here the index is drawn anew for each shot, which is exact and needs no memory.
/// </remarks>
public sealed class SpringShootingMover : PathMover
{
    private readonly PathEnsemble ensemble;

    /// <param name="ensemble">The ensemble.</param>
    /// <param name="spring">Spring constant k [1/frame], above 0; towards 0 it becomes uniform one-way shooting.</param>
    public SpringShootingMover(PathEnsemble ensemble, double spring)
        : base("SpringShooting")
    {
        if (!(spring > 0 && double.IsFinite(spring)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The spring constant of spring shooting must be above 0, not {spring}."), nameof(spring));
        }

        this.ensemble = ensemble;
        Spring = spring;
        Ensembles = [ensemble];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>Spring constant k [1/frame].</summary>
    public double Spring { get; }

    public override string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Name} in {ensemble.Name}, spring {Spring}");

    internal override void Check(ISimulationEngine engine) => OneWayShootingMover.RequireNoise(engine);

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, ensemble);
        Trajectory path = sample.Path;
        RandomSource random = new(context.Key(RandomStream.Mover));
        bool forward = (random.NextUInt64() & 1) == 0;
        int away = Pick(path.Count, random);
        double number = random.NextDouble();
        PathDirection direction = forward ? PathDirection.Forward : PathDirection.Backward;
        Trajectory kept = forward ? path.Slice(0, away + 1) : path.Slice(path.Count - 1 - away, away + 1);
        Trajectory trial = Extension.Grow(ensemble, kept, direction, context, out RejectionReason reason);
        double probability = reason == RejectionReason.None ? Math.Min(1, Sum(path.Count) / Sum(trial.Count)) : 0;
        if (reason == RejectionReason.None && number >= probability)
        {
            reason = RejectionReason.Metropolis;
        }

        return MoveOutcome.Decided(reason == RejectionReason.None, trial, sample with { Path = trial }) with
        {
            Reason = reason,
            AcceptanceProbability = probability,
            ShootingFrame = forward ? away : path.Count - 1 - away,
            Direction = direction,
        };
    }

    // S = sum of q^i over i = 1 ... L-2, with q = exp(-k); a factor of q does not matter.
    private double Sum(int length) => Math.Exp(-Spring) is var q && q < 1 ? (1 - Math.Pow(q, length - 2)) / (1 - q) : length - 2;

    // Number of frames between the fixed end of the path and the shooting point, from the inverse of the distribution.
    private int Pick(int length, RandomSource random)
    {
        double rest = random.NextDouble() * Sum(length);
        double q = Math.Exp(-Spring);
        int pick = q < 1 ? 1 + (int)(Math.Log(1 - (rest * (1 - q))) / -Spring) : 1 + (int)rest;
        return Math.Clamp(pick, 1, length - 2);
    }
}
