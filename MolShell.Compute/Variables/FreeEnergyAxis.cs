namespace MolShell.Compute.Variables;

/// <summary>One variable of a free-energy estimate and its bins.</summary>
/// <param name="Name">Name for axes and tables.</param>
/// <param name="Unit">Symbol of the unit; empty for pure numbers and reduced units.</param>
public sealed record FreeEnergyAxis(string Name, string Unit = "")
{
    /// <summary>Number of bins.</summary>
    public int Bins { get; init; } = 50;

    /// <summary>Lower end of the range; by default the smallest value, or -period/2.</summary>
    public double? Minimum { get; init; }

    /// <summary>Upper end of the range; by default the largest value, or period/2.</summary>
    public double? Maximum { get; init; }

    /// <summary>Period of a cyclic variable; null for others.</summary>
    public double? Period { get; init; }

    /// <summary>Such as "r [nm], 50 bins".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Name}{(Unit.Length == 0 ? string.Empty : $" [{Unit}]")}, {Bins} bins");

    /// <summary>The axis of a collective variable in a unit system.</summary>
    public static FreeEnergyAxis Of(CollectiveVariable variable, Systems.UnitSystem units) =>
        new(variable.Name, units.Symbol(variable.Dimension)) { Period = variable.Period };
}
