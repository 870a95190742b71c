using System.Collections.Immutable;
using MolShell.Compute.Engines;

namespace MolShell.Compute.Paths.Movers;

/// <summary>
/// A Monte Carlo move in path space that leaves the weight of its ensembles unchanged (detailed balance). Immutable.
/// </summary>
public abstract class PathMover
{
    private protected PathMover(string name) => Name = name;

    /// <summary>Name in records; two movers of a scheme with the same name have different first ensembles.</summary>
    public string Name { get; }

    /// <summary>The ensembles whose active paths the move may change; the first one stands in records.</summary>
    public abstract ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>The definition as one line of text, the same for the same mover in every run.</summary>
    public abstract string Describe();

    public override string ToString() => Describe();

    /// <summary>Whether the move keeps the weights of its ensembles by itself, so that it may be a mover of a scheme.</summary>
    internal virtual bool IsBalanced => true;

    /// <summary>The moves that the move is made of; empty where it is made of none.</summary>
    internal virtual ImmutableArray<PathMover> Parts => [];

    /// <summary>The ensembles whose paths the move or one of its parts looks at; what others hold makes no difference to it.</summary>
    internal ImmutableArray<PathEnsemble> Touched => field.IsDefault
        ? field = [.. Ensembles.Concat(Parts.SelectMany(p => p.Touched)).Distinct()]
        : field;

    /// <summary>Checks that the movers of a scheme have what the move needs beside it.</summary>
    /// <exception cref="ArgumentException">Something is missing; says what and why.</exception>
    internal virtual void CheckCompanions(IReadOnlyCollection<PathMover> movers)
    {
        foreach (PathMover part in Parts)
        {
            part.CheckCompanions(movers);
        }
    }

    /// <summary>Checks that the move is meaningful with the engine, before anything runs.</summary>
    /// <exception cref="ArgumentException">It is not; says why and what to change.</exception>
    internal virtual void Check(ISimulationEngine engine)
    {
        foreach (PathMover part in Parts)
        {
            part.Check(engine);
        }
    }

    /// <summary>Whether the move only exchanges paths of ensembles, which infinite swapping does all the time.</summary>
    internal virtual bool IsExchange => false;

    /// <summary>Whether the ensembles have the paths that the move needs; otherwise it is never chosen.</summary>
    internal virtual bool IsPossible(SampleSet active)
    {
        foreach (PathEnsemble ensemble in Ensembles)
        {
            if (active.Find(ensemble) is null)
            {
                return false;
            }
        }

        return true;
    }

    private protected static PathSample Require(SampleSet active, PathEnsemble ensemble) =>
        active.Find(ensemble) ?? throw new PathSamplingException($"There is no path in the ensemble {ensemble.Name}.");

    /// <summary>Tries the move as part of another one, which may draw it where its paths are missing; its record is among the inner moves.</summary>
    internal MoveOutcome MoveAsPart(SampleSet active, MoveContext context)
    {
        MoveOutcome outcome = IsPossible(active) ? Move(active, context) : MoveOutcome.WithoutPath(active.First().Path);
        return outcome with { Inner = [InnerMove.Of(this, outcome), .. outcome.Inner] };
    }

    /// <summary>Tries the move.</summary>
    internal abstract MoveOutcome Move(SampleSet active, MoveContext context);
}
