using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

/// <summary>
/// Stochastic dynamics of many independent harmonic oscillators against the exact stationary covariances of the discrete maps
/// (x, v) -> M (x, v) + noise: S = M S M' + Q, and S(k) = M^k S after k steps.
/// </summary>
public sealed class HarmonicOscillatorTests
{
    private const int Particles = 3000;
    private const int Snapshots = 12;
    private const double Mass = 1.7;
    private const double Stiffness = 2.3;
    private const double Temperature = 0.6;

    [Theory]
    [InlineData(0.05, 0.9)]
    [InlineData(0.3, 1.0)]
    [InlineData(0.9, 5.0)]
    public void Baoab_has_the_exact_means_variances_and_autocorrelations(double timeStep, double friction)
    {
        IntegratorSettings settings =
            new() { Kind = IntegratorKind.LangevinBaoab, TimeStep = timeStep, Temperature = Temperature, Friction = friction };
        double c = Math.Exp(-friction * timeStep), kick = 0.5 * timeStep * Stiffness / Mass, half = 0.5 * timeStep;
        double noise = (1 - (c * c)) * Temperature / Mass;

        // B A O A B as matrices on (x, v); noise enters v at O.
        double[,] b = { { 1, 0 }, { -kick, 1 } }, a = { { 1, half }, { 0, 1 } }, o = { { 1, 0 }, { 0, c } };
        double[,] after = Multiply(b, a);
        double[,] map = Multiply(after, Multiply(o, Multiply(a, b)));
        double[,] added = { { noise * after[0, 1] * after[0, 1], noise * after[0, 1] * after[1, 1] },
            { noise * after[0, 1] * after[1, 1], noise * after[1, 1] * after[1, 1] } };
        double[,] stationary = added;
        for (int k = 0; k < 200_000; k++)
        {
            stationary = Sum(Multiply(Multiply(map, stationary), Transpose(map)), added);
        }

        // The splitting is known for this: positions have the variance of the exact dynamics.
        Assert.Equal(Temperature / Stiffness, stationary[0, 0], 1e-6 * Temperature / Stiffness);
        int relaxation = (int)Math.Ceiling(12 / Math.Min(friction, Stiffness / Mass / friction) / timeStep);
        int lag = Math.Max(1, (int)(0.7 / timeStep));
        double[,] lagged = stationary;
        for (int k = 0; k < lag; k++)
        {
            lagged = Multiply(map, lagged);
        }

        Moments x = new(), v = new(), xx = new();
        using Simulation simulation = Oscillators(settings).Start(seed: 11).Run(relaxation);
        for (int sample = 0; sample < Snapshots; sample++)
        {
            Vec3[] x0 = simulation.Positions.ToArray();
            simulation.Run(lag);
            for (int i = 0; i < Particles; i++)
            {
                for (int axis = 0; axis < 3; axis++)
                {
                    x.Add(simulation.Positions[i][axis]);
                    v.Add(simulation.Velocities[i][axis]);
                    xx.Add(simulation.Positions[i][axis] * x0[i][axis]);
                }
            }

            simulation.Run(relaxation / 2);
        }

        x.AssertNormal(stationary[0, 0], "position");
        v.AssertNormal(stationary[1, 1], "velocity");
        double spread = Math.Sqrt((stationary[0, 0] * stationary[0, 0]) + (lagged[0, 0] * lagged[0, 0]));
        Sigma.AssertWithin(4, lagged[0, 0], spread / Math.Sqrt(xx.Count), xx.Mean,
            FormattableString.Invariant($"autocorrelation after {lag} steps"));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void Overdamped_dynamics_has_the_exact_means_variances_and_autocorrelations(double timeStep)
    {
        const double friction = 3;
        IntegratorSettings settings =
            new() { Kind = IntegratorKind.Overdamped, TimeStep = timeStep, Temperature = Temperature, Friction = friction };

        // x -> (1 - a) x + noise of variance 2 kT dt/(m gamma), with a = k dt/(m gamma).
        double a = Stiffness * timeStep / (Mass * friction);
        double variance = Temperature / Stiffness / (1 - (0.5 * a));
        int relaxation = (int)Math.Ceiling(12 / a);
        int lag = Math.Max(1, (int)(0.7 / a));
        double lagged = variance * Math.Pow(1 - a, lag);
        Moments x = new(), xx = new();
        using Simulation simulation = Oscillators(settings).Start(seed: 12).Run(relaxation);
        for (int sample = 0; sample < Snapshots; sample++)
        {
            Vec3[] x0 = simulation.Positions.ToArray();
            simulation.Run(lag);
            for (int i = 0; i < Particles; i++)
            {
                for (int axis = 0; axis < 3; axis++)
                {
                    x.Add(simulation.Positions[i][axis]);
                    xx.Add(simulation.Positions[i][axis] * x0[i][axis]);
                }
            }

            simulation.Run(relaxation / 2);
        }

        x.AssertNormal(variance, "position");
        double spread = Math.Sqrt((variance * variance) + (lagged * lagged));
        Sigma.AssertWithin(4, lagged, spread / Math.Sqrt(xx.Count), xx.Mean,
            FormattableString.Invariant($"autocorrelation after {lag} steps"));
    }

    [Fact]
    public void Free_particles_diffuse_as_the_friction_says()
    {
        // After t much longer than 1/gamma: <x^2> = 2 kT/(m gamma) (t - (1 - exp(-gamma t))/gamma), from equilibrium velocities.
        const double friction = 2, time = 6;
        IntegratorSettings settings =
            new() { Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.05, Temperature = Temperature, Friction = friction };
        MolecularSystem free =
            TestRuns.Particles(new ExternalForce<HarmonicWell>(new HarmonicWell(0, 1)), 3, new Vec3[Particles], settings, Mass);
        using Simulation simulation = free.Start(seed: 13).Run((long)(time / 0.05));
        Moments x = new();
        foreach (Vec3 r in simulation.Positions)
        {
            x.Add(r.X);
            x.Add(r.Y);
            x.Add(r.Z);
        }

        // BAOAB of a free particle: x moves by dt/2 (v before + v after), so the discrete sum replaces the integral; 1e-3 apart at this
        // step.
        double c = Math.Exp(-friction * 0.05);
        int n = (int)(time / 0.05);
        double variance = 0;
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                double weight = (i is 0 || i == n ? 0.5 : 1) * (j is 0 || j == n ? 0.5 : 1);
                variance += weight * 0.05 * 0.05 * Temperature / Mass * Math.Pow(c, Math.Abs(i - j));
            }
        }

