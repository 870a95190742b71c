using MathNet.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Plots;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Variables;

public sealed class FreeEnergyEstimatorTests
{
    private const double Phi = 0.9;
    private static readonly FreeEnergyAxis Axis = new("x", "nm") { Minimum = -2, Maximum = 2, Bins = 8 };

    [Fact]
    public void Harmonic_oscillator_has_a_parabola()
    {
        FreeEnergyProfile profile = Profile(200_000, 1, 2.5);
        Assert.True(profile.Quality.IsConverged);
        double lowest = Enumerable.Range(0, 8).Min(k => -2.5 * Math.Log(Probability(profile.Edges[k], profile.Edges[k + 1])));
        for (int k = 0; k < 8; k++)
        {
            double exact = (-2.5 * Math.Log(Probability(profile.Edges[k], profile.Edges[k + 1]))) - lowest;

            // The shift to zero carries the error of the lowest bin.
            double sigma = Math.Sqrt((profile.Error[k] * profile.Error[k]) + Math.Pow(profile.Error.Min(), 2));
            Sigma.AssertWithin(4, exact, sigma, profile.FreeEnergy[k], $"F of bin {k}");
            Assert.InRange(profile.Error[k], 0.001, 0.2);
        }

        Assert.Equal(0, profile.FreeEnergy.Min());
        Sigma.AssertWithin(4, 9.5, 1, profile.Quality.CorrelationTime, "correlation time");
        Assert.InRange(profile.Quality.EffectiveSampleCount, 200_000 / 19.0 * 0.8, 200_000 / 19.0 * 1.25);
    }

    [Fact]
    public void Errors_are_the_scatter_of_independent_runs()
    {
        const int runs = 150;
        FreeEnergyProfile[] profiles = [.. Enumerable.Range(0, runs).Select(run => Profile(10_000, (ulong)run, 1))];
        for (int k = 0; k < 8; k++)
        {
            RunningMoments scatter = new();
            foreach (FreeEnergyProfile profile in profiles)
            {
                scatter.Add(Math.Log(profile.Density[k]));
            }

            // The standard deviation of 150 runs is known to 6 %, the mean error bar to 1 %: 4 sigma is 0.24.
            double ratio = profiles.Average(profile => profile.Error[k]) / scatter.StandardDeviation;
            Assert.True(ratio is > 0.76 and < 1.24, $"bin {k}: the error bar is {ratio:f3} of the scatter, more than 4 sigma from 1");
        }
    }

    [Fact]
    public void Weights_undo_a_bias()
    {
        // Samples of a unit normal, weighed to a normal of mean 0.5: w = p_target/p.
        FreeEnergyEstimator estimator = new(Axis);
        foreach (double x in Series(400_000, 5))
        {
            estimator.Add(x, Math.Exp((0.5 * x) - 0.125));
        }

        FreeEnergyProfile profile = estimator.Profile();
        for (int k = 0; k < 8; k++)
        {
            double exact = Probability(profile.Edges[k] - 0.5, profile.Edges[k + 1] - 0.5) / 0.5;
            Sigma.AssertWithin(4.5, exact, profile.Error[k] * profile.Density[k], profile.Density[k], $"density of bin {k}");
        }

        Assert.InRange(profile.Quality.EffectiveSampleCount, 10_000, 21_000);
    }

    [Fact]
    public void Surface_of_independent_variables_is_the_sum_of_their_profiles()
    {
        FreeEnergyAxis y = new("y") { Minimum = -2, Maximum = 2, Bins = 4 };
        FreeEnergyEstimator estimator = new(Axis, y);
        double[] xs = Series(200_000, 1), ys = Series(200_000, 2);
        for (int i = 0; i < xs.Length; i++)
        {
            estimator.Add([xs[i], ys[i]]);
        }

        FreeEnergySurface surface = estimator.Surface();
        for (int i = 0; i < 8; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double p = Probability(surface.XEdges[i], surface.XEdges[i + 1]) * Probability(surface.YEdges[j], surface.YEdges[j + 1]) / 0.5;
                Sigma.AssertWithin(4.5, p, surface.Error[i, j] * surface.Density[i, j], surface.Density[i, j], $"density of bin {i}, {j}");
            }
        }

