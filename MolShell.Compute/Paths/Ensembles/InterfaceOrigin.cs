namespace MolShell.Compute.Paths.Ensembles;

/// <summary>A state that paths begin in, and which of its interfaces they must reach.</summary>
/// <param name="Interfaces">The state and its interfaces.</param>
/// <param name="Index">Number of the interface from 0, the innermost.</param>
public sealed record InterfaceOrigin(InterfaceSet Interfaces, int Index)
{
    /// <summary>Value of the interface [unit of the variable].</summary>
    public double Value => Interfaces.Values[Index];

    /// <summary>The definition as text.</summary>
    public string Describe() => FormattableString.Invariant(
        $"from [{Interfaces.State.Describe()}] to {Interfaces.Variable.Describe()} {(Interfaces.IsIncreasing ? ">=" : "<=")} {Value}");
}
