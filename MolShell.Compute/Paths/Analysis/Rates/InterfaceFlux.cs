namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>A flux out of a state through an innermost interface, known from elsewhere.</summary>
/// <param name="Value">Excursions over the interface for each unit of time in the state [1/time], above 0.</param>
/// <param name="StandardError">Its standard error [1/time].</param>
public sealed record InterfaceFlux(double Value, double StandardError = 0)
{
    /// <summary>Excursions over the interface for each unit of time in the state [1/time].</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public double Value { get; } = Value > 0 && double.IsFinite(Value)
        ? Value
        : throw new ArgumentOutOfRangeException(nameof(Value), Value, "A flux is above 0 and finite.");
}
