namespace MolShell.Compute.Forces;

/// <summary>What one force contributes to the energy of a frame.</summary>
public sealed record EnergyTerm
{
    public required string Name { get; init; }

    /// <summary>Energy [energy].</summary>
    public required double Energy { get; init; }

    /// <summary>Virial tensor [energy].</summary>
    public required Virial Virial { get; init; }

    /// <summary>Trace of the virial tensor [energy].</summary>
    public double VirialTrace => Virial.Trace;

    public override string ToString() => FormattableString.Invariant($"{Name} {Energy:g8}");
}
