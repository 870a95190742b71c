using System.Globalization;
using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Scales;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Scales;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0.07, 0.93, 5, "0.2 0.4 0.6 0.8")]
    [InlineData(-1, 1, 3, "-1 0 1")]
    [InlineData(-0.3, 0.3, 7, "-0.3 -0.2 -0.1 0.0 0.1 0.2 0.3")]
    [InlineData(98, 103, 6, "98 99 100 101 102 103")]
    [InlineData(0, 100000, 3, "0 50000 100000")]
    [InlineData(0, 2e7, 5, "0 5e6 1.0e7 1.5e7 2.0e7")]
    [InlineData(0, 3e-5, 4, "0 1e-5 2e-5 3e-5")]
    [InlineData(1000000.1, 1000000.5, 5, "1.0000001e6 1.0000002e6 1.0000003e6 1.0000004e6 1.0000005e6")]
    public void Linear_ticks_are_round_numbers_with_the_digits_that_tell_them_apart(double low, double high, int most, string expected) =>
        Assert.Equal(expected, Labels(new AxisRange(low, high, AxisScale.Linear), most));

    [Theory]
    [InlineData(1, 1000, 6, "1 10 100 1000")]
    [InlineData(1e-6, 1, 8, "1e-6 1e-5 1e-4 1e-3 1e-2 1e-1 1")]
    [InlineData(1e-12, 1, 5, "1e-12 1e-9 1e-6 1e-3 1")]
    [InlineData(2, 40, 6, "2 5 10 20")]
    [InlineData(0.1, 3, 6, "0.1 0.2 0.5 1 2")]
    [InlineData(2.1, 2.4, 4, "2.1 2.2 2.3 2.4")]
    public void Log_ticks_are_powers_of_ten_or_1_2_5_in_short_ranges(double low, double high, int most, string expected) =>
        Assert.Equal(expected, Labels(new AxisRange(low, high, AxisScale.Logarithmic), most));

    [Fact]
    public void Print_has_true_minus_signs_and_superscripts()
    {
        Assert.Equal("−1 0 1", Labels(new AxisRange(-1, 1, AxisScale.Linear), 3, TickNotation.Typeset));
        Assert.Equal("10⁻⁶ 10⁻⁴ 10⁻² 1", Labels(new AxisRange(1e-6, 1, AxisScale.Logarithmic), 4, TickNotation.Typeset));
        Assert.Equal("−5×10⁶ 0 5×10⁶", Labels(new AxisRange(-6e6, 6e6, AxisScale.Linear), 4, TickNotation.Typeset));
    }

    [Fact]
    public void Any_range_has_increasing_ticks_inside_it_and_labels_that_differ()
    {
        Random random = new(11);
        for (int sample = 0; sample < 5000; sample++)
        {
            double span = Math.Pow(10, (random.NextDouble() * 24) - 12);
            double low = (random.NextDouble() - 0.5) * span * Math.Pow(10, random.Next(0, 5));
            int most = random.Next(2, 12);
            AxisRange range = new(low, low + span, AxisScale.Linear);
            Tick[] ticks = Ticks.Major(range, most, TickNotation.Plain);
            Assert.InRange(ticks.Length, most >= 4 ? 2 : 0, most);
            Assert.All(ticks, t => Assert.InRange(range.Fraction(t.Value), -1e-5, 1 + 1e-5));
            Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.True(pair.First.Value < pair.Second.Value));
            Assert.Equal(ticks.Length, ticks.Select(t => t.Label).Distinct().Count());
            Assert.All(ticks, t => Assert.Equal(t.Value, double.Parse(t.Label, CultureInfo.InvariantCulture), 1e-4 * span));
        }
    }

    [Fact]
    public void Minor_ticks_fill_short_log_ranges_only()
    {
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 9], Ticks.Minor(new AxisRange(1, 10, AxisScale.Logarithmic)));
        Assert.Empty(Ticks.Minor(new AxisRange(1, 10, AxisScale.Linear)));
        Assert.Empty(Ticks.Minor(new AxisRange(1e-20, 1, AxisScale.Logarithmic)));
    }

    [Theory]
    [InlineData(0.463, 0.021, "0.463 ± 0.021")]
    [InlineData(0.463, double.NaN, "0.463")]
    [InlineData(1, 0, "1")]
    [InlineData(123.456, 4.2, "123.5 ± 4.2")]
    [InlineData(1e-7, 2e-8, "1e-7 ± 2e-8")]
    [InlineData(double.NaN, 1, "n/a")]
    public void A_value_shows_two_digits_of_its_error(double value, double error, string expected) =>
        Assert.Equal(expected, ValueText.Of(value, error, TickNotation.Plain, "±"));

    private static string Labels(AxisRange range, int most, TickNotation notation = TickNotation.Plain) =>
        string.Join(' ', Ticks.Major(range, most, notation).Select(t => t.Label));
}
