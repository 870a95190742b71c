using System.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Simd;

/// <summary>
/// Elementary functions against those of <see cref="Math"/>, in units in the last place of the exact result, and lane by lane of every
/// register width against the single lane.
/// </summary>
public sealed class LaneMathTests
{
    private const int Count = 20_000;

    private interface IFunction
    {
        static abstract double Exact(double x);

        static abstract TReal Evaluate<TReal>(TReal x)
            where TReal : struct, ILanes<TReal>;
    }

    [Fact]
    public void Exp_is_within_1_ulp_in_both_precisions()
    {
        AssertWithin<Exp, double>(1, [.. Between(-708, 709), .. Between(-1, 1), 0, -0.0, 1e-300]);
        AssertWithin<Exp, float>(1.5, [.. Between(-87, 88), .. Between(-1, 1), 0, -0.0, 1e-30]);
    }

    [Fact]
    public void Exp_takes_numbers_beyond_its_range_as_the_end_of_it()
    {
        Assert.Equal(LaneMath.Exp<Lane<double>>(-708), LaneMath.Exp<Lane<double>>(-1e6));
        Assert.Equal(LaneMath.Exp<Lane<double>>(709), LaneMath.Exp<Lane<double>>(double.PositiveInfinity));
        Assert.Equal(LaneMath.Exp<Lane<float>>(-87), LaneMath.Exp<Lane<float>>(-1e6));
        Assert.Equal(LaneMath.Exp<Lane<float>>(88), LaneMath.Exp<Lane<float>>(1e6));
    }

    [Fact]
    public void Log_is_within_1_ulp_in_both_precisions()
    {
        AssertWithin<Log, double>(1, [.. Between(-700, 700).Select(Math.Exp), .. Between(0.5, 2), 1, Math.Sqrt(2), Math.Sqrt(0.5), 2.3e-308]);
        AssertWithin<Log, float>(1.5, [.. Between(-87, 88).Select(Math.Exp), .. Between(0.5, 2), 1, Math.Sqrt(2), Math.Sqrt(0.5), 1.2e-38]);
    }

    [Fact]
    public void Sine_and_cosine_of_a_turn_are_within_1_25_ulp_of_1()
    {
        double[] turns = [.. Between(0, 1), .. Enumerable.Range(0, 9).Select(i => i / 8.0), 1e-30, 1 - 1e-7];
        AssertNear<Sine, double>(1.25 * (double.BitIncrement(1) - 1), turns);
        AssertNear<Cosine, double>(1.25 * (double.BitIncrement(1) - 1), turns);
        AssertNear<Sine, float>(1.25 * (float.BitIncrement(1) - 1), turns);
        AssertNear<Cosine, float>(1.25 * (float.BitIncrement(1) - 1), turns);
    }

    [Fact]
    public void Sine_of_a_small_turn_is_within_2_ulp()
    {
        double[] turns = [.. Between(-40, -2).Select(Math.Exp)];
        AssertWithin<Sine, double>(2, turns);
        AssertWithin<Sine, float>(2, turns);
    }

    [Fact]
    public void Sine_and_cosine_of_quarter_turns_are_exact()
    {
        Assert.Equal([0, 1, 0, -1, 0], Quarters(LaneMath.SinTurn));
        Assert.Equal([1, 0, -1, 0, 1], Quarters(LaneMath.CosTurn));

        static double[] Quarters(Func<Lane<double>, Lane<double>> function) =>
            [.. Enumerable.Range(0, 5).Select(i => function(i / 4.0).Value)];
    }

    [Fact]
    public void Splitting_gives_the_number_back()
    {
        foreach (double x in Between(-700, 700).Select(Math.Exp))
        {
            Lane<double> n = Lane<double>.Split(x, out Lane<double> m);
            Assert.InRange(m.Value, Math.Sqrt(0.5), Math.Sqrt(2));
            Assert.Equal(x, Math.ScaleB(m.Value, (int)n.Value));
        }
    }