        Figure figure = surface.ToFigure();
        Assert.IsType<HeatMapSeries>(figure.Series.Single());
        Assert.Equal("x [nm]", figure.XAxis.Title);
    }

    [Fact]
    public void Range_follows_data_or_period()
    {
        FreeEnergyEstimator free = new(new FreeEnergyAxis("x") { Bins = 4 });
        FreeEnergyEstimator periodic = new(FreeEnergyAxis.Of(new Dihedral(0, 1, 2, 3) { Name = "phi" }, UnitSystem.Reduced) with { Bins = 4 });
        foreach (double x in new[] { 0.5, 1, 2, 2.5 })
        {
            free.Add(x);
            periodic.Add(x);
        }

        Assert.Equal([0.5, 1, 1.5, 2, 2.5], free.Profile().Edges);
        FreeEnergyProfile profile = periodic.Profile();
        Assert.Equal(-Math.PI, profile.Edges[0], 1e-15);
        Assert.Equal(Math.PI, profile.Edges[^1], 1e-15);
        Assert.Equal("rad", profile.Axis.Unit);
        Assert.Equal(double.PositiveInfinity, profile.FreeEnergy[0]);
        Assert.True(double.IsNaN(profile.Error[0]));
        Assert.False(profile.Quality.IsConverged);
    }

    [Fact]
    public void Figure_breaks_where_nothing_was_seen()
    {
        FreeEnergyEstimator estimator = new(new FreeEnergyAxis("r", "nm") { Bins = 3 }) { EnergyUnit = "kJ/mol" };
        foreach (double x in new[] { 0, 0.1, 0.9, 1 })
        {
            estimator.Add(x);
        }

        FreeEnergyProfile profile = estimator.Profile();
        Figure figure = profile.ToFigure();
        LineSeries line = Assert.IsType<LineSeries>(figure.Series.Single());
        Assert.True(double.IsNaN(line.Y[1]));
        Assert.Equal(("r [nm]", "F [kJ/mol]"), (figure.XAxis.Title, figure.YAxis.Title));
        Assert.Equal(3, profile.Points.Length);
        Assert.Equal(profile.Density[2], profile.Points.Last().Density);
    }

    [Fact]
    public void Says_why_there_is_no_estimate()
    {
        Assert.Contains("no values of 'x'", Assert.Throws<InvalidOperationException>(new FreeEnergyEstimator(Axis).Profile).Message, StringComparison.Ordinal);
        FreeEnergyEstimator constant = new(new FreeEnergyAxis("x"));
        constant.Add(1);
        constant.Add(1);
        Assert.Contains("span no range (1 to 1)", Assert.Throws<InvalidOperationException>(constant.Profile).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => constant.Surface());
        FreeEnergyEstimator outside = new(Axis);
        outside.Add(7);
        Assert.Contains("in the range of 'x'", Assert.Throws<InvalidOperationException>(outside.Profile).Message, StringComparison.Ordinal);
        Assert.Contains("'x' is NaN", Assert.Throws<ArgumentException>(() => outside.Add(double.NaN)).Message, StringComparison.Ordinal);
        Assert.Contains("Weight 1 is -1", Assert.Throws<ArgumentException>(() => outside.Add(0, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => outside.Add([1, 2]));
        Assert.Throws<ArgumentException>(() => new FreeEnergyEstimator());
        Assert.Throws<ArgumentException>(() => new FreeEnergyEstimator(Axis, Axis, Axis));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FreeEnergyEstimator(Axis) { Blocks = 1 });
    }

    private static FreeEnergyProfile Profile(int count, ulong seed, double thermalEnergy)
    {
        FreeEnergyEstimator estimator = new(Axis) { ThermalEnergy = thermalEnergy };
        foreach (double x in Series(count, seed))
        {
            estimator.Add(x);
        }

        return estimator.Profile();
    }

    private static double Probability(double from, double to) =>
        0.5 * (SpecialFunctions.Erf(to / Math.Sqrt(2)) - SpecialFunctions.Erf(from / Math.Sqrt(2)));

    // An AR(1) process: the position of an overdamped harmonic oscillator at even times.
    private static double[] Series(int count, ulong seed)
    {
        RandomSource random = new(RandomKey.FromSeed(seed, RandomStream.Resampling));
        double[] series = new double[count];
        double x = random.NextNormal();
        for (int i = 0; i < count; i++)
        {
            series[i] = x;
            x = (Phi * x) + (Math.Sqrt(1 - (Phi * Phi)) * random.NextNormal());
        }

        return series;
    }
}
