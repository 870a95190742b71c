using System.Text.Json;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Dynamics;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>Rates over the barrier of the 1-D double well, from trajectories that leave its top, against long runs and exact results.</summary>
public class BarrierRateTests
{
    private const double Temperature = 0.2;
    private static readonly Coordinate X = new(0);
    private static readonly StateVolume A = StateVolume.Interval(X, null, -0.7, "A"), B = StateVolume.Interval(X, 0.7, null, "B");
    private static readonly StateVolume S = StateVolume.Interval(X, -0.3, 0.3, "S");
    private static readonly RandomKey Key = new(29);

    // p(0) over the probability below 0.
    private static readonly double Density = Math.Exp(-1 / Temperature) / Weight(-3, 0);

    // Trajectories end in the states, so that the rate is that of passages between cores, which at low friction is not the eigenvalue.
    [Theory]
    [InlineData(0.5)]
    [InlineData(2.5)]
    [InlineData(10)]
    public void ReactiveFluxIsTheRateOfALongRun(double friction)
    {
        JsonElement run = Reference("brute_force").Single(e => e.GetProperty("dyn").GetString() == "BAOAB" && Number(e, "gamma") == friction);
        using BuiltInEngine engine = Engine(friction);
        ReactiveFluxEstimator estimator = new(engine, X, A, B, new ReactiveFluxOptions { Density = Density, MaximumLength = 5000, Device = new CpuDevice(2) });
        estimator.Run([Top(0)], 40_000, Key, 0, 40_000, TestContext.Current.CancellationToken);
        ReactiveFluxEstimate estimate = estimator.ToEstimate();
        Assert.Equal((1, 40_000L, 0L), (estimate.Points, estimate.Trials, estimate.Unfinished));
        Agree(3, Number(run, "k"), Number(run, "k_err"), estimate.Rate.Value, estimate.Rate.StandardError, $"reactive flux, friction {friction}");
        Agree(
            3, Number(run, "k"), Number(run, "k_err"), estimate.PositiveRate.Value, estimate.PositiveRate.StandardError,
            $"effective positive flux, friction {friction}");

        // Transition-state theory is exact: the mean of the half of a normal distribution of velocities is sqrt(kT/2 pi).
        double tst = Reference("exact_dt0", "underdamped").Select(e => Number(e, "TST_exact")).First();
        Agree(3, tst, 0, estimate.TransitionStateRate.Value, estimate.TransitionStateRate.StandardError, "transition-state theory");
        Assert.Equal(1, estimate.Curve[0]);
        Assert.Equal(estimate.Transmission.Value, estimate.Curve[^1], 12);

        // First crossings alone have the smaller error where trajectories recross; at low friction the two are alike.
        Assert.True(friction < 1 || estimate.PositiveTransmission.StandardError < estimate.Transmission.StandardError);
        Assert.InRange(estimate.Transmission.StandardError, 0.001, 0.02);
    }

    [Fact]
    public void PointsNearTheSurfaceDoAsWell()
    {
        // Points of equilibrium in a window around 0.1, with the mean density there.
        Frame[] points = Equilibrium(-0.05, 0.25, 2000);
        double density = Weight(-0.05, 0.25) / 0.3 / Weight(-3, 0);
        using BuiltInEngine engine = Engine(2.5);
        ReactiveFluxEstimator estimator = new(engine, X, A, B, new ReactiveFluxOptions { Density = density });
        estimator.Run(points, 10, Key, 0, 20_000, TestContext.Current.CancellationToken);
        JsonElement run = Reference("brute_force").Single(e => e.GetProperty("dyn").GetString() == "BAOAB" && Number(e, "gamma") == 2.5);
        ReactiveFluxEstimate estimate = estimator.ToEstimate();
        Assert.Equal(2000, estimate.Points);
        Agree(3, Number(run, "k"), Number(run, "k_err"), estimate.Rate.Value, estimate.Rate.StandardError, "reactive flux of a window");
        Agree(3, Number(run, "k"), Number(run, "k_err"), estimate.PositiveRate.Value, estimate.PositiveRate.StandardError, "positive flux of a window");
    }