    [Theory]
    [InlineData(typeof(Exp))]
    [InlineData(typeof(Log))]
    [InlineData(typeof(Sine))]
    [InlineData(typeof(Cosine))]
    public void Every_width_gives_the_same_bits(Type function) => typeof(LaneMathTests)
        .GetMethod(nameof(AssertSameBitsInAll), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
        .MakeGenericMethod(function).Invoke(null, null);

    private static void AssertSameBitsInAll<TFunction>()
        where TFunction : IFunction
    {
        double[] wide = [.. Between(0.01, 0.99).Take(1600)];
        float[] narrow = [.. wide.Select(x => (float)x)];
        AssertSameBits<TFunction, Lanes128<double>, double>(wide);
        AssertSameBits<TFunction, Lanes256<double>, double>(wide);
        AssertSameBits<TFunction, Lanes512<double>, double>(wide);
        AssertSameBits<TFunction, Lanes128<float>, float>(narrow);
        AssertSameBits<TFunction, Lanes256<float>, float>(narrow);
        AssertSameBits<TFunction, Lanes512<float>, float>(narrow);
    }

    private static void AssertSameBits<TFunction, TReal, T>(T[] values)
        where TFunction : IFunction
        where TReal : struct, IMemoryLanes<TReal, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i += TReal.Count)
        {
            TReal result = TFunction.Evaluate(TReal.Load(ref values[0], i));
            for (int lane = 0; lane < TReal.Count; lane++)
            {
                Assert.Equal(TFunction.Evaluate(new Lane<T>(values[i + lane]))[0], result[lane]);
            }
        }
    }

    private static void AssertWithin<TFunction, T>(double units, double[] values)
        where TFunction : IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T x in values.Select(T.CreateTruncating))
        {
            double exact = TFunction.Exact(double.CreateTruncating(x));
            T rounded = T.CreateTruncating(Math.Abs(exact));
            double unit = Math.Max(double.CreateTruncating(T.BitIncrement(rounded) - rounded), double.CreateTruncating(T.Epsilon));
            double actual = TFunction.Evaluate(new Lane<T>(x))[0];
            Assert.True(
                Math.Abs(actual - exact) <= units * unit,
                FormattableString.Invariant(
                    $"{typeof(TFunction).Name}({x:r}) in {typeof(T).Name} is {actual:r}, {(actual - exact) / unit:f2} ulp from {exact:r}; allowed {units}."));
        }
    }

    private static void AssertNear<TFunction, T>(double tolerance, double[] values)
        where TFunction : IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T x in values.Select(T.CreateTruncating))
        {
            double exact = TFunction.Exact(double.CreateTruncating(x)), actual = TFunction.Evaluate(new Lane<T>(x))[0];
            Assert.True(
                Math.Abs(actual - exact) <= tolerance,
                FormattableString.Invariant($"{typeof(TFunction).Name}({x:r}) in {typeof(T).Name} is {actual - exact:g3} off; allowed {tolerance:g3}."));
        }
    }

    private static IEnumerable<double> Between(double low, double high)
    {
        RandomSource random = new(new RandomKey(7));
        return Enumerable.Range(0, Count).Select(_ => low + ((high - low) * random.NextDouble()));
    }

    private sealed class Exp : IFunction
    {
        public static double Exact(double x) => Math.Exp(x);

        public static TReal Evaluate<TReal>(TReal x)
            where TReal : struct, ILanes<TReal> => LaneMath.Exp(x);
    }

    private sealed class Log : IFunction
    {
        public static double Exact(double x) => Math.Log(x);

        public static TReal Evaluate<TReal>(TReal x)
            where TReal : struct, ILanes<TReal> => LaneMath.Log(x);
    }

    private sealed class Sine : IFunction
    {
        public static double Exact(double x) => double.SinPi(2 * x);

        public static TReal Evaluate<TReal>(TReal x)
            where TReal : struct, ILanes<TReal> => LaneMath.SinTurn(x);
    }

    private sealed class Cosine : IFunction
    {
        public static double Exact(double x) => double.CosPi(2 * x);

        public static TReal Evaluate<TReal>(TReal x)
            where TReal : struct, ILanes<TReal> => LaneMath.CosTurn(x);
    }
}
