using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>The rate from one state to another: transitions for each unit of time of which the first was the last state visited.</summary>
public sealed record TransitionRate
{
    /// <summary>Name of the state that is left.</summary>
    public required string From { get; init; }

    /// <summary>Name of the state that is entered.</summary>
    public required string To { get; init; }

    /// <summary>Value and errors [1/time].</summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Unit of the rate.</summary>
    public required string Unit { get; init; }

    /// <summary>The rate [1/time].</summary>
    public double Rate => Estimate.Value;

    /// <summary>Standard error by block averages [1/time].</summary>
    public double StandardError => Estimate.StandardError;

    /// <summary>Standard deviation over bootstrap samples [1/time].</summary>
    public double BootstrapError => Estimate.BootstrapError;

    /// <summary>Lower end of the central 95 % of the bootstrap samples [1/time].</summary>
    public double Lower => Estimate.Lower;

    /// <summary>Upper end of the central 95 % of the bootstrap samples [1/time].</summary>
    public double Upper => Estimate.Upper;

    /// <summary>False where the run is too short to know its correlation, and the errors are so lower bounds.</summary>
    public bool IsConverged => Estimate.IsConverged;

    public override string ToString() => $"{From} -> {To}: {Estimate}";
}