    [Fact]
    public void PairsAreTheSameHoweverTheyAreRun()
    {
        using BuiltInEngine engine = Engine(2.5);
        ReactiveFluxEstimator whole = new(engine, X, A, B), parts = new(engine, X, A, B, new ReactiveFluxOptions { Device = new CpuDevice(2) });
        whole.Run([Top(0), Top(0.1)], 50, Key, 0, 100, TestContext.Current.CancellationToken);
        parts.Run([Top(0), Top(0.1)], 50, Key, 0, 30, TestContext.Current.CancellationToken);
        parts.Run([Top(0), Top(0.1)], 50, Key, 30, 70, TestContext.Current.CancellationToken);
        Assert.Equal(whole.ToEstimate().Curve, parts.ToEstimate().Curve);
        Assert.True(double.IsNaN(whole.ToEstimate().Rate.Value));
    }

    // C(t) = p_B (1 - exp(-lambda t)) once motion in the wells is forgotten, whose slope over the fitted times is a little below the rate.
    [Theory]
    [InlineData(0.5, 1200, 700, 5000)]
    [InlineData(2.5, 500, 250, 12_000)]
    [InlineData(10, 1200, 700, 5000)]
    public void SShootingIsTheExactRate(double friction, int length, int from, int trials)
    {
        JsonElement exact = Reference("exact_dt0", "underdamped").Single(e => Number(e, "gamma") == friction);
        double lambda = Number(exact, "lambda1");
        using BuiltInEngine engine = Engine(friction);
        ShootingRateEstimator estimator = new(
            engine, A, B, S, new ShootingRateOptions { Length = length, FitFrom = from, Population = Weight(-0.3, 0.3) / Weight(-3, -0.7), Device = new CpuDevice(2) });
        estimator.Run(Equilibrium(-0.3, 0.3, trials), 1, Key, 0, trials, TestContext.Current.CancellationToken);
        ShootingRateEstimate estimate = estimator.ToEstimate();
        double middle = 0.5 * (from + length) * 0.02;
        double expected = 0.5 * lambda * Math.Exp(-lambda * middle);
        Agree(3, expected, 0, estimate.Rate.Value, estimate.Rate.StandardError, $"S-shooting, friction {friction}");
        Assert.InRange(estimate.Rate.StandardError / expected, 0.005, 0.06);
        Assert.Equal((0.0, (long)trials), (estimate.Correlation[0], estimate.Trials));
        Assert.InRange(estimate.Transitions, trials / 10, trials - 1);
        Assert.True(double.IsNaN(estimate.Line[from - 1]));
        Assert.Equal(estimate.Rate.Value, (estimate.Line[^1] - estimate.Line[from]) / ((length - from) * 0.02), 10);
    }

    [Fact]
    public void WindowsAreCountedAsTheEquationSays()
    {
        // One trajectory of the walk, against the sum over tau written out.
        using WalkEngine engine = new() { System = Model.System };
        StateVolume middle = StateVolume.Interval(Model.X, 1, 9, "S");
        ShootingRateEstimator estimator = new(new TimedEngine(engine), Model.A, Model.B, middle, new ShootingRateOptions { Length = 120 });
        estimator.Run([Model.Frame(5)], 40, Key, 0, 40, TestContext.Current.CancellationToken);
        ShootingRateEstimate estimate = estimator.ToEstimate();
        Assert.True(estimate.Transitions > 0);
        double[] expected = new double[121];
        for (int n = 0; n < 40; n++)
        {
            Frame start = EngineStart.Draw(engine, Model.Frame(5), Key.Derive((ulong)n));
            double[] before = Positions(start.Reversed(), RandomStream.TrialBackward), after = Positions(start, RandomStream.TrialForward);
            double At(int time) => time < 0 ? before[-time] : after[time];
            for (int t = 0; t <= 120; t++)
            {
                for (int tau = 0; tau <= t; tau++)
                {
                    int last = Enumerable.Range(-tau, t + 1).Reverse().FirstOrDefault(i => At(i) is < 1 or >= 9, int.MinValue);
                    if (At(-tau) < 1 && last > int.MinValue && At(last) >= 9)
                    {
                        expected[t] += 1.0 / Enumerable.Range(-tau, t + 1).Count(i => At(i) is >= 1 and < 9) / 40;
                    }
                }
            }

            double[] Positions(Frame from, RandomStream stream)
            {
                using IEngineRun run = engine.Begin(from, Key.Derive((ulong)n).Derive(stream));
                return [5, .. Enumerable.Range(0, 120).Select(_ => run.Next(TestContext.Current.CancellationToken).Positions[0].X)];
            }
        }

        Assert.Equal(expected.Select(e => Math.Round(e, 10)), estimate.Correlation.Select(c => Math.Round(c, 10)));
    }

