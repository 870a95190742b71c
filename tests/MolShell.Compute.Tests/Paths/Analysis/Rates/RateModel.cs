using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>A system with interfaces whose rates are known.</summary>
internal sealed record RateModel
{
    public required PathNetwork Network { get; init; }

    /// <summary>Makes an engine at the temperature of the model times a factor.</summary>
    public required Func<double, BuiltInEngine> CreateEngine { get; init; }

    /// <summary>The interfaces of each transition, from the innermost outward; empty where only rates are known.</summary>
    public ImmutableArray<ImmutableArray<KnownInterface>> Interfaces { get; init; } = [];

    /// <summary>The rates by name, such as "AB".</summary>
    public required IReadOnlyDictionary<string, Known> Rates { get; init; }

    /// <summary>Rates that are equal by symmetry.</summary>
    public ImmutableArray<(string First, string Second)> EqualRates { get; init; } = [];

    /// <summary>Bias with which one path visits the ensembles of all interfaces alike.</summary>
    public ImmutableArray<double> Bias { get; init; } = [];

    /// <summary>Weight of each minus move, for baths that remember longer than paths over the first interfaces last; null for the usual one.</summary>
    public double? MinusWeight { get; init; }

    /// <summary>The model with what independent runs found in place of what was known.</summary>
    public RateModel Measured(IReadOnlyList<TransitionRateEstimate> runs) => this with
    {
        Interfaces = [.. Network.Transitions.Select((transition, t) => transition.Interfaces.Values.Select((value, i) => new KnownInterface(
            value,
            Known.Mean(runs.Select(r => r.Transitions[t].Flux)),
            Known.Mean(runs.Select(r => r.Transitions[t].Interfaces[i].Probability)),
            [.. Network.States.Select((_, state) => Known.Mean(runs.Select(r => r.Transitions[t].Interfaces[i].Ends[state])))])
        {
            MeanLength = Known.Mean(runs.Select(r => r.Transitions[t].Interfaces[i].MeanLength)),
        }).ToImmutableArray())],
        Rates = runs[0].Rates.Select((rate, i) => (Name: rate.From + rate.To, Mean: Known.Mean(runs.Select(r => r.Rates[i].Estimate))))
            .ToDictionary(r => r.Name, r => r.Mean),
    };

    /// <summary>
    /// A path of each ensemble of a scheme, or one of the first for a single replica: the first that a run of its own comes by, so that where it
    /// takes no heat it is one of those to be sampled, and there is nothing to forget.
    /// </summary>
    public SampleSet InitialPaths(MoveScheme scheme, ulong seed)
    {
        RandomKey key = RandomKey.FromSeed(seed, RandomStream.InitialPath);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return new SampleSet(scheme.Ensembles.Take(scheme.IsSingleReplica ? 1 : int.MaxValue).Select((ensemble, replica) =>
        {
            InitialPathOptions options = new() { Seed = key.Derive((ulong)replica).Value };
            return new PathSample(ensemble, InitialPathFinder.FromDynamics(ensemble, CreateEngine, options, cancellation: cancellation), replica);
        }));
    }
}
