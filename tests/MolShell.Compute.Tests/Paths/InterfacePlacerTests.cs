using MolShell.Compute.Paths;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

/// <summary>Interfaces placed on the walk on the integers, where distance d is reached from d' with probability d'/d.</summary>
public sealed class InterfacePlacerTests
{
    private static readonly InterfacePlacementOptions Options = new() { CrossingProbability = 0.5, Excursions = 400, Steps = 2000, Seed = 1 };

    [Fact]
    public void InterfacesAreWhereTheProbabilityWants()
    {
        using WalkEngine engine = new();
        InterfacePlacement placed = InterfacePlacer.Place(
            InterfaceSet.AtBorder(Model.A), [Model.B], engine, Options, cancellation: TestContext.Current.CancellationToken);

        AssertPlaced(placed, [.. placed.InterfaceValue]);
        Assert.Equal(placed.CrossingProbability.Aggregate((a, b) => a * b), placed.TotalProbability, 12);

        // At 1 of 9, sampled at four interfaces of about 200 independent paths or more each: a relative error of about 0.15.
        Assert.InRange(placed.TotalProbability, (1 - (4 * 0.15)) / 9, (1 + (4 * 0.15)) / 9);
        PathNetwork network = PathNetwork.Tis(new InterfaceSet(Model.A, placed.InterfaceValue), Model.B);
        Assert.All(placed.Paths.Zip(network.Transitions[0].Ensembles), p => Assert.True(p.Second.Contains(p.First)));
    }

    [Fact]
    public void TheOtherStateIsLeftTheOtherWay()
    {
        using WalkEngine engine = new() { System = Model.System with { Start = Model.Frame(10) } };
        InterfacePlacement placed = InterfacePlacer.Place(
            InterfaceSet.AtBorder(Model.B), [Model.A], engine, Options, cancellation: TestContext.Current.CancellationToken);

        AssertPlaced(placed, [.. placed.InterfaceValue.Select(v => 9 - v)]);
    }

    [Fact]
    public void TheSameSeedPlacesTheSameInterfaces()
    {
        using WalkEngine engine = new();
        InterfacePlacementOptions few = Options with { Excursions = 20, Steps = 50, CrossingProbability = 0.7 };
        InterfacePlacement[] placed = [.. Enumerable.Range(0, 2).Select(_ => InterfacePlacer.Place(
            InterfaceSet.AtBorder(Model.A), [Model.B], engine, few, cancellation: TestContext.Current.CancellationToken))];
        Assert.Equal(placed[0].CrossingProbability.ToArray(), placed[1].CrossingProbability.ToArray());
    }

    [Fact]
    public void StatesThatAreNotLeftAreTold()
    {
        using WalkEngine engine = new();
        string message = Assert.Throws<PathSamplingException>(() => InterfacePlacer.Place(
            InterfaceSet.AtBorder(Model.B), [Model.A], engine, Options with { MaximumFrames = 30 }, cancellation: TestContext.Current.CancellationToken)).Message;
        Assert.Contains("30 frames", message, StringComparison.Ordinal);
        Assert.Contains("state B had 0 frames", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => InterfaceSet.AtBorder(StateVolume.Interval(Model.X, 0, 1, "ring")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterfacePlacementOptions { CrossingProbability = 1 });
    }

    // An interface at distance d' is the furthest that 0.5 of the paths over d reach, with probability d/d', up to 4 sigma of about 0.04.
    private static void AssertPlaced(InterfacePlacement placed, double[] distances)
    {
        Assert.True(distances.Length > 2);
        for (int i = 1; i < distances.Length; i++)
        {
            double from = Math.Max(distances[i - 1], 1);
            Assert.True(from / distances[i] > 0.5 - 0.16, $"{distances[i]} is too far from {from}");
            Assert.True(from / (distances[i] + 1) < 0.5 + 0.16, $"{distances[i]} is too close to {from}");
            Assert.InRange(placed.CrossingProbability[i - 1], (from / distances[i]) - 0.16, (from / distances[i]) + 0.16);
        }
    }
}
