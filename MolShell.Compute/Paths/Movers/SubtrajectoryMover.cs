using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// A part of the path of an ensemble that is in another one becomes its path there: the first, the last, or any with the same probability.
/// A part of moves: alone it only leads from one ensemble to the other, so it belongs into a <see cref="SequenceMover"/> that leads back.
/// </summary>
public sealed class SubtrajectoryMover(PathEnsemble from, PathEnsemble target, SubtrajectoryChoice choice)
    : PathMover($"{choice}Subtrajectory")
{
    public override ImmutableArray<PathEnsemble> Ensembles { get; } = [from, target];

    public override string Describe() => $"{Name} from {from.Name} to {target.Name}";

    internal override bool IsBalanced => false;

    internal override bool IsPossible(SampleSet active) => active.Find(from) is not null && active.Find(target) is null;

    internal override MoveOutcome Move(SampleSet active, MoveContext context)
    {
        PathSample sample = Require(active, from);
        Trajectory[] parts = [.. target.Split(sample.Path)];
        if (parts.Length == 0)
        {
            return MoveOutcome.Decided(accepted: false, sample.Path);
        }

        Trajectory part = choice switch
        {
            SubtrajectoryChoice.First => parts[0],
            SubtrajectoryChoice.Final => parts[^1],
            _ => parts[new RandomSource(context.Key(RandomStream.Mover)).NextInt(parts.Length)],
        };
        return MoveOutcome.Decided(accepted: true, part, sample with { Ensemble = target, Path = part });
    }
}
