using MolShell.Compute.Plots;

namespace MolShell.Compute.Paths.Analysis.Residence;

/// <summary>How long stays in a state last. Its figure is the survival function beside the exponential of the same mean.</summary>
public sealed record ResidenceTime : IPlottable
{
    /// <summary>Name of the state.</summary>
    public required string State { get; init; }

    /// <summary>What ends a stay.</summary>
    public required ResidenceKind Kind { get; init; }

    /// <summary>Absences that are tolerated [time]; 0 but for <see cref="ResidenceKind.Intermittent"/>.</summary>
    public required double Absence { get; init; }

    /// <summary>Number of stays that ended.</summary>
    public required long Stays { get; init; }

    /// <summary>Number of stays that were under way as their trajectory ended.</summary>
    public required long Open { get; init; }

    /// <summary>Time in all stays over the number that ended [time], which is unbiased by open ones; NaN where none ended.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard error of the mean, of stays that are independent [time]; NaN below two.</summary>
    public required double StandardError { get; init; }

    /// <summary>Standard deviation of stays over their mean: 1 for an exponential distribution, above where there are short and long ones.</summary>
    public required double Variation { get; init; }

    /// <summary>Kolmogorov-Smirnov distance from the exponential distribution of the same mean; NaN below two stays.</summary>
    public required double Distance { get; init; }

    /// <summary>
    /// Probability of such a distance, or a greater one, if stays were exponential, by simulation with the mean fitted as here
    /// (the test of Lilliefors 1969); NaN below two stays.
    /// </summary>
    public required double Probability { get; init; }

    /// <summary>Times of <see cref="Survival"/> [time], shape [n].</summary>
    public required double[] Times { get; init; }

    /// <summary>Probability that a stay lasts longer, by Kaplan and Meier 1958, doi:10.1080/01621459.1958.10501452, shape [n].</summary>
    public required double[] Survival { get; init; }

    /// <summary>Standard error of <see cref="Survival"/> by Greenwood's formula, shape [n].</summary>
    public required double[] SurvivalError { get; init; }

    /// <summary>Unit of time.</summary>
    public required string TimeUnit { get; init; }

    public override string ToString() => FormattableString.Invariant($"{State}: {Mean:g4} +- {StandardError:g2} of {Stays} stays");

    public Figure ToFigure() => new()
    {
        Title = $"Stays in {State}",
        XAxis = new Axis("time", TimeUnit) { Minimum = 0 },
        YAxis = new Axis("probability to stay longer") { Minimum = 0, Maximum = 1 },
        Series =
        [
            new LineSeries(Times, Survival) { Name = "stays", Style = LineStyle.Steps, YError = SurvivalError },
            new LineSeries(Times, Array.ConvertAll(Times, t => Math.Exp(-t / Mean))) { Name = "exponential" },
        ],
    };
}
