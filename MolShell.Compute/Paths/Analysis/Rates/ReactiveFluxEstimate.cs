using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// The rate over a dividing surface of a variable x by trajectories that leave it: transition-state theory and its correction. Its figure is the
/// transmission coefficient over time.
/// </summary>
/// <remarks>
/// k = p kappa &lt;v theta(v)&gt; with v = dx/dt at the surface, p its probability density over the probability of the side of the
/// initial state, and kappa(t) = &lt;v h(t)&gt; / &lt;v theta(v)&gt;, where h(t) is 1 for trajectories that are on the far side at t, or
/// came to the final state before. Chandler 1978, doi:10.1063/1.436049. The effective positive flux counts the first crossings of transitions only:
/// trajectories with v above 0 that come to the final state, and backward in time to the initial one without crossing the surface again. van Erp and
/// Bolhuis 2005, doi:10.1016/j.jcp.2004.11.003. Both tend to the same value.
/// </remarks>
public sealed record ReactiveFluxEstimate : IPlottable
{
    /// <summary>Name of the initial state.</summary>
    public required string From { get; init; }

    /// <summary>Name of the final state.</summary>
    public required string To { get; init; }

    /// <summary>Name of the variable.</summary>
    public required string Variable { get; init; }

    /// <summary>Number of points that trajectories left.</summary>
    public required int Points { get; init; }

    /// <summary>Number of pairs of trajectories, with opposite velocities at the point that both leave.</summary>
    public required long Trials { get; init; }

    /// <summary>Number of trajectories that reached no state.</summary>
    public required long Unfinished { get; init; }

    /// <summary>The transmission coefficient kappa, once all trajectories have reached a state.</summary>
    public required Estimate Transmission { get; init; }

    /// <summary>The transmission coefficient by the effective positive flux.</summary>
    public required Estimate PositiveTransmission { get; init; }

    /// <summary>Mean velocity toward the final state, &lt;v theta(v)&gt; [unit of the variable/time].</summary>
    public required Estimate MeanVelocity { get; init; }

    /// <summary>Rate of transition-state theory [1/time]; NaN where the density is not known.</summary>
    public required Estimate TransitionStateRate { get; init; }

    /// <summary>The rate [1/time]; NaN where the density is not known.</summary>
    public required Estimate Rate { get; init; }

    /// <summary>The rate by the effective positive flux [1/time]; NaN where the density is not known.</summary>
    public required Estimate PositiveRate { get; init; }

    /// <summary>Times of <see cref="Curve"/> [time], shape [n].</summary>
    public required double[] Times { get; init; }

    /// <summary>The transmission coefficient over time, shape [n].</summary>
    public required double[] Curve { get; init; }

    /// <summary>Standard error of <see cref="Curve"/>, shape [n].</summary>
    public required double[] CurveError { get; init; }

    /// <summary>Unit of time.</summary>
    public required string TimeUnit { get; init; }

    /// <summary>False where an error is a lower bound.</summary>
    public bool IsConverged => Transmission.IsConverged && PositiveTransmission.IsConverged;

    public Figure ToFigure() => new()
    {
        Title = $"Reactive flux from {From} to {To}",
        XAxis = new Axis("time", TimeUnit) { Minimum = 0 },
        YAxis = new Axis("transmission coefficient"),
        Series =
        [
            new LineSeries(Times, Curve) { Name = "reactive flux", YError = CurveError },
            new LineSeries([Times[0], Times[^1]], [PositiveTransmission.Value, PositiveTransmission.Value]) { Name = "effective positive flux" },
        ],
    };
}
