using System.Text.Json;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Paths.Storage;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>
/// Fluxes, crossing probabilities, path lengths, ends and rates of the toys, by plain dynamics and by interface sampling, against long runs of
/// other programs.
/// </summary>
[Trait("Category", "Validation")]
public class ToyRateTests
{
    private readonly List<double> scores = [];

    public enum Scheme
    {
        /// <summary>Shooting and reversal in each ensemble alone; the flux is that of the reference.</summary>
        Tis,

        /// <summary>The default scheme: shooting, reversal, replica exchange and minus moves.</summary>
        Retis,

        /// <summary>The default with interface-constrained shooting.</summary>
        Constrained,

        /// <summary>The default with infinite swapping.</summary>
        Swapping,

        /// <summary>One path that hops between ensembles, all of them visited alike; the flux is that of the reference.</summary>
        SingleReplica,
    }

    [Theory]
    [InlineData(2.5)]
    [InlineData(10)]
    public void DynamicsOfTheWell(double friction) => CheckDynamics(ToyModel.Well(friction), 20_000_000);

    [Fact]
    public void DynamicsOfTheTriangle() => CheckDynamics(ToyModel.Triangle(), 20_000_000);

    [Theory]
    [InlineData(0.5)]
    [InlineData(10)]
    public void SamplingOfTheWellAtOtherFrictions(double friction) => CheckSampling(ToyModel.Well(friction), Scheme.Retis, 300_000);

    [Theory]
    [InlineData(Scheme.Tis, 600_000)]
    [InlineData(Scheme.Retis, 300_000)]
    [InlineData(Scheme.Constrained, 300_000)]
    [InlineData(Scheme.Swapping, 300_000)]
    [InlineData(Scheme.SingleReplica, 1_000_000)]
    public void SamplingOfTheWell(Scheme scheme, int steps) => CheckSampling(ToyModel.Well(2.5), scheme, steps);

    [Theory]
    [InlineData(Scheme.Tis, 2_000_000)]
    [InlineData(Scheme.Retis, 500_000)]
    [InlineData(Scheme.Constrained, 500_000)]
    [InlineData(Scheme.Swapping, 500_000)]
    public void SamplingOfTheTriangle(Scheme scheme, int steps) => CheckSampling(ToyModel.Triangle(), scheme, steps);

    [Theory]
    [InlineData(Scheme.Retis, 1_000_000)]
    [InlineData(Scheme.Swapping, 1_000_000)]
    public void SamplingOfThreeStates(Scheme scheme, int steps) => CheckSampling(ToyModel.ThreeStates(), scheme, steps);

    [Fact]
    public void ErrorsAreThoseOfRepeatedRuns()
    {
        // The scatter of many short runs around the reference, in their own standard errors, is 1.
        ToyModel toy = ToyModel.Well(2.5);
        const int runs = 24;
        List<double> rates = [], crossings = [], fluxes = [];
        for (ulong run = 0; run < runs; run++)
        {
            TransitionRateEstimate result = Sample(toy, Scheme.Retis, 60_000, 100 + run);
            (double k, _) = toy.Rates["AB"];
            rates.AddRange(result.Rates.Select(r => (r.Rate - k) / r.StandardError));
            foreach (TransitionEstimate transition in result.Transitions)
            {
                JsonElement reference = Interface(toy.Sets[0], -0.5);
                Estimate crossing = transition.Interfaces[2].Probability;
                crossings.Add((crossing.Value - reference.GetProperty("P_given_l0").GetDouble()) / crossing.StandardError);
                fluxes.Add((transition.Flux.Value - Interface(toy.Sets[0], -0.7).GetProperty("flux").GetDouble()) / transition.Flux.StandardError);
            }
        }

        AssertSpread(rates, "rates");
        AssertSpread(crossings, "crossing probabilities");
        AssertSpread(fluxes, "fluxes");
    }

    private static void AssertSpread(List<double> scores, string what)
    {
        double spread = Math.Sqrt(scores.Average(z => z * z));
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{what}: rms z {spread:f2}, mean z {scores.Average():f2} of {scores.Count}"));

        // Block errors have some noise of their own, which widens the spread by up to a tenth.
        Sigma.AssertWithin(4, 1.05, 1.05 / Math.Sqrt(2.0 * scores.Count), spread, $"spread of {what} in standard errors");
        Sigma.AssertWithin(4, 0, spread / Math.Sqrt(scores.Count), scores.Average(), $"mean of {what} in standard errors");
    }

    private void CheckDynamics(ToyModel toy, long frames)
    {
        DynamicsRateAccumulator accumulator = new(toy.Network.States, toy.Network.Transitions.Select(t => t.Interfaces), skip: 1000);
        using BuiltInEngine engine = toy.CreateEngine();
        using IEngineRun run = engine.Begin(engine.System.Start with { Velocities = [default] }, RandomKey.FromSeed(5, RandomStream.Thermostat));
        for (long i = 0; i < frames; i++)
        {
            accumulator.Add(run.Next(TestContext.Current.CancellationToken));
        }

        Check(toy, accumulator.ToEstimate());
    }

