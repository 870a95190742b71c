using MolShell.Compute.Plots;
using Xunit;

namespace MolShell.Compute.Tests.Plots;

public sealed class SeriesTests
{
    [Fact]
    public void Arrays_of_different_length_are_refused_with_both_lengths()
    {
        string message = Assert.Throws<ArgumentException>(() => new LineSeries([1, 2, 3], [1, 2])).Message;
        Assert.Contains("'y' has 2 values", message, StringComparison.Ordinal);
        Assert.Contains("'x' has 3", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ScatterSeries([1], []));
        Assert.Throws<ArgumentException>(() => new BarSeries(["a"], []));
        Assert.Throws<ArgumentException>(() => new LineSeries([1], [1]) { YError = [1, 2] });
    }

    [Fact]
    public void Negative_errors_are_refused_by_place_and_value()
    {
        string message = Assert.Throws<ArgumentException>(() => new LineSeries([1, 2], [1, 2]) { YError = [0, -0.5] }).Message;
        Assert.Contains("'YError'[1] is -0.5", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_error_is_NaN() =>
        Assert.Equal(double.NaN, new BarSeries(["a"], [1]) { Errors = [double.NaN] }.Errors![0]);

    [Theory]
    [InlineData(new double[] { 0, 1 }, "2 cells")]
    [InlineData(new double[] { 0, 1, 1 }, "is not above")]
    [InlineData(new double[] { 0, 2, 1 }, "is not above")]
    [InlineData(new double[] { 0, 1, double.NaN }, "'edges'[2] is NaN")]
    [InlineData(new double[] { 0, 1, double.PositiveInfinity }, "'edges'[2]")]
    public void Edges_must_increase_and_enclose_every_bin(double[] edges, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => new HistogramSeries(edges, [1, 2])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_grid_has_one_more_edge_than_cells_in_each_direction()
    {
        HeatMapSeries map = new([0, 1, 2], [0, 1], new double[2, 1]);
        Assert.Equal(2, map.Values.GetLength(0));
        Assert.Contains(
            "'yEdges'", Assert.Throws<ArgumentException>(() => new HeatMapSeries([0, 1, 2], [0, 1], new double[2, 2])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("distance", "nm", "distance [nm]")]
    [InlineData("distance", null, "distance")]
    [InlineData("distance", "", "distance")]
    [InlineData("", "nm", "[nm]")]
    public void An_axis_title_is_name_and_unit(string label, string? unit, string expected) => Assert.Equal(expected, new Axis(label, unit).Title);

    [Fact]
    public void Series_that_cannot_share_axes_are_refused()
    {
        HeatMapSeries map = new([0, 1], [0, 1], new double[1, 1]);
        BarSeries bars = new(["a"], [1]);
        Assert.Contains("one heat map", Assert.Throws<ArgumentException>(() => new Figure { Series = [map, map] }).Message, StringComparison.Ordinal);
        Assert.Contains("same labels", Assert.Throws<ArgumentException>(() => new Figure { Series = [bars, map] }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Figure { Series = [bars, new BarSeries(["b"], [1])] });
        Assert.Equal(2, new Figure { Series = [bars, bars] }.Series.Length);
        Assert.Empty(new Figure { Series = default }.Series);
    }
}
