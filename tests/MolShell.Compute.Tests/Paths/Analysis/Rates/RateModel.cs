using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Systems;
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

    /// <summary>Weight of one-way shots beside interface-constrained ones; null for none.</summary>
    public double? OneWayWeight { get; init; }

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

    /// <summary>Number of frames of plain dynamics from which first paths are drawn.</summary>
    public int InitialFrames { get; init; } = 200_000;

    /// <summary>
    /// A path of each ensemble of a scheme, or one of the first for a single replica: drawn, all alike likely, from those that a long run of plain
    /// dynamics comes by. They are then of the distribution to be sampled from the first step on, and there is nothing to forget.
    /// </summary>
    public SampleSet InitialPaths(MoveScheme scheme, ulong seed)
    {
        const int Unsettled = 2000;
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        RandomKey key = RandomKey.FromSeed(seed, RandomStream.InitialPath);
        RandomSource random = new(key.Derive(1));
        PathEnsemble[] ensembles = [.. scheme.Ensembles.Take(scheme.IsSingleReplica ? 1 : int.MaxValue)];
        PathSearch[] searches = [.. ensembles.Select(e => e.Search(backward: false))];
        Trajectory?[] drawn = new Trajectory?[ensembles.Length];
        int[] found = new int[ensembles.Length];
        Queue<Frame> frames = [];
        using BuiltInEngine engine = CreateEngine(1);
        using IEngineRun run = engine.Begin(EngineStart.Of(engine, key), key);
        for (int i = 0; i < Unsettled; i++)
        {
            run.Next(cancellation);
        }

        for (int i = 0, firstHeld = 0; i < InitialFrames || drawn.Contains(null); i++)
        {
            Frame frame = run.Next(cancellation);
            frames.Enqueue(frame);
            for (int e = 0; e < ensembles.Length; e++)
            {
                if (searches[e].Add(frame) is int first && random.NextInt(++found[e]) == 0)
                {
                    drawn[e] = Trajectory.FromFrames(frames.Skip(first - firstHeld));
                }
            }

            for (int needed = searches.Min(s => s.FirstNeeded); firstHeld < needed; firstHeld++)
            {
                frames.Dequeue();
            }
        }

        return new SampleSet(ensembles.Select((ensemble, replica) => new PathSample(ensemble, drawn[replica]!, replica)));
    }
}