    private void CheckSampling(ToyModel toy, Scheme scheme, int steps) => Check(toy, Sample(toy, scheme, steps, 7));

    private static TransitionRateEstimate Sample(ToyModel toy, Scheme kind, int steps, ulong seed)
    {
        MoveScheme scheme = MoveScheme.Create(toy.Network, new MoveSchemeOptions
        {
            Shooting = kind == Scheme.Constrained ? ShootingKind.InterfaceConstrained : ShootingKind.OneWay,
            ReplicaExchange = kind == Scheme.Tis ? ReplicaExchangeKind.None : ReplicaExchangeKind.Neighbour,
            Minus = kind != Scheme.Tis,
            IsSingleReplica = kind == Scheme.SingleReplica,
            Bias = kind == Scheme.SingleReplica ? [1, 2.25, 4.9, 21] : [],
        });
        RateOptions options = kind is not (Scheme.Tis or Scheme.SingleReplica) ? new RateOptions() : new RateOptions
        {
            Fluxes = [.. toy.Network.Transitions.Select((t, i) => FluxOf(toy.Sets[i], t.Interfaces.Values[0]))],
        };
        using BuiltInEngine engine = toy.CreateEngine();
        SampleSet initial = toy.InitialPaths(scheme, seed);
        IPathSampler sampler = PathSamplingRun.Start(
            scheme, engine, initial, seed, new PathSamplingOptions { InfiniteSwapping = kind == Scheme.Swapping });
        TransitionRateAccumulator? accumulator = null;
        foreach (PathStep step in sampler.Run(steps, TestContext.Current.CancellationToken))
        {
            accumulator ??= new TransitionRateAccumulator(step.Run, steps / 20, options);
            accumulator.Add(step);
        }

        return accumulator!.ToEstimate();
    }

    private static InterfaceFlux FluxOf(JsonElement set, double value)
    {
        JsonElement known = Interface(set, value);
        return new InterfaceFlux(
            known.GetProperty(known.TryGetProperty("flux", out _) ? "flux" : "eff_pos_flux").GetDouble(), known.GetProperty("flux_err").GetDouble());
    }

    private void Check(ToyModel toy, TransitionRateEstimate result)
    {
        Assert.True(result.IsConverged);
        foreach ((TransitionEstimate transition, int index) in result.Transitions.Select((t, i) => (t, i)))
        {
            JsonElement set = toy.Sets[index];
            foreach (InterfaceEstimate found in transition.Interfaces)
            {
                JsonElement known = Interface(set, found.Value);
                string what = FormattableString.Invariant($"{transition.Name} at {found.Value}");
                double weight = known.TryGetProperty("n", out JsonElement n) ? n.GetDouble() : 1e5;
                if (found == transition.Interfaces[0])
                {
                    InterfaceFlux flux = FluxOf(set, found.Value);
                    Compare(flux.Value, flux.StandardError, transition.Flux, $"flux {what}");
                }
                else
                {
                    Compare(known.GetProperty("P_given_l0").GetDouble(), known.GetProperty("P_err").GetDouble(), found.Probability, $"P {what}");
                }

                if (known.TryGetProperty("mean_len_frames", out JsonElement length))
                {
                    // The scatter of lengths is about as large as their mean.
                    Compare(length.GetDouble(), length.GetDouble() / Math.Sqrt(weight), found.MeanLength, $"mean length {what}");
                }

                if (known.TryGetProperty("end", out JsonElement ends))
                {
                    foreach ((Estimate end, int state) in found.Ends.Select((e, i) => (e, i)))
                    {
                        double p = ends[state].GetDouble();
                        Compare(p, Math.Sqrt(p * (1 - p) / weight), end, $"end in {result.States[state]} {what}");
                    }
                }
            }
        }

        foreach (TransitionRate rate in result.Rates)
        {
            if (toy.Rates.TryGetValue(rate.From + rate.To, out (double Value, double Error) known))
            {
                Compare(known.Value, known.Error, rate.Estimate, $"rate {rate.From}{rate.To}");
                Assert.InRange(rate.BootstrapError / rate.StandardError, 0.5, 2);
            }
        }

        double spread = Math.Sqrt(scores.Average(z => z * z));
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"rms z {spread:f2} of {scores.Count} comparisons"));
    }

    private void Compare(double expected, double error, Estimate found, string what)
    {
        double sigma = double.Hypot(error, found.StandardError);
        scores.Add((found.Value - expected) / sigma);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{what}: {found.Value:g5} +- {found.StandardError:g2}, expected {expected:g5} +- {error:g2}, z {scores[^1]:f2}"));

        // Some hundred correlated numbers are compared: 4 sigma for each, 3 for rates.
        Sigma.AssertWithin(what.StartsWith("rate", StringComparison.Ordinal) ? 3 : 4, expected, sigma, found.Value, what);
    }

    // B is the mirror image of A where the file lists one direction only.
    private static JsonElement Interface(JsonElement set, double value) => set.GetProperty("interfaces").EnumerateArray().First(e =>
        Math.Abs(e.GetProperty("lambda").GetDouble() - value) < 1e-9 || Math.Abs(e.GetProperty("lambda").GetDouble() + value) < 1e-9);
}
