using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths;

/// <summary>
/// A network and the moves that sample it: each step draws one mover with a probability in proportion to its weight. Immutable.
/// </summary>
public sealed class MoveScheme
{
    /// <summary>Usual weight of path reversal beside shooting with weight 1.</summary>
    public const double DefaultReversalWeight = 0.5;

    private readonly double totalWeight;

    /// <param name="network">What is sampled.</param>
    /// <param name="movers">Movers over ensembles of the network, with weights above 0; those of one name have different first ensembles.</param>
    /// <param name="isSingleReplica">Whether one path passes through all ensembles; else each ensemble of a mover has a path.</param>
    /// <exception cref="ArgumentException">
    /// There is no mover, a weight is not above 0, two movers cannot be told apart, or an ensemble is not of the network.
    /// </exception>
    public MoveScheme(PathNetwork network, IEnumerable<MoverWeight> movers, bool isSingleReplica = false)
    {
        ArgumentNullException.ThrowIfNull(network);
        Network = network;
        IsSingleReplica = isSingleReplica;
        Movers = [.. movers];
        if (Movers.IsEmpty)
        {
            throw new ArgumentException("A move scheme needs at least one mover.", nameof(movers));
        }

        HashSet<(string Name, PathEnsemble First)> names = [];
        foreach ((PathMover mover, double weight) in Movers)
        {
            if (!(weight > 0 && double.IsFinite(weight)))
            {
                throw new ArgumentException(
                    $"The weight of {mover.Name} must be above 0, not {weight.ToString(CultureInfo.InvariantCulture)}.", nameof(movers));
            }

            if (!names.Add((mover.Name, mover.Ensembles[0])))
            {
                throw new ArgumentException(
                    $"Two movers of {mover.Ensembles[0].Name} have the name {mover.Name}; records could not tell them apart.", nameof(movers));
            }

            if (mover.Ensembles.FirstOrDefault(e => !network.Ensembles.Contains(e)) is PathEnsemble stranger)
            {
                throw new ArgumentException($"{mover.Name} moves paths of {stranger.Name}, which is not in the network.", nameof(movers));
            }
        }

        totalWeight = Movers.Sum(m => m.Weight);
        HashSet<PathEnsemble> moved = [.. Movers.SelectMany(m => m.Mover.Ensembles)];
        Ensembles = [.. network.Ensembles.Where(moved.Contains)];
    }

    public PathNetwork Network { get; }

    /// <summary>The ensembles that the movers move paths of, in the order of the network.</summary>
    public ImmutableArray<PathEnsemble> Ensembles { get; }

    /// <summary>Whether one path passes through all ensembles; else each ensemble has a path.</summary>
    public bool IsSingleReplica { get; }

    public ImmutableArray<MoverWeight> Movers { get; }

    /// <summary>The movers and their shares of the steps as text, for tables.</summary>
    public string Moves => ToString();

    /// <summary>The usual scheme of a network: shooting, and path reversal where asked for.</summary>
    /// <exception cref="ArgumentException">A velocity modifier with one-way shooting, or a weight out of range.</exception>
    public static MoveScheme Create(PathNetwork network, MoveSchemeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new MoveSchemeOptions();
        if (options.Shooting == ShootingKind.OneWay && options.Modifier is { ChangesVelocities: true })
        {
            throw new ArgumentException(
                "One-way shooting keeps the velocities at the shooting point, because half of the path stays. "
                + "Use two-way shooting with a velocity modifier.",
                nameof(options));
        }

        if (!(options.ReversalWeight >= 0))
        {
            throw new ArgumentException("The weight of path reversal must not be negative.", nameof(options));
        }

        List<MoverWeight> movers = [];
        foreach (PathEnsemble ensemble in network.Ensembles)
        {
            movers.Add(new MoverWeight(CreateShooting(ensemble, options), options.ShootingWeight));
            if (options.ReversalWeight > 0)
            {
                movers.Add(new MoverWeight(new PathReversalMover(ensemble), options.ReversalWeight));
            }
        }

        return new MoveScheme(network, movers);
    }

    /// <summary>The scheme without the movers whose first ensemble is one of some.</summary>
    /// <exception cref="ArgumentException">No mover is left.</exception>
    public MoveScheme Without(Func<PathEnsemble, bool> ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return new MoveScheme(Network, Movers.Where(m => !ensemble(m.Mover.Ensembles[0])), IsSingleReplica);
    }

    /// <summary>Checks that all movers can work with the dynamics of an engine.</summary>
    /// <exception cref="ArgumentException">One cannot; says what it needs.</exception>
    public void Check(ISimulationEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        foreach (MoverWeight mover in Movers)
        {
            mover.Mover.Check(engine);
        }
    }

    /// <summary>Probability that a step is of this mover.</summary>
    public double Probability(PathMover mover) => WeightOf(mover) / totalWeight;

    /// <summary>Mean number of trials of a mover in a number of steps.</summary>
    public double ExpectedTrials(PathMover mover, long steps) => steps * Probability(mover);

    /// <summary>Number of steps that give a number of trials of a mover in the mean.</summary>
    public long StepsForTrials(PathMover mover, long trials) => (long)Math.Ceiling(Math.Round(trials / Probability(mover), 6));

    /// <summary>The definition as text, the same for the same scheme in every run; a run is continued only with the same one.</summary>
    public string Describe()
    {
        IEnumerable<string> movers = Movers.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Weight} x {m.Mover.Describe()}"));
        return Network.Describe() + "\n" + string.Join('\n', movers);
    }

    public override string ToString() => string.Join(", ", Movers.GroupBy(m => m.Mover.Name).Select(g =>
        string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Sum(m => m.Weight) / totalWeight:p0}")));

    /// <summary>
    /// Sum of the weights of the movers that are possible with the active paths; a mover is drawn with its share of it. It differs from
    /// ensemble to ensemble of a single replica, which the acceptance of moves between them takes into account.
    /// </summary>
    internal double PossibleWeight(SampleSet active) =>
        IsSingleReplica ? Movers.Sum(m => m.Mover.IsPossible(active) ? m.Weight : 0) : totalWeight;

    /// <summary>Draws the mover of a step.</summary>
    internal PathMover Pick(SampleSet active, RandomSource random)
    {
        double rest = random.NextDouble() * PossibleWeight(active);
        PathMover? last = null;
        foreach ((PathMover mover, double weight) in Movers)
        {
            if (IsSingleReplica && !mover.IsPossible(active))
            {
                continue;
            }

            last = mover;
            rest -= weight;
            if (rest < 0)
            {
                break;
            }
        }

        return last ?? throw new PathSamplingException("No mover of the scheme moves the active path.");
    }

    private static ShootingMover CreateShooting(PathEnsemble ensemble, MoveSchemeOptions options) => options.Shooting switch
    {
        ShootingKind.OneWay => new OneWayShootingMover(ensemble, options.Selector),
        ShootingKind.TwoWay => new TwoWayShootingMover(ensemble, options.Selector, options.Modifier ?? Modifiers.VelocityModifier.None),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Shooting, "No such kind of shooting."),
    };

    private double WeightOf(PathMover mover) => Movers.FirstOrDefault(m => ReferenceEquals(m.Mover, mover))?.Weight
        ?? throw new ArgumentException($"{mover.Name} is not a mover of this scheme.", nameof(mover));
}