    [Fact]
    public void FaultsSayWhatIsExpected()
    {
        using BuiltInEngine engine = Engine(2.5);
        using BuiltInEngine brownian = new(System(0), integrator: new IntegratorSettings { Kind = IntegratorKind.Overdamped, TimeStep = 1e-3, Temperature = 1, Friction = 1 });
        Assert.Contains("needs velocities", Refused(() => new ReactiveFluxEstimator(brownian, X, A, B)), StringComparison.Ordinal);
        Assert.Contains("depends on velocities", Refused(() => new ReactiveFluxEstimator(engine, new VelocityComponent(0), A, B)), StringComparison.Ordinal);
        Assert.Contains("density above 0", Refused(() => new ReactiveFluxEstimator(engine, X, A, B, new ReactiveFluxOptions { Density = -1 })), StringComparison.Ordinal);
        ReactiveFluxEstimator flux = new(engine, X, A, B);
        Assert.Contains("is in the state A", Fails(() => flux.Run([Top(-1)], 1, Key, 0, 1)), StringComparison.Ordinal);
        Assert.Contains("8 particles", Fails(() => flux.Run([TestRuns.Fluid(2).Start], 1, Key, 0, 1)), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => flux.ToEstimate());

        ShootingRateOptions options = new() { Length = 10 };
        StateVolume fast = StateVolume.Interval(new VelocityComponent(0), 0, null, "fast");
        Assert.Contains("fast depends on velocities", Refused(() => new ShootingRateEstimator(engine, A, B, fast, options)), StringComparison.Ordinal);
        Assert.Contains("fitted from frame 9", Refused(() => new ShootingRateEstimator(engine, A, B, S, options with { FitFrom = 9 })), StringComparison.Ordinal);
        Assert.Contains("expected above 0", Refused(() => new ShootingRateEstimator(engine, A, B, S, options with { Population = 0 })), StringComparison.Ordinal);
        ShootingRateEstimator shooting = new(engine, A, B, S, options);
        Assert.Contains("not in the region S", Fails(() => shooting.Run([Top(0.5)], 1, Key, 0, 1)), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => shooting.ToEstimate());

        static string Refused(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
        static string Fails(Action run) => Assert.Throws<ArgumentException>(run).Message;
    }

    private static void Agree(double sigmas, double expected, double error, double actual, double actualError, string what) =>
        Sigma.AssertWithin(sigmas, expected, double.Hypot(error, actualError), actual, what);

    private static MolecularSystem System(double friction) => TestRuns.Toy(
        new DoubleWell(1), 1, default, TestRuns.Langevin with { TimeStep = 0.02, Temperature = Temperature, Friction = friction });

    private static BuiltInEngine Engine(double friction) => new(System(friction));

    private static Frame Top(double x) => System(1).Start with { Positions = [new Vec3(x, 0, 0)] };

    // By rejection; the weight is greatest at one of the ends.
    private static Frame[] Equilibrium(double from, double to, int count)
    {
        RandomSource random = new(new RandomKey(31));
        double bound = Math.Max(Boltzmann(from), Boltzmann(to));
        List<Frame> frames = [];
        while (frames.Count < count)
        {
            double x = from + ((to - from) * random.NextDouble());
            if (random.NextDouble() * bound < Boltzmann(x))
            {
                frames.Add(Top(x));
            }
        }

        return [.. frames];
    }

    private static double Boltzmann(double x) => Math.Exp(-((x * x) - 1) * ((x * x) - 1) / Temperature);

    private static double Weight(double from, double to) => Enumerable.Range(0, 20_000)
        .Sum(i => Boltzmann(from + ((to - from) * (i + 0.5) / 20_000))) * (to - from) / 20_000;

    private static IEnumerable<JsonElement> Reference(params string[] names) =>
        names.Aggregate(ReferenceData.Json("paths/doublewell1d.json"), (element, name) => element.GetProperty(name)).EnumerateArray();

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>The walk with a time between frames.</summary>
    private sealed class TimedEngine(ISimulationEngine engine) : ISimulationEngine
    {
        public string Name => engine.Name;

        public MolecularSystem System => engine.System;

        public int StepsPerFrame => 1;

        public double FrameInterval => 0.1;

        public double? Temperature => engine.Temperature;

        public IEngineRun Begin(Frame start, RandomKey key) => engine.Begin(start, key);

        public void Dispose()
        {
        }
    }
}
