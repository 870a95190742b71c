using FsCheck;
using FsCheck.Fluent;
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
        Assert.Same(StateVolume.Nothing, a & apart);
        Assert.Equal($"(0 <= {Model.X.Describe()} < 5 | 6 <= {Model.X.Describe()} < 7)", (apart | a).Describe());
        Assert.Same(StateVolume.Everything, StateVolume.Interval(Model.X, null, 5) | StateVolume.Interval(Model.X, 3, null));
        Assert.Equal($"{Model.X.Describe()} >= 5", (!StateVolume.Interval(Model.X, null, 5)).Describe());
        Assert.Equal($"({Model.X.Describe()} < 0 | {Model.X.Describe()} >= 5)", (!a).Describe());
        Assert.Equal($"0 <= {Model.X.Describe()} < 3", (a - b).Describe());
        Assert.Equal($"(0 <= {Model.X.Describe()} < 3 | 5 <= {Model.X.Describe()} < 8)", (a ^ b).Describe());

        // Ranges find each other across other volumes, and what is left out by any is left out.
        StateVolume other = StateVolume.Interval(Model.V, 0, null);
        Assert.Equal($"(3 <= {Model.X.Describe()} < 5 & {other.Describe()})", (a & other & b).Describe());
        Assert.Same(StateVolume.Nothing, a & other & apart);
        Assert.Same(StateVolume.Everything, a | other | !a);
        Assert.Same(StateVolume.Nothing, (a & other) - (a & other));
        Assert.Equal($"({Model.X.Describe()} >= 8 & {(!other).Describe()})", (!(b | other) & StateVolume.Interval(Model.X, 5, null)).Describe());
    }

    [Fact]
    public void RangesOnACircleAreSimplified()
    {
        PeriodicX angle = new(360);
        StateVolume border = StateVolume.Interval(angle, 170, -170);
        StateVolume next = StateVolume.Interval(angle, -170, -100);
        Assert.Equal("170 <= PeriodicX < -170 (period 360)", border.Describe());
        Assert.Equal(border.Describe(), StateVolume.Interval(angle, 530, 550).Describe());
        Assert.Equal("170 <= PeriodicX < -100 (period 360)", (border | next).Describe());
        Assert.Equal("-170 <= PeriodicX < 170 (period 360)", (!border).Describe());
        Assert.Equal("(0 <= PeriodicX < 10 | 170 <= PeriodicX < -170 (period 360))", (border | StateVolume.Interval(angle, 0, 10)).Describe());
        Assert.Same(StateVolume.Nothing, border & next);
        Assert.Same(StateVolume.Everything, border | !border);
        Assert.Equal("175 <= PeriodicX < -175 (period 360)", (border & StateVolume.Interval(angle, 175, -175)).Describe());
        StateVolume straight = StateVolume.Interval(new Coordinate(0), 0, 10, period: 360);
        Assert.Contains("&", (straight & StateVolume.Interval(angle, 0, 5)).Describe(), StringComparison.Ordinal);
    }

    // Random combinations of ranges of a straight and of a periodic variable, of velocities and of Voronoi cells, at random places.
    [Fact]
    public void CombinationsMeanWhatTheyShouldAndUseTheirSymmetry()
    {
        int[] answers = new int[2];
        Gen<(double X, double V)> places = Gen.Choose(-60, 60).SelectMany(x => Gen.Choose(-2, 2).Select(v => (x / 4.0, (double)v)));
        Prop.ForAll(Arb.From(Volumes(4)), Arb.From(Gen.ListOf(places, 20)), (volume, points) =>
        {
            Trajectory path = Trajectory.FromFrames(points.Select(p => Model.Frame(p.X, p.V)));
            Trajectory reversed = path.Reversed();
            for (int i = 0; i < path.Count; i++)
            {
                bool expected = volume.Contains(points[i]);
                answers[expected ? 1 : 0]++;
                string where = $"{volume.Volume.Describe()} at {points[i]}";
                Assert.True(expected == volume.Volume.Contains(path[i]), where);
                Assert.True(expected == volume.Volume.ContainsAt(path, i), where);
                Assert.True(expected != (!volume.Volume).ContainsAt(path, i), where);
                bool turned = volume.Contains((points[i].X, -points[i].V));
                Assert.True(turned == volume.Volume.ContainsAt(reversed, path.Count - 1 - i), where);
                Assert.True(!volume.Volume.IsTimeReversible || turned == expected, where);
            }
        }).Check(400);
        Assert.All(answers, n => Assert.True(n > 1600, $"{n} answers of 8000 are of one kind"));
    }

    [Fact]
    public void VoronoiCellsFillSpaceWithoutOverlap()
    {
        PeriodicX angle = new(10);
        IReadOnlyList<StateVolume> cells = StateVolume.VoronoiCells([angle, Model.V], [[-4, 0], [4, 0], [0, 3]], ["left", "right", "top"]);
        Assert.Equal(["left", "right", "top"], cells.Select(c => c.Name));
        Assert.Equal("nearest (PeriodicX, v_(0)) to (4, 0) of (-4, 0), (4, 0), (0, 3)".Replace("v_(0)", Model.V.Describe(), StringComparison.Ordinal), cells[1].Describe());
        for (double x = -12; x < 12; x += 0.25)
        {
            for (double v = -4; v <= 4; v += 0.5)
            {
                double[] distances = [.. new[] { (-4.0, 0.0), (4, 0), (0, 3) }.Select(c => Math.Pow(Math.IEEERemainder(x - c.Item1, 10), 2) + ((v - c.Item2) * (v - c.Item2)))];
                int nearest = Array.IndexOf(distances, distances.Min());
                Assert.Equal([nearest], Enumerable.Range(0, 3).Where(i => cells[i].Contains(Model.Frame(x, v))));
            }
        }
    }

    [Fact]
    public void WrongVoronoiCentersAreRefused()
    {
        Assert.Contains("at least two", Refused([[1]]), StringComparison.Ordinal);
        Assert.Contains("centre 1 (1, 2) has 2 values; expected one for each of the 1 variables", Refused([[1], [1, 2]]), StringComparison.Ordinal);
        Assert.Contains("centre 1 is (NaN); expected finite", Refused([[1], [double.NaN]]), StringComparison.Ordinal);
        Assert.Contains("centres 0 and 2 are at the same place", Refused([[1], [2], [1]]), StringComparison.Ordinal);
        Assert.Contains(
            "1 names for 2", Assert.Throws<ArgumentException>(() => StateVolume.VoronoiCells([Model.X], [[1], [2]], ["A"])).Message, StringComparison.Ordinal);

        static string Refused(double[][] centers) =>
            Assert.Throws<ArgumentException>(() => StateVolume.VoronoiCells([Model.X], centers)).Message;
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

    private static Gen<Case> Volumes(int depth)
    {
        Gen<Case> leaf = Gen.Choose(-10, 10).SelectMany(low => Gen.Choose(1, 15).SelectMany(width => Gen.Elements(
            new Case(StateVolume.Interval(Model.X, low, low + width), p => p.X >= low && p.X < low + width),
            new Case(StateVolume.Interval(Model.X, low, null), p => p.X >= low),
            new Case(StateVolume.Interval(Model.X, null, low, "named"), p => p.X < low),
            new Case(StateVolume.Interval(new PeriodicX(16), low, low + width), p => Enumerable.Range(-3, 7).Any(k => p.X + (16 * k) >= low && p.X + (16 * k) < low + width)),
            new Case(StateVolume.Interval(Model.V, 0.5, null), p => p.V >= 0.5),
            new Case(StateVolume.VoronoiCells([Model.X], [[low], [low + width]])[0], p => Math.Abs(p.X - low) <= Math.Abs(p.X - low - width)),
            new Case(StateVolume.Everything, _ => true),
            new Case(StateVolume.Nothing, _ => false))));
        if (depth == 0)
        {
            return leaf;
        }

        Gen<Case> inner = Volumes(depth - 1);
        Gen<(Case A, Case B)> pairs = inner.SelectMany(a => inner.Select(b => (a, b)));
        return Gen.OneOf(
            leaf,
            inner.Select(a => new Case(!a.Volume, p => !a.Contains(p))),
            pairs.Select(c => new Case(c.A.Volume & c.B.Volume, p => c.A.Contains(p) && c.B.Contains(p))),
            pairs.Select(c => new Case(c.A.Volume | c.B.Volume, p => c.A.Contains(p) || c.B.Contains(p))),
            pairs.Select(c => new Case(c.A.Volume ^ c.B.Volume, p => c.A.Contains(p) != c.B.Contains(p))),
            pairs.Select(c => new Case(c.A.Volume - c.B.Volume, p => c.A.Contains(p) && !c.B.Contains(p))));
    }

    private sealed record Case(StateVolume Volume, Func<(double X, double V), bool> Contains);

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
