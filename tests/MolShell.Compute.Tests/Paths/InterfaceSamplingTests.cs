using System.Text.Json;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>
/// Paths of interface ensembles of the 1-D double well (kT 0.2, gamma 2.5, dt 0.02, 1 step a frame; A x &lt; -0.7, B x &gt;= 0.7), sampled by
/// each kind of scheme, against the excursions of a run of 1e9 steps of another program.
/// </summary>
public sealed class InterfaceSamplingTests
{
    private static readonly double[] Interfaces = [-0.7, -0.6, -0.5, -0.3, -0.1];

    public enum Method
    {
        WithoutExchange,
        Exchange,
        ExchangeOfAll,
        TwoWay,
        Spring,
        InterfaceConstrained,
        SingleReplica,
    }

    [Theory]
    [InlineData(Method.WithoutExchange)]
    [InlineData(Method.Exchange)]
    [InlineData(Method.ExchangeOfAll)]
    [InlineData(Method.TwoWay)]
    [InlineData(Method.Spring)]
    [InlineData(Method.InterfaceConstrained)]
    [InlineData(Method.SingleReplica)]
    [Trait("Category", "Validation")]
    public void PathsAreTheExcursionsOfPlainDynamics(Method method)
    {
        JsonElement reference = ReferenceData.Json("paths/doublewell1d.json").GetProperty("brute_force").EnumerateArray()
            .Single(r => r.GetProperty("kT").GetDouble() == 0.2 && r.GetProperty("gamma").GetDouble() == 2.5);
        Dictionary<double, JsonElement> rows = reference.GetProperty("interfaces").EnumerateArray().ToDictionary(r => r.GetProperty("lambda").GetDouble());
        double time = reference.GetProperty("nsteps").GetDouble() * reference.GetProperty("dt").GetDouble();
        Dictionary<string, List<PathSummary>> paths = Sample(method, method == Method.SingleReplica ? 1_000_000 : 300_000, out PathNetwork network);
        for (int i = 0; i < Interfaces.Length; i++)
        {
            string name = network.Transitions[0].Ensembles[i].Name;
            List<PathSummary> members = paths[name];
            JsonElement row = rows[Interfaces[i]];

            // Counts of independent excursions: those that reach an interface, of which a part reaches the next, or ends in B.
            double count = row.GetProperty("flux").GetDouble() * time;
            if (i + 1 < Interfaces.Length)
            {
                double next = rows[Interfaces[i + 1]].GetProperty("flux").GetDouble() * time / count;
                AssertMean([.. members.Select(p => p.Progress >= Interfaces[i + 1] ? 1.0 : 0.0)], next, Binomial(next, count), $"{method}, {name}: reach the next");
            }

            double end = row.GetProperty("P_B").GetDouble();
            AssertMean([.. members.Select(p => p.FinalState == 1 ? 1.0 : 0.0)], end, Binomial(end, count), $"{method}, {name}: end in B");
            if (i == 0)
            {
                double[] lengths = [.. members.Select(p => (double)p.Length)];
                double mean = lengths.Average();
                double spread = Math.Sqrt(lengths.Sum(l => (l - mean) * (l - mean)) / lengths.Length / count);
                AssertMean(lengths, reference.GetProperty("mean_len_frames_all").GetDouble(), spread, $"{method}, {name}: mean length");
            }
        }
    }

    [Fact]
    [Trait("Category", "Validation")]
    public void MemoryStaysAsItIsOverAMillionSteps()
    {
        using BuiltInEngine engine = CreateEngine(1);
        (MoveScheme scheme, SampleSet initial) = Begin(Method.Exchange, out _);
        PathSampler sampler = new(scheme, engine, initial, 1, 0);
        long early = Run(100_000);
        long late = Run(900_000);
        Assert.True(late < early + 1_000_000, $"{early} bytes are held after 1e5 steps, {late} after 1e6.");

        long Run(long steps)
        {
            foreach (PathStep step in sampler.Run(steps, TestContext.Current.CancellationToken))
            {
                Assert.NotNull(step);
            }

            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    private static Dictionary<string, List<PathSummary>> Sample(Method method, int steps, out PathNetwork network)
    {
        using BuiltInEngine engine = CreateEngine(1);
        (MoveScheme scheme, SampleSet initial) = Begin(method, out network);
        Dictionary<string, List<PathSummary>> paths = network.Ensembles.ToDictionary(e => e.Name, _ => new List<PathSummary>());
        foreach (PathStep step in new PathSampler(scheme, engine, initial, 7, 0).Run(steps, TestContext.Current.CancellationToken).Skip(steps / 50))
        {
            foreach (SampledPath sample in step.Samples)
            {
                paths[sample.Ensemble].Add(sample.Summary);
            }
        }

        return paths;
    }

    private static (MoveScheme Scheme, SampleSet Initial) Begin(Method method, out PathNetwork network)
    {
        Coordinate x = new(0);
        StateVolume b = StateVolume.Interval(x, 0.7, null, "B");
        network = PathNetwork.Tis(new InterfaceSet(StateVolume.Interval(x, null, -0.7, "A"), Interfaces), b);
        MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions
        {
            ReplicaExchange = method switch
            {
                Method.WithoutExchange => ReplicaExchangeKind.None,
                Method.ExchangeOfAll => ReplicaExchangeKind.All,
                _ => ReplicaExchangeKind.Neighbour,
            },
            Shooting = method switch
            {
                Method.TwoWay => ShootingKind.TwoWay,
                Method.Spring => ShootingKind.Spring,
                Method.InterfaceConstrained => ShootingKind.InterfaceConstrained,
                _ => ShootingKind.OneWay,
            },
            Modifier = method == Method.TwoWay ? VelocityModifier.Random() : null,
            Spring = method == Method.Spring ? 0.05 : null,
            IsSingleReplica = method == Method.SingleReplica,
            Bias = method == Method.SingleReplica ? [1, 2.2, 4.9, 19, 46] : [],
        });
        IEnumerable<PathEnsemble> ensembles = scheme.IsSingleReplica ? scheme.Ensembles.Take(1) : scheme.Ensembles;
        return (scheme, new SampleSet(ensembles.Select((e, i) => new PathSample(e, InitialPathFinder.FromDynamics(e, CreateEngine), i))));
    }

    private static BuiltInEngine CreateEngine(double factor) => new(new ToyBuilder
    {
        Potential = ToyPotential.DoubleWell, Temperature = 0.2 * factor, Friction = 2.5, TimeStep = 0.02,
    }.Build());

    private static double Binomial(double probability, double count) => Math.Sqrt(probability * (1 - probability) / count);

    private static void AssertMean(double[] sampled, double expected, double expectedError, string what)
    {
        BlockAverage mean = BlockAverage.Of(sampled);
        double error = Math.Sqrt((mean.StandardError * mean.StandardError) + (expectedError * expectedError));
        Sigma.AssertWithin(3, expected, error, mean.Mean, what);
    }
}
