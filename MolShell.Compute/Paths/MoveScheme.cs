using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Strategies;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths;

/// <summary>
/// A network and the moves that sample it: each step draws one mover with a probability in proportion to its weight. Immutable.
/// </summary>
public sealed class MoveScheme : IPlottable
{
    /// <summary>Usual weight of path reversal beside shooting with weight 1.</summary>
    public const double DefaultReversalWeight = 0.5;

    private readonly double totalWeight;

    /// <param name="network">What is sampled.</param>
    /// <param name="movers">Movers over ensembles of the network, with weights above 0; those of one name have different ensembles.</param>
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

        PathMover[] all = [.. Movers.SelectMany(m => WithParts(m.Mover))];
        HashSet<string> names = [];
        foreach ((PathMover mover, double weight) in Movers)
        {
            if (!mover.IsBalanced)
            {
                throw new ArgumentException(
                    $"{mover.Name} leads from {mover.Ensembles[0].Name} to another ensemble and not back: it is a part of moves, for a sequence.",
                    nameof(movers));
            }

            mover.CheckCompanions(all);
            if (!(weight > 0 && double.IsFinite(weight)))
            {
                throw new ArgumentException(
                    $"The weight of {mover.Name} must be above 0, not {weight.ToString(CultureInfo.InvariantCulture)}.", nameof(movers));
            }

            string signature = string.Join('\n', mover.Ensembles.Select(e => e.Name).Prepend(mover.Name));
            if (!names.Add(signature))
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

    /// <summary>The groups of movers and their shares of the steps.</summary>
    public ImmutableArray<MoveGroupShare> Groups => [.. Movers.GroupBy(m => m.Group).Select(g => new MoveGroupShare(
        g.Key,
        [.. g.Select(m => m.Mover.Name).Distinct()],
        g.Count(),
        g.Select(m => m.Weight).Distinct().Count() == 1 ? g.First().Weight : double.NaN,
        g.Sum(m => m.Weight) / totalWeight))];

    /// <summary>
    /// The usual scheme of a network. Without interfaces: shooting, and path reversal where asked for. With interfaces: shooting, path reversal,
    /// replica exchange and minus moves, or, for a single replica, ensemble hops in place of exchange; then what the strategies of the options
    /// make of it.
    /// </summary>
    /// <exception cref="ArgumentException">Options that do not fit each other or the network, or a weight out of range.</exception>
    public static MoveScheme Create(PathNetwork network, MoveSchemeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        options ??= new MoveSchemeOptions();
        bool hasInterfaces = !network.Transitions.IsEmpty;
        if (!hasInterfaces && options.IsSingleReplica)
        {
            throw new ArgumentException($"A single replica passes between interfaces, and {network} has none.", nameof(options));
        }

        if (!options.Bias.IsEmpty && !options.IsSingleReplica)
        {
            throw new ArgumentException("A bias is for a single replica.", nameof(options));
        }

        ImmutableArray<MoverWeight> movers = [];
        foreach (MoveStrategy strategy in Defaults(options, hasInterfaces, !network.OuterEnsembles.IsEmpty).Concat(options.Strategies).OrderBy(s => s.Level))
        {
            movers = strategy.Apply(network, movers);
        }

        return new MoveScheme(network, movers, options.IsSingleReplica);
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

    /// <summary>The movers with the part of the steps that each makes in the mean.</summary>
    public Figure ToFigure() => new()
    {
        Title = $"Moves of {Network.Kind} of {string.Join(", ", Network.States.Select(s => s.Name))}",
        XAxis = new Axis("mover"),
        YAxis = new Axis("part of the steps") { Minimum = 0 },
        Series = [new BarSeries([.. Movers.Select(m => LabelOf(m.Mover))], [.. Movers.Select(m => m.Weight / totalWeight)])],
    };

    public override string ToString() => string.Join(", ", Movers.GroupBy(m => m.Mover.Name).Select(g =>
        string.Create(CultureInfo.InvariantCulture, $"{g.Key} {g.Sum(m => m.Weight) / totalWeight:p0}")));

    /// <summary>
    /// Sum of the weights of the movers that are possible with the active paths; a mover is drawn with its share of it. It differs from
    /// ensemble to ensemble of a single replica, which the acceptance of moves between them takes into account.
    /// </summary>
    internal double PossibleWeight(SampleSet active) =>
        IsSingleReplica ? Movers.Sum(m => m.Mover.IsPossible(active) ? m.Weight : 0) : totalWeight;

    private static string LabelOf(PathMover mover) => mover.Ensembles.Length > 2
        ? $"{mover.Name}, {mover.Ensembles[0].Name} and {mover.Ensembles.Length - 1} others"
        : $"{mover.Name}, {string.Join(" | ", mover.Ensembles.Select(e => e.Name))}";

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

    private static IEnumerable<MoveStrategy> Defaults(MoveSchemeOptions options, bool hasInterfaces, bool hasOuter)
    {
        yield return new ShootingStrategy
        {
            Kind = options.Shooting,
            Selector = options.Selector,
            Modifier = options.Modifier,
            Spring = options.Spring,
            Jumps = options.Jumps ?? WireFencingMover.DefaultJumps,
            Cap = options.Cap,
        };
        yield return new GroupWeightStrategy(MoveGroups.Shooting, options.ShootingWeight);
        if (hasOuter)
        {
            yield return new GroupWeightStrategy(MoveGroups.OuterShooting, options.ShootingWeight);
        }

        double reversalWeight = options.ReversalWeight ?? (hasInterfaces ? MoveGroups.UsualWeight(MoveGroups.PathReversal) : 0);
        if (reversalWeight != 0)
        {
            yield return new PathReversalStrategy();
            yield return new GroupWeightStrategy(MoveGroups.PathReversal, reversalWeight);
        }

        if (hasInterfaces)
        {
            yield return options.IsSingleReplica ? new EnsembleHopStrategy(options.Bias) : new ReplicaExchangeStrategy(options.ReplicaExchange);
            if (options.Minus)
            {
                yield return new MinusStrategy(options.IsSingleReplica);
            }
        }
    }

    private static IEnumerable<PathMover> WithParts(PathMover mover) => mover.Parts.SelectMany(WithParts).Prepend(mover);

    private double WeightOf(PathMover mover) => Movers.FirstOrDefault(m => ReferenceEquals(m.Mover, mover))?.Weight
        ?? throw new ArgumentException($"{mover.Name} is not a mover of this scheme.", nameof(mover));
}
