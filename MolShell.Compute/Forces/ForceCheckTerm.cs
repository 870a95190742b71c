namespace MolShell.Compute.Forces;

/// <summary>How well one force of a system agrees with the numeric gradient of its energy, at the place where it agrees least.</summary>
public sealed record ForceCheckTerm
{
    public required string Name { get; init; }

    /// <summary>Whether both errors are within the tolerance.</summary>
    public required bool IsConsistent { get; init; }

    /// <summary>
    /// Largest error of a force component, relative to the larger of this particle's force and the root mean square force.
    /// </summary>
    public required double ForceError { get; init; }

    /// <summary>The particle of that error.</summary>
    public required int Particle { get; init; }

    /// <summary>The axis of that error: X, Y or Z.</summary>
    public required string Axis { get; init; }

    /// <summary>The component as the force computes it [energy/length].</summary>
    public required double Force { get; init; }

    /// <summary>The component as minus the numeric derivative of the energy [energy/length].</summary>
    public required double NumericForce { get; init; }

    /// <summary>Largest error of a virial component, relative to the larger of it and a third of the trace.</summary>
    public required double VirialError { get; init; }

    /// <summary>The component of that error, such as XY.</summary>
    public required string VirialComponent { get; init; }

    /// <summary>The component as the force computes it [energy].</summary>
    public required double Virial { get; init; }

    /// <summary>The component as minus the numeric derivative of the energy by strain [energy].</summary>
    public required double NumericVirial { get; init; }

    /// <summary>Such as "WCA: consistent" or "WCA: not consistent".</summary>
    public override string ToString() => $"{Name}: {(IsConsistent ? "consistent" : "not consistent")}";
}
