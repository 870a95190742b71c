using MolShell.Compute.Plots;
using MolShell.Compute.Plots.Scales;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Scales;

public sealed class FigureRangesTests
{
    [Fact]
    public void A_line_fills_its_axis_across_and_has_room_above_and_below()
    {
        FigureRanges ranges = FigureRanges.Of(new Figure { Series = [new LineSeries([2, 4], [10, 20])] });
        Assert.Equal((2, 4), (ranges.X.Minimum, ranges.X.Maximum));
        Assert.Equal(9.5, ranges.Y.Minimum, 1e-12);
        Assert.Equal(20.5, ranges.Y.Maximum, 1e-12);
        Assert.False(ranges.IsEmpty);
    }

    [Fact]
    public void Points_without_both_coordinates_do_not_stretch_an_axis()
    {
        FigureRanges ranges = FigureRanges.Of(new Figure
        {
            Series = [new LineSeries([0, 1, 99, double.NaN, 2], [1, 2, double.NaN, 99, double.PositiveInfinity])],
        });
        Assert.Equal((0, 1), (ranges.X.Minimum, ranges.X.Maximum));
        Assert.InRange(ranges.Y.Maximum, 2, 2.1);
    }

    [Fact]
    public void Histograms_and_bars_start_at_zero_and_error_bars_do_not_reach_below()
    {
        FigureRanges ranges = FigureRanges.Of(new Figure { Series = [new HistogramSeries([0, 1, 2], [5, 1]) { Errors = [1, 3] }] });
        Assert.Equal(0, ranges.Y.Minimum);
        Assert.Equal(6.3, ranges.Y.Maximum, 1e-12);
        Assert.Equal(0, FigureRanges.Of(new Figure { Series = [new BarSeries(["a"], [-2])] }).Y.Maximum);
    }

    [Fact]
    public void A_log_axis_leaves_out_what_is_not_positive()
    {
        Axis log = new("k") { Scale = AxisScale.Logarithmic };
        FigureRanges ranges = FigureRanges.Of(new Figure { YAxis = log, Series = [new LineSeries([0, 1, 2, 3], [0, -5, 10, 1000])] });
        Assert.Equal((2, 3), (ranges.X.Minimum, ranges.X.Maximum));
        Assert.InRange(ranges.Y.Minimum, 7, 10);
        Assert.Equal(0.5, new AxisRange(1, 100, AxisScale.Logarithmic).Fraction(10), 1e-12);
        Assert.Equal(10, new AxisRange(1, 100, AxisScale.Logarithmic).Value(0.5), 1e-12);
        Assert.True(double.IsNaN(new AxisRange(1, 100, AxisScale.Logarithmic).Fraction(0)));
    }

    [Fact]
    public void A_reversed_axis_counts_from_its_other_end()
    {
        Axis down = new("n") { Minimum = 0, Maximum = 4, IsReversed = true };
        AxisRange range = FigureRanges.Of(new Figure { YAxis = down, Series = [new LineSeries([0, 1], [1, 2])] }).Y;
        Assert.Equal((0, 4), (range.Minimum, range.Maximum));
        Assert.Equal((0.75, 1), (range.Fraction(1), range.Value(0.75)));
        Assert.Equal("0 1 2 3 4", string.Join(' ', Ticks.Major(range, 5, TickNotation.Plain).Select(t => t.Label)));
    }

    [Fact]
    public void Names_of_places_stand_for_the_numbers_inside_the_range()
    {
        Axis named = new("state") { Categories = ["A", "B", "C"] };
        Assert.Equal([new Tick(0, "A"), new Tick(1, "B")], Ticks.Of(named, new AxisRange(-0.5, 1.5, AxisScale.Linear), 2, TickNotation.Plain));
    }

    [Theory]
    [InlineData(0, -1, 1)]
    [InlineData(5, 4.5, 5.5)]
    [InlineData(-5, -5.5, -4.5)]
    [InlineData(1e-9, 0.9e-9, 1.1e-9)]
    public void A_constant_has_a_range_around_it(double value, double low, double high)
    {
        AxisRange range = FigureRanges.Of(new Figure { Series = [new LineSeries([0, 1], [value, value])] }).Y;
        Assert.Equal(low, range.Minimum, 1e-12);
        Assert.Equal(high, range.Maximum, 1e-12);
    }

    [Fact]
    public void Nothing_and_only_gaps_are_empty()
    {
        Assert.True(FigureRanges.Of(new Figure()).IsEmpty);
        Assert.True(FigureRanges.Of(new Figure { Series = [new LineSeries([1], [double.NaN])] }).IsEmpty);
        Assert.True(FigureRanges.Of(new Figure { Series = [new HeatMapSeries([0, 1], [0, 1], new[,] { { double.NaN } })] }).IsEmpty);
        Assert.True(FigureRanges.Of(new Figure { Series = [new HistogramSeries([0], [])] }).IsEmpty);
    }

    [Fact]
    public void Given_ends_are_kept_exactly()
    {
        Figure figure = new() { YAxis = new("y") { Minimum = -3, Maximum = 7.5 }, Series = [new LineSeries([0, 1], [0, 1])] };
        Assert.Equal((-3, 7.5), (FigureRanges.Of(figure).Y.Minimum, FigureRanges.Of(figure).Y.Maximum));
        AxisRange beyond = FigureRanges.Of(figure with { YAxis = new("y") { Minimum = 100 } }).Y;
        Assert.Equal((100, 110), (beyond.Minimum, beyond.Maximum));
    }

    [Fact]
    public void Ends_that_make_no_range_are_refused_with_the_name_of_the_axis()
    {
        Assert.Contains("'energy' ends at 1", Message(new Axis("energy") { Minimum = 2, Maximum = 1 }), StringComparison.Ordinal);
        Assert.Contains("positive number", Message(new Axis("k") { Scale = AxisScale.Logarithmic, Minimum = 0 }), StringComparison.Ordinal);
        Assert.Contains("finite number", Message(new Axis("k") { Maximum = double.NaN }), StringComparison.Ordinal);

        static string Message(Axis axis) =>
            Assert.Throws<ArgumentException>(() => FigureRanges.Of(new Figure { YAxis = axis, Series = [new LineSeries([0], [1])] })).Message;
    }

    [Fact]
    public void Segments_are_cut_at_the_edges_and_dropped_beyond_them()
    {
        (double X, double Y) from = (-5, 5);
        (double X, double Y) to = (15, 5);
        Assert.True(Segment.TryClip(ref from, ref to, 10, 10));
        Assert.Equal(((0, 5), (10, 5)), (from, to));
        (from, to) = ((0, -10), (10, 10));
        Assert.True(Segment.TryClip(ref from, ref to, 10, 10));
        Assert.Equal(((5, 0), (10, 10)), (from, to));
        (from, to) = ((-5, 0), (0, -5.1));
        Assert.False(Segment.TryClip(ref from, ref to, 10, 10));
        (from, to) = ((3, 11), (9, 11));
        Assert.False(Segment.TryClip(ref from, ref to, 10, 10));
    }
}
