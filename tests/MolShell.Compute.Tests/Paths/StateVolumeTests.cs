using MolShell.Compute.Paths;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class StateVolumeTests
{
    [Theory]
    [InlineData(0.3, 0.7, 0.3, true)]
    [InlineData(0.3, 0.7, 0.7, false)]
    [InlineData(0.3, 0.7, 0.5, true)]
    [InlineData(0.3, 0.7, 0.29999, false)]
    [InlineData(null, 0.7, -1e300, true)]
    [InlineData(null, 0.7, 0.7, false)]
    [InlineData(0.3, null, 0.3, true)]
    [InlineData(0.3, null, 1e300, true)]
    [InlineData(0.3, 0.7, double.NaN, false)]
    public void IntervalIsHalfOpen(double? minimum, double? maximum, double x, bool expected) =>
        Assert.Equal(expected, StateVolume.Interval(Model.X, minimum, maximum).Contains(Model.Frame(x)));

    [Theory]
    [InlineData(170.0, -170.0, 180.0, true)]
    [InlineData(170.0, -170.0, -180.0, true)]
    [InlineData(170.0, -170.0, 170.0, true)]
    [InlineData(170.0, -170.0, -170.0, false)]
    [InlineData(170.0, -170.0, 169.0, false)]
    [InlineData(170.0, -170.0, 0.0, false)]
    [InlineData(-60.0, 60.0, 0.0, true)]
    [InlineData(-60.0, 60.0, 300.5, true)]
    [InlineData(-60.0, 60.0, 60.0, false)]
    [InlineData(-60.0, 60.0, -60.0, true)]
    [InlineData(350.0, 370.0, 5.0, true)]
    [InlineData(350.0, 370.0, 15.0, false)]
    [InlineData(-180.0, 180.0, 179.99, true)]
    [InlineData(null, 60.0, -100.0, true)]
    [InlineData(null, 60.0, 100.0, false)]
    [InlineData(60.0, null, 100.0, true)]
    [InlineData(60.0, null, -100.0, false)]
    public void PeriodicIntervalWraps(double? minimum, double? maximum, double angle, bool expected)
    {
        StateVolume volume = StateVolume.Interval(new PeriodicX(360), minimum, maximum);
        Assert.Equal(expected, volume.Contains(Model.Frame(angle)));
        Assert.Equal(expected, volume.Contains(Model.Frame(angle - 360)));
        Assert.Equal(expected, volume.Contains(Model.Frame(angle + 720)));
    }

    [Fact]
    public void ValueJustBelowAWholePeriodIsInside() =>
        Assert.True(StateVolume.Interval(new PeriodicX(360), -180, 180).Contains(Model.Frame(-180 - 1e-300)));

    [Fact]
    public void AlgebraCombinesAndStopsEarly()
    {
        Counting counted = new();
        StateVolume low = StateVolume.Interval(Model.X, null, 1);
        StateVolume other = StateVolume.Interval(counted, null, 5);

        Assert.True((low & other).Contains(Model.Frame(0)));
        Assert.False((low & other).Contains(Model.Frame(3)));
        Assert.Equal(1, counted.Evaluations);
        Assert.True((low | other).Contains(Model.Frame(0)));
        Assert.Equal(1, counted.Evaluations);
        Assert.True((low | other).Contains(Model.Frame(3)));
        Assert.Equal(2, counted.Evaluations);
        Assert.False((!low).Contains(Model.Frame(0)));
        Assert.True((!low).Contains(Model.Frame(2)));
        Assert.Same(low, !!low);
    }

    [Fact]
    public void IntervalsOfOneVariableAreSimplified()
    {
        StateVolume a = StateVolume.Interval(Model.X, 0, 5);
        StateVolume b = StateVolume.Interval(new Coordinate(0), 3, 8);
        Assert.Equal("3 <= x0 < 5".Replace("x0", Model.X.Describe(), StringComparison.Ordinal), (a & b).Describe());
        Assert.Equal("0 <= x0 < 8".Replace("x0", Model.X.Describe(), StringComparison.Ordinal), (a | b).Describe());

        StateVolume apart = StateVolume.Interval(Model.X, 6, 7);
        Assert.Contains("&", (a & apart).Describe(), StringComparison.Ordinal);
        Assert.Contains("|", (a | apart).Describe(), StringComparison.Ordinal);
        Assert.False((a | apart).Contains(Model.Frame(5.5)));

        StateVolume everything = StateVolume.Interval(Model.X, null, 5) | StateVolume.Interval(Model.X, 3, null);
        Assert.True(everything.Contains(Model.Frame(4)) && everything.Contains(Model.Frame(-99)) && everything.Contains(Model.Frame(99)));
    }

    [Fact]
    public void DescriptionDoesNotDependOnTheName()
    {
        StateVolume plain = StateVolume.Interval(Model.X, 0.1, 0.7);
        StateVolume named = plain.WithName("A");
        Assert.Equal("A", named.Name);
        Assert.Equal(plain.Describe(), named.Describe());
        Assert.Equal(plain.Describe(), plain.Name);
        Assert.Equal(plain.Describe(), StateVolume.Interval(new Coordinate(0) { Name = "position" }, 0.1, 0.7).Describe());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, 1.0)]
    [InlineData(double.NaN, 1.0)]
    public void EmptyIntervalsAreRefused(double? minimum, double? maximum) =>
        Assert.Throws<ArgumentException>(() => StateVolume.Interval(Model.X, minimum, maximum));

    [Theory]
    [InlineData(10.0, 10.0)]
    [InlineData(0.0, -360.0)]
    [InlineData(0.0, 361.0)]
    [InlineData(double.NaN, 1.0)]
    [InlineData(null, null)]
    public void EmptyPeriodicIntervalsAreRefused(double? minimum, double? maximum) =>
        Assert.Throws<ArgumentException>(() => StateVolume.Interval(new PeriodicX(360), minimum, maximum));

    private sealed record PeriodicX(double Length) : TestVariable
    {
        public override double? Period => Length;

        public override double Evaluate(PhasePoint point) => point.Positions[0].X;
    }

    private sealed record Counting : TestVariable
    {
        public int Evaluations { get; private set; }

        public override double Evaluate(PhasePoint point)
        {
            Evaluations++;
            return point.Positions[0].X;
        }
    }
}
