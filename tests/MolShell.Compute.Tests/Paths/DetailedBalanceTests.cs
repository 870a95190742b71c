using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Paths.Selectors;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>
/// The walk on the integers has an exact path ensemble: the weight of all transition paths of L frames is an element of a power of
/// the transfer matrix. Every mover has to sample exactly that distribution of lengths.
/// </summary>
public class DetailedBalanceTests
{
    private const int Steps = 30_000;

    public enum Case
    {
        OneWay,
        TwoWay,
        OneWayWithBias,
        TwoWayWithBias,
        OneWayAndReversal,
        TwoWayBothWays,
        WithoutEarlyRejection,
        LimitedLength,
    }

    [Theory]
    [InlineData(Case.OneWay)]
    [InlineData(Case.TwoWay)]
    [InlineData(Case.OneWayWithBias)]
    [InlineData(Case.TwoWayWithBias)]
    [InlineData(Case.OneWayAndReversal)]
    [InlineData(Case.TwoWayBothWays)]
    [InlineData(Case.WithoutEarlyRejection)]
    [InlineData(Case.LimitedLength)]
    public void PathLengthsFollowTheExactDistribution(Case scenario)
    {
        bool bothWays = scenario is Case.OneWayAndReversal or Case.TwoWayBothWays;
        bool twoWay = scenario is Case.TwoWay or Case.TwoWayWithBias or Case.TwoWayBothWays;
        bool bias = scenario is Case.OneWayWithBias or Case.TwoWayWithBias;
        MoveScheme scheme = MoveScheme.Create(bothWays ? Model.BothWays : Model.Tps, new MoveSchemeOptions
        {
            Shooting = twoWay ? ShootingKind.TwoWay : ShootingKind.OneWay,
            Selector = bias ? ShootingSelector.GaussianBias(Model.X, 6, 0.1) : ShootingSelector.Uniform,
            Modifier = twoWay ? VelocityModifier.Random() : null,
            ReversalWeight = scenario == Case.OneWayAndReversal ? 0.5 : 0,
        });
        PathSamplingOptions options = new()
        {
            EarlyRejection = scenario != Case.WithoutEarlyRejection,
            MaximumLength = scenario == Case.LimitedLength ? 60 : 100_000,
        };
        using WalkEngine engine = new();
        PathSampler sampler = new(scheme, engine, Model.Path(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 20, options);
        PathStep[] steps = [.. sampler.Run(Steps, TestContext.Current.CancellationToken).Skip(1000)];

        double[] exact = ExactLengths(options.MaximumLength);
        int[] edges = [0, 20, 30, 40, 50, 61, 80, 110, 150, int.MaxValue];
        for (int bin = 0; bin + 1 < edges.Length; bin++)
        {
            int low = edges[bin];
            int high = Math.Min(edges[bin + 1], exact.Length);
            double expected = low < high ? exact[low..high].Sum() : 0;
            AssertFraction(steps, s => s.PathLength >= low && s.PathLength < edges[bin + 1], expected, $"{scenario}: lengths from {low} to {high}");
        }

        if (bothWays)
        {
            AssertFraction(steps, s => s.Trajectory[0].Positions[0].X < 1, 0.5, $"{scenario}: paths from A to B");
        }
    }

    [Theory]
    [InlineData(ShootingKind.OneWay)]
    [InlineData(ShootingKind.TwoWay)]
    public void PathsOfOneLengthFollowTheExactDistribution(ShootingKind kind)
    {
        const int Length = 61;
        PathNetwork network = PathNetwork.FixedLengthTps([Model.A], [Model.B], Length);
        MoveScheme scheme = MoveScheme.Create(network, new MoveSchemeOptions { Shooting = kind });
        using WalkEngine engine = new();
        double[] start = [.. Enumerable.Range(0, Length).Select(i => Math.Min(9.0, i / 6))];
        PathSampler sampler = new(scheme, engine, Model.Path(start), 21);
        PathStep[] steps = [.. sampler.Run(Steps, TestContext.Current.CancellationToken).Skip(1000)];

        // P(x at frame m) is the product of the weights of all ways from A to x and from x to B.
        foreach (int frame in new[] { 10, 30, 50 })
        {
            double[] fromA = Propagate([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], frame);
            double[] toB = Propagate([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1], Length - 1 - frame);
            double[] product = [.. fromA.Zip(toB, (a, b) => a * b)];
            double total = product.Sum();
            for (int x = 0; x <= 10; x++)
            {
                if (product[x] / total > 0.005)
                {
                    AssertFraction(steps, s => s.Trajectory[frame].Positions[0].X == x, product[x] / total, $"{kind}: site {x} at frame {frame}");
                }
            }
        }
    }

    private static double[] Propagate(double[] weights, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            weights = [.. weights.Select((w, x) => (weights[Math.Max(x - 1, 0)] + w + weights[Math.Min(x + 1, 10)]) / 3)];
        }

        return weights;
    }

    // Probability of length L among transition paths from 0 to 9, from the walk between the states.
    private static double[] ExactLengths(int maximum)
    {
        double[] weight = new double[Math.Min(maximum, 3000) + 1];
        double[] at = new double[10];
        at[1] = 1;
        for (int length = 3; length < weight.Length; length++)
        {
            weight[length] = at[8];
            double[] next = new double[10];
            for (int x = 1; x <= 8; x++)
            {
                next[x] = (at[x - 1] + at[x] + at[x + 1]) / 3;
            }

            (next[0], next[9]) = (0, 0);
            at = next;
        }

        double sum = weight.Sum();
        return [.. weight.Select(w => w / sum)];
    }

    // The error of the mean comes from blocks that are longer than the correlation of the chain.
    private static void AssertFraction(PathStep[] steps, Func<PathStep, bool> isInside, double expected, string what)
    {
        const int Blocks = 50;
        int size = steps.Length / Blocks;
        double[] means = [.. steps.Take(Blocks * size).Chunk(size).Select(block => block.Average(s => isInside(s) ? 1.0 : 0.0))];
        double mean = means.Average();
        double error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (Blocks * (Blocks - 1.0)));
        Sigma.AssertWithin(4, expected, Math.Max(error, 1e-12), mean, what);
    }
}
