using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// A single replica passes between two ensembles with its path: accepted, where the path is in the other ensemble, with probability
/// min(1, b(new) / b(old) W(old) / W(new)), b the bias of an ensemble and W the weight of all movers that are possible there. Each ensemble
/// then has b times the weight of its paths. Du, Bolhuis, J. Chem. Phys. 139, 044105 (2013).
/// </summary>
public sealed class EnsembleHopMover : PathMover
{
    private readonly PathEnsemble first;
    private readonly PathEnsemble second;
    private readonly double ratio;

    /// <param name="first">One ensemble.</param>
    /// <param name="second">The other.</param>
    /// <param name="firstBias">Bias b of the first ensemble, above 0.</param>
    /// <param name="secondBias">Bias b of the second ensemble, above 0; the reciprocal crossing probability fills all ensembles alike.</param>
    public EnsembleHopMover(PathEnsemble first, PathEnsemble second, double firstBias = 1, double secondBias = 1)
        : base("EnsembleHop")
    {
        (this.first, this.second, ratio) = (first, second, secondBias / firstBias);
        if (!(firstBias > 0 && secondBias > 0 && ratio > 0 && double.IsFinite(ratio)))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The biases of {first.Name} and {second.Name} must be above 0, not {firstBias} and {secondBias}."),
                nameof(firstBias));
        }

        Ensembles = [first, second];
    }

    public override ImmutableArray<PathEnsemble> Ensembles { get; }

    public override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} between {first.Name} and {second.Name}, bias {ratio} in the second");

    internal override bool IsPossible(SampleSet active) => active.Find(first) is null != active.Find(second) is null;

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample? outward = active.Find(first);
        PathSample sample = outward ?? Require(active, second);
        PathSample moved = sample with { Ensemble = outward is null ? first : second };
        if (!moved.Ensemble.Contains(moved.Path))
        {
            return MoveOutcome.Decided(accepted: false, moved.Path, moved);
        }

        double bias = outward is null ? 1 / ratio : ratio;
        double probability = Math.Min(
            1, bias * context.Scheme.PossibleWeight(active) / context.Scheme.PossibleWeight(active.With([moved])));
        bool accepted = new RandomSource(context.Key(RandomStream.Mover)).NextDouble() < probability;
        return MoveOutcome.Decided(accepted, moved.Path, moved) with
        {
            Reason = accepted ? RejectionReason.None : RejectionReason.Metropolis,
            AcceptanceProbability = probability,
        };
    }
}