        Assert.Equal(2 * Temperature / (Mass * friction) * (time - ((1 - Math.Exp(-friction * time)) / friction)), variance,
            0.002 * variance);
        x.AssertNormal(variance, "displacement");
    }

    private static MolecularSystem Oscillators(IntegratorSettings settings) => TestRuns.Particles(
        new ExternalForce<HarmonicWell>(new HarmonicWell(Stiffness, 3)), 3, new Vec3[Particles], settings, Mass);

    private static double[,] Multiply(double[,] a, double[,] b) => new[,]
    {
        { (a[0, 0] * b[0, 0]) + (a[0, 1] * b[1, 0]), (a[0, 0] * b[0, 1]) + (a[0, 1] * b[1, 1]) },
        { (a[1, 0] * b[0, 0]) + (a[1, 1] * b[1, 0]), (a[1, 0] * b[0, 1]) + (a[1, 1] * b[1, 1]) },
    };

    private static double[,] Transpose(double[,] a) => new[,] { { a[0, 0], a[1, 0] }, { a[0, 1], a[1, 1] } };

    private static double[,] Sum(double[,] a, double[,] b) => new[,]
    {
        { a[0, 0] + b[0, 0], a[0, 1] + b[0, 1] },
        { a[1, 0] + b[1, 0], a[1, 1] + b[1, 1] },
    };

    /// <summary>Mean and mean square of samples that are independent of each other.</summary>
    private sealed class Moments
    {
        private double sum;
        private double sumOfSquares;

        public int Count { get; private set; }

        public double Mean => sum / Count;

        public void Add(double value)
        {
            sum += value;
            sumOfSquares += value * value;
            Count++;
        }

        public void AssertNormal(double variance, string what)
        {
            Sigma.AssertWithin(4, 0, Math.Sqrt(variance / Count), Mean, $"mean of {what}");
            Sigma.AssertWithin(4, variance, variance * Math.Sqrt(2.0 / Count), sumOfSquares / Count, $"variance of {what}");
        }
    }
}
