using System.Text.Json;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

/// <summary>
/// Rates of toys against brute-force runs of an independent program (shared/reference/paths). A particle is in the state it visited
/// last; k(X to Y) = N(X to Y)/T(X).
/// </summary>
public sealed class RateTests
{
    [Theory]
    [InlineData("BAOAB", 2.5, 6_000_000)]
    [InlineData("BAOAB", 10, 6_000_000)]
    [InlineData("overdamped EM", 1, 10_000_000)]
    public void Rate_of_the_double_well(string dynamics, double friction, long steps) => CompareDoubleWell(dynamics, friction, steps, 3);

    [Theory]
    [Trait("Category", "Validation")]
    [InlineData("BAOAB", 0.5, 5)]
    [InlineData("BAOAB", 2.5, 3)]
    [InlineData("BAOAB", 10, 3)]
    [InlineData("overdamped EM", 1, 3)]
    public void Rate_of_the_double_well_in_a_long_run(string dynamics, double friction, double sigmas) =>
        CompareDoubleWell(dynamics, friction, 200_000_000, sigmas);

    [Theory]
    [InlineData("mistis", 5_000_000)]
    [InlineData("mstis", 5_000_000)]
    public void Rates_of_the_three_state_toys(string name, long steps) => CompareThreeStates(name, steps);

    [Theory]
    [Trait("Category", "Validation")]
    [InlineData("mistis")]
    [InlineData("mstis")]
    public void Rates_of_the_three_state_toys_in_a_long_run(string name) => CompareThreeStates(name, 200_000_000);

    // Transitions cluster at low friction, hence the reference asks for 5 sigma there.
    private static void CompareDoubleWell(string dynamics, double friction, long steps, double sigmas)
    {
        bool overdamped = dynamics != "BAOAB";
        JsonElement run = ReferenceData.Json("paths/doublewell1d.json").GetProperty("brute_force").EnumerateArray().Single(entry =>
            entry.GetProperty("dyn").GetString() == dynamics
            && (overdamped ? Number(entry, "dt") == 1e-3 : Number(entry, "gamma") == friction));
        IntegratorSettings settings = new()
        {
            Kind = overdamped ? IntegratorKind.Overdamped : IntegratorKind.LangevinBaoab,
            TimeStep = Number(run, "dt"),
            Temperature = Number(run, "kT"),
            Friction = friction,
        };
        double border = Number(run, "xA");
        using Simulation simulation = TestRuns.Toy(new DoubleWell(Number(run, "h")), 1, new Vec3(-1, 0, 0), settings).Start(seed: 21);
        Counts counts = Count(simulation, steps, r => r.X < -border ? 0 : r.X >= border ? 1 : -1);
        double transitions = counts.Transitions[0, 1] + counts.Transitions[1, 0];
        double time = counts.Time[0] + counts.Time[1];
        double expected = Number(run, "k"), uncertainty = Number(run, "k_err");
        double sigma = Math.Sqrt((uncertainty * uncertainty) + (expected / time));
        Sigma.AssertWithin(sigmas, expected, sigma, transitions / time,
            FormattableString.Invariant($"rate, {dynamics}, friction {friction}"));
    }

    private static double Number(JsonElement entry, string name) => entry.GetProperty(name).GetDouble();

    private static void CompareThreeStates(string name, long steps)
    {
        JsonElement rates = ReferenceData.Json("paths/toy2d_bruteforce.json").GetProperty(name).GetProperty("rates");
        IntegratorSettings settings = new() { Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.02, Temperature = 0.1, Friction = 2.5 };
        bool mistis = name == "mistis";
        GaussianSum wells = mistis
            ? new GaussianSum(Well(-1, -0.5, 0.5), Well(-1, -0.5, -0.5), Well(-1, 0.5, -0.5))
            : new GaussianSum(Well(-0.7, 0, 0.4), Well(-0.7, -0.5, -0.5), Well(-0.7, 0.5, -0.5));
        ExternalSum<SexticWall, GaussianSum> potential = new(new SexticWall(new Vec3(1, 1, 0)), wells);
        using Simulation simulation = TestRuns.Toy(potential, 2, new Vec3(-0.5, -0.5, 0), settings).Start(seed: 22);
        Counts counts = Count(simulation, steps, mistis ? SquareState : CircleState);
        for (int from = 0; from < 3; from++)
        {
            for (int to = 0; to < 3; to++)
            {
                string label = $"{"ABC"[from]}{"ABC"[to]}";
                if (from != to)
                {
                    double expected = rates.GetProperty(label).GetProperty("k").GetDouble();
                    double uncertainty = rates.GetProperty(label).GetProperty("err_poisson").GetDouble();
                    double sigma = Math.Sqrt((uncertainty * uncertainty) + (expected / counts.Time[from]));
                    Sigma.AssertWithin(3, expected, sigma, counts.Transitions[from, to] / counts.Time[from], $"{name}: rate {label}");
                }
            }
        }

        static GaussianTerm Well(double amplitude, double x, double y) => new(amplitude, new Vec3(x, y, 0), new Vec3(12, 12, 0));
    }

    private static int SquareState(Vec3 r) => r.Y < -0.35 ? (r.X < -0.35 ? 0 : r.X >= 0.35 ? 1 : -1) : r.X < -0.35 && r.Y >= 0.35 ? 2 : -1;

    private static int CircleState(Vec3 r)
    {
        if (Near(r, -0.5, -0.5))
        {
            return 0;
        }

        return Near(r, 0.5, -0.5) ? 1 : Near(r, 0, 0.4) ? 2 : -1;

        static bool Near(Vec3 r, double x, double y) => ((r.X - x) * (r.X - x)) + ((r.Y - y) * (r.Y - y)) < 0.04;
    }

    private static Counts Count(Simulation simulation, long steps, Func<Vec3, int> stateOf)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Counts counts = new();
        int state = stateOf(simulation.Positions[0]);
        for (long step = 0; step < steps; step++)
        {
            simulation.Advance(1, cancellation);
            int now = stateOf(simulation.Positions[0]);
            if (now >= 0 && now != state)
            {
                counts.Transitions[state, now]++;
                state = now;
            }

            counts.Time[state] += simulation.Integrator.TimeStep;
        }

        return counts;
    }

    private sealed class Counts
    {
        public double[,] Transitions { get; } = new double[3, 3];

        public double[] Time { get; } = new double[3];
    }
}
