using MolShell.Compute.Numerics.Optimization;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Optimization;

public sealed class OptimizationTests
{
    public static TheoryData<string> Methods() => ["Lbfgs", "Fire"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Quadratic_bowl_of_many_variables(string name)
    {
        double[] x = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i))];
        OptimizationResult result = Minimize(name, Bowl, x, Tolerance(1e-8));
        Assert.True(result.Converged);
        Assert.Equal(0, result.Value, 1e-12);
        for (int i = 0; i < x.Length; i++)
        {
            Assert.Equal(0.01 * i, x[i], 1e-7);
        }

        static double Bowl(ReadOnlySpan<double> x, Span<double> gradient)
        {
            double value = 0;
            for (int i = 0; i < x.Length; i++)
            {
                double k = 1 + (0.3 * i), d = x[i] - (0.01 * i);
                value += 0.5 * k * d * d;
                gradient[i] = k * d;
            }

            return value;
        }
    }

    [Theory]
    [InlineData("Lbfgs", 100)]
    [InlineData("Fire", 5000)]
    public void Rosenbrock_valley(string name, int steps)
    {
        double[] x = [-1.2, 1];
        OptimizationResult result = Minimize(name, Rosenbrock, x, Tolerance(1e-8) with { MaximumMove = 0.2 });
        Assert.True(result.Converged);
        Assert.Equal(1, x[0], 1e-6);
        Assert.Equal(1, x[1], 1e-6);
        Assert.InRange(result.Steps, 1, steps);

        static double Rosenbrock(ReadOnlySpan<double> x, Span<double> gradient)
        {
            double a = 1 - x[0], b = x[1] - (x[0] * x[0]);
            gradient[0] = (-2 * a) - (400 * x[0] * b);
            gradient[1] = 200 * b;
            return (a * a) + (100 * b * b);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Stays_within_bounds_where_the_function_is_defined(string name)
    {
        // x - ln x has its minimum at 1 and no value below 0; from 20 full steps would jump out.
        double[] x = [20];
        OptimizationResult result = Minimize(name, Barrier, x, Tolerance(1e-9));
        Assert.True(result.Converged);
        Assert.Equal(1, x[0], 1e-8);

        static double Barrier(ReadOnlySpan<double> x, Span<double> gradient)
        {
            gradient[0] = 1 - (1 / x[0]);
            return x[0] - Math.Log(x[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_move_is_longer_than_allowed(string name)
    {
        double last = 5;
        double longest = 0;
        double[] x = [5];
        Minimize(name, Watched, x, Tolerance(1e-6) with { MaximumMove = 0.125 });
        Assert.InRange(longest, 0.05, 0.125 + 1e-12);

        double Watched(ReadOnlySpan<double> at, Span<double> gradient)
        {
            longest = Math.Max(longest, Math.Abs(at[0] - last));
            last = at[0];
            gradient[0] = 4 * at[0] * at[0] * at[0];
            return at[0] * at[0] * at[0] * at[0];
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Start_at_the_minimum_takes_no_step_and_start_out_of_bounds_is_an_error(string name)
    {
        OptimizationResult result = Minimize(name, Square, new double[3], Tolerance(1e-6));
        Assert.Equal((0, 1, true), (result.Steps, result.Evaluations, result.Converged));
        Assert.Throws<ArgumentException>(() => Minimize(name, Square, new[] { double.NaN }, Tolerance(1e-6)));
        Assert.Throws<ArgumentException>(() => Minimize(name, Square, new[] { 1.0 }, Tolerance(double.NaN)));

        static double Square(ReadOnlySpan<double> x, Span<double> gradient)
        {
            double value = 0;
            for (int i = 0; i < x.Length; i++)
            {
                gradient[i] = 2 * x[i];
                value += x[i] * x[i];
            }

            return value;
        }
    }

    private static OptimizationResult Minimize(string name, Objective objective, Span<double> x, OptimizationOptions options) =>
        name == "Fire"
        ? Fire.Minimize(objective, x, options, TestContext.Current.CancellationToken)
        : Lbfgs.Minimize(objective, x, options, TestContext.Current.CancellationToken);

    private static OptimizationOptions Tolerance(double gradient) => new() { GradientTolerance = gradient };
}
