using System.Collections.Immutable;

namespace MolShell.Compute.Plots;

/// <summary>
/// The data of a plot, without any choice of medium: the terminal renderer draws it in text, the SVG renderer
/// for print, the HTML renderer as an interactive page. Later series are drawn over earlier ones.
/// </summary>
public sealed record Figure : IPlottable
{
    public string Title { get; init; } = "";

    public Axis XAxis { get; init; } = new();

    public Axis YAxis { get; init; } = new();

    /// <summary>
    /// What is drawn. At most one <see cref="HeatMapSeries"/>, over which lines and points may lie; <see cref="BarSeries"/> share
    /// a figure only with others of the same labels, and are then drawn side by side.
    /// </summary>
    /// <exception cref="ArgumentException">Series that cannot share axes.</exception>
    public ImmutableArray<Series> Series
    {
        get;
        init => field = Checked(value);
    } = [];

    public LegendPlacement Legend { get; init; }

    /// <summary>One sentence for readers who cannot see the picture; null makes one from titles and series.</summary>
    public string? Description { get; init; }

    public Figure ToFigure() => this;

    private static ImmutableArray<Series> Checked(ImmutableArray<Series> series)
    {
        if (series.IsDefault)
        {
            return [];
        }

        if (series.OfType<HeatMapSeries>().Count() > 1)
        {
            throw new ArgumentException("A figure holds at most one heat map; draw each in a figure of its own.", nameof(series));
        }

        BarSeries? first = series.OfType<BarSeries>().FirstOrDefault();
        if (first is not null && !series.All(s => s is BarSeries bars && bars.Labels.SequenceEqual(first.Labels)))
        {
            throw new ArgumentException(
                "Bars share a figure only with bars of the same labels; draw other series in a figure of their own.", nameof(series));
        }

        return series;
    }
}
