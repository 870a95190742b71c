using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Paths.Strategies;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>Independent runs of a model.</summary>
internal static class RateSampling
{
    /// <summary>Compares what runs of interface sampling find with what is known.</summary>
    public static void Check(RateModel model, SamplingScheme kind, int steps, int runs, int workers = 1) =>
        RateComparison.Check(model, (seed, count) => Run(model, kind, steps, seed, count, workers), runs, withFlux: !HasGivenFlux(kind));

    /// <summary>Compares what runs of plain dynamics find with what is known.</summary>
    public static void CheckDynamics(RateModel model, int frames, int runs) => RateComparison.Check(
        model, (seed, count) => Together(seed, count, (s, cancellation) => RunDynamics(model, frames, s, cancellation)), runs, withFlux: true);

    /// <summary>The results of runs of interface sampling with seeds of their own, without the first twentieth of each.</summary>
    public static TransitionRateEstimate[] Run(RateModel model, SamplingScheme kind, int steps, int firstSeed, int runs, int workers = 1) =>
        Together(firstSeed, runs, (seed, cancellation) => RunSampling(model, kind, steps, seed, workers, cancellation), workers);

    // Several at the same time, on as many cores as there are.
    private static TransitionRateEstimate[] Together(
        int firstSeed, int runs, Func<ulong, CancellationToken, TransitionRateEstimate> run, int workers = 1)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        TransitionRateEstimate[] results = new TransitionRateEstimate[runs];
        int cores = Math.Max(1, Environment.ProcessorCount / workers);
        ParallelOptions options = new() { MaxDegreeOfParallelism = cores, CancellationToken = cancellation };
        Parallel.For(0, runs, options, i => results[i] = run((ulong)(firstSeed + i), cancellation));
        return results;
    }

    private static TransitionRateEstimate RunDynamics(RateModel model, int frames, ulong seed, CancellationToken cancellation)
    {
        DynamicsRateAccumulator accumulator = new(model.Network.States, model.Network.Transitions.Select(t => t.Interfaces), skip: 1000);
        using BuiltInEngine engine = model.CreateEngine(1);
        RandomKey key = RandomKey.FromSeed(seed, RandomStream.Thermostat);
        using IEngineRun run = engine.Begin(EngineStart.Of(engine, key), key);
        for (int i = 0; i < frames; i++)
        {
            accumulator.Add(run.Next(cancellation));
        }

        return accumulator.ToEstimate();
    }

    private static TransitionRateEstimate RunSampling(
        RateModel model, SamplingScheme kind, int steps, ulong seed, int workers, CancellationToken cancellation)
    {
        MoveScheme scheme = SchemeOf(model, kind);
        RateOptions options = new() { Fluxes = HasGivenFlux(kind) ? [.. model.Interfaces.Select(FluxOf)] : [] };
        using BuiltInEngine engine = model.CreateEngine(1);
        IPathSampler sampler = PathSamplingRun.Start(scheme, engine, model.InitialPaths(scheme, seed), seed, new PathSamplingOptions
        {
            InfiniteSwapping = kind is SamplingScheme.Swapping or SamplingScheme.FencingSwapping,
            Workers = workers,
        });
        TransitionRateAccumulator? accumulator = null;
        foreach (PathStep step in sampler.Run(steps, cancellation))
        {
            accumulator ??= new TransitionRateAccumulator(step.Run, steps / 20, options);
            accumulator.Add(step);
            if (kind is SamplingScheme.ConstrainedTis or SamplingScheme.ConstrainedRetis && step.Mover == "InterfaceConstrainedShooting")
            {
                Assert.True(step.Accepted, $"Step {step.Step}: a shot of {step.Ensemble} was rejected, {step.Reason}.");
            }
        }

        return accumulator!.ToEstimate();
    }

    private static bool HasGivenFlux(SamplingScheme kind) =>
        kind is SamplingScheme.Tis or SamplingScheme.ConstrainedTis or SamplingScheme.SingleReplica;

    private static InterfaceFlux FluxOf(ImmutableArray<KnownInterface> interfaces) => new(interfaces[0].Flux.Value, interfaces[0].Flux.Error);

    private static MoveScheme SchemeOf(RateModel model, SamplingScheme kind)
    {
        bool exchanges = kind is not (SamplingScheme.Tis or SamplingScheme.ConstrainedTis);
        List<MoveStrategy> strategies = [];
        if (exchanges && model.MinusWeight is double minus)
        {
            strategies.Add(new GroupWeightStrategy(MoveGroups.Minus, minus));
        }

        if (kind is SamplingScheme.ConstrainedTis or SamplingScheme.ConstrainedRetis && model.OneWayWeight is double oneWay)
        {
            strategies.AddRange(new OneWayShootingStrategy(), new GroupWeightStrategy(MoveGroups.OneWayShooting, oneWay));
        }

        return MoveScheme.Create(model.Network, new MoveSchemeOptions
        {
            Shooting = kind switch
            {
                SamplingScheme.ConstrainedTis or SamplingScheme.ConstrainedRetis => ShootingKind.InterfaceConstrained,
                SamplingScheme.FencingRetis or SamplingScheme.FencingSwapping => ShootingKind.WireFencing,
                _ => ShootingKind.OneWay,
            },
            ReplicaExchange = exchanges ? ReplicaExchangeKind.Neighbour : ReplicaExchangeKind.None,
            Minus = exchanges,
            Strategies = [.. strategies],
            IsSingleReplica = kind == SamplingScheme.SingleReplica,
            Bias = kind == SamplingScheme.SingleReplica ? model.Bias : [],
        });
    }
}
