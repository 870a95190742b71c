using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>What an energy minimisation came to.</summary>
public sealed record MinimizationResult
{
    /// <summary>The system, starting from the minimum and at rest.</summary>
    public required MolecularSystem System { get; init; }

    public required MinimizationMethod Method { get; init; }

    /// <summary>Potential energy at the start [energy].</summary>
    public required double StartEnergy { get; init; }

    /// <summary>Potential energy at the end [energy].</summary>
    public required double Energy { get; init; }

    /// <summary>Length of the largest force on a particle at the end [energy/length].</summary>
    public required double MaximumForce { get; init; }

    /// <summary>The particle with the largest force.</summary>
    public required int MaximumForceParticle { get; init; }

    /// <summary>Steps made.</summary>
    public required int Steps { get; init; }

    /// <summary>Evaluations of energy and forces.</summary>
    public required int Evaluations { get; init; }

    /// <summary>Whether the largest force fell to the tolerance.</summary>
    public required bool Converged { get; init; }

    /// <summary>The minimum.</summary>
    public Frame Frame => System.Start;
}
