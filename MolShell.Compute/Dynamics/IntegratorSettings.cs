namespace MolShell.Compute.Dynamics;

/// <summary>How a system moves: an immutable description in the system's own units.</summary>
public sealed record IntegratorSettings
{
    public required IntegratorKind Kind { get; init; }

    /// <summary>Time step dt [time].</summary>
    public required double TimeStep { get; init; }

    /// <summary>Temperature T of the bath [temperature]; ignored by velocity Verlet but for initial velocities.</summary>
    public double Temperature { get; init; }

    /// <summary>Friction gamma [1/time]; ignored by velocity Verlet.</summary>
    public double Friction { get; init; }
}
