using MolShell.Compute.Devices;
using MolShell.Compute.Forces.Neighbors.Clusters;

namespace MolShell.Compute.Forces;

/// <summary>What the evaluators of a force field share.</summary>
public sealed class ForceContext
{
    internal ForceContext(Particles particles, ThreadTeam team, Precision precision, int registerWidth) =>
        (Particles, Team, Precision, RegisterWidth) = (particles, team, precision, registerWidth);

    /// <summary>The particles; their slots may change from one evaluation to the next.</summary>
    public Particles Particles { get; }

    public Precision Precision { get; }

    internal ThreadTeam Team { get; }

    /// <summary>Width of the registers to use [bit]; 0 for single numbers.</summary>
    internal int RegisterWidth { get; }

    /// <summary>The spatial order that pair forces share; null where none needs it.</summary>
    internal Neighborhood? Neighborhood { get; set; }
}
