using System.Collections.Immutable;

namespace MolShell.Compute.Forces;

/// <summary>How well the forces of a system agree with the numeric gradient of its energy.</summary>
public sealed record ForceCheckReport
{
    /// <summary>Whether all terms are within the tolerance.</summary>
    public bool IsConsistent => Terms.All(term => term.IsConsistent);

    /// <summary>Largest relative error allowed.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Number of particles whose forces were checked.</summary>
    public required int CheckedParticles { get; init; }

    /// <summary>The forces of the system, one by one.</summary>
    public required ImmutableArray<ForceCheckTerm> Terms { get; init; }

    public override string ToString() => IsConsistent
        ? "consistent"
        : $"inconsistent: {string.Join(", ", Terms.Where(term => !term.IsConsistent).Select(term => term.Name))}";
}
