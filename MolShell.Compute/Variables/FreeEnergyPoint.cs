namespace MolShell.Compute.Variables;

/// <summary>One bin of a free-energy profile.</summary>
/// <param name="Value">Centre of the bin.</param>
/// <param name="FreeEnergy">F, with the lowest bin at 0; infinite where nothing was seen.</param>
/// <param name="Error">Standard error of -kT ln p; NaN where nothing was seen.</param>
/// <param name="Density">Probability density of the variable.</param>
public sealed record FreeEnergyPoint(double Value, double FreeEnergy, double Error, double Density)
{
    /// <summary>Such as "1.2 +- 0.1 at 0.35".</summary>
    public override string ToString() => FormattableString.Invariant($"{FreeEnergy:g4} +- {Error:g2} at {Value:g4}");
}
