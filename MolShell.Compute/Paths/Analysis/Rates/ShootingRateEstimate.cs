using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// The rate from trajectories that leave a region S between two states forward and backward in time (S-shooting). Its figure is the
/// correlation function with the line whose slope is the rate.
/// </summary>
/// <remarks>
/// C(t) = &lt;h_A(0) H_B(t)&gt; / &lt;h_A&gt;, the probability that B is the last state visited a time t after a frame in A, is straight for t
/// beyond the time of a crossing and far below the life times; its slope is the rate. All that goes from A to B passes S. So, over frames of
/// equilibrium in S at time 0,
/// C(t) = (&lt;h_S&gt;/&lt;h_A&gt;) &lt;sum over tau from 0 to t of h_A(-tau) H_B(t - tau) / n_S&gt;_S with the number n_S of frames in S from -tau to
/// t - tau. Menzl, Singraber and Dellago 2016, doi:10.1039/c6fd00124f; with H_B of the last state visited in place of B itself, states may be
/// cores that leave a part of their basins out.
/// </remarks>
public sealed record ShootingRateEstimate : IPlottable
{
    /// <summary>Name of the initial state.</summary>
    public required string From { get; init; }

    /// <summary>Name of the final state.</summary>
    public required string To { get; init; }

    /// <summary>Name of the region that trajectories leave.</summary>
    public required string Region { get; init; }

    /// <summary>Number of points that trajectories left.</summary>
    public required int Points { get; init; }

    /// <summary>Number of trajectories, each forward and backward.</summary>
    public required long Trials { get; init; }

    /// <summary>Trajectories that came from the initial state to the final one.</summary>
    public required long Transitions { get; init; }

    /// <summary>Slope of the sum over tau alone [1/time]: the rate over the population of the region relative to the initial state.</summary>
    public required Estimate Frequency { get; init; }

    /// <summary>The rate [1/time]; NaN where the population is not known.</summary>
    public required Estimate Rate { get; init; }

    /// <summary>Times of <see cref="Correlation"/> [time], shape [n].</summary>
    public required double[] Times { get; init; }

    /// <summary>C(t); where the population is not known, over it, shape [n].</summary>
    public required double[] Correlation { get; init; }

    /// <summary>Standard error of <see cref="Correlation"/> without that of the population, shape [n].</summary>
    public required double[] CorrelationError { get; init; }

    /// <summary>The line through <see cref="Correlation"/>; NaN where it was not fitted, shape [n].</summary>
    public required double[] Line { get; init; }

    /// <summary>Unit of time.</summary>
    public required string TimeUnit { get; init; }

    /// <summary>False where an error is a lower bound.</summary>
    public bool IsConverged => Frequency.IsConverged;

    public Figure ToFigure() => new()
    {
        Title = $"S-shooting from {From} to {To}",
        XAxis = new Axis("time", TimeUnit) { Minimum = 0 },
        YAxis = new Axis("correlation function"),
        Series =
        [
            new LineSeries(Times, Correlation) { Name = "trajectories", YError = CorrelationError },
            new LineSeries(Times, Line) { Name = "line" },
        ],
    };
}
