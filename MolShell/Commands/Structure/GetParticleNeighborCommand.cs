using System.Management.Automation;
using MolShell.Compute.Structure;
using MolShell.Compute.Structure.Neighbors;

namespace MolShell.Commands.Structure;

/// <summary>Finds the neighbours of each particle: within a cutoff or shell, the nearest, adaptive, SANN, RAD or Voronoi.</summary>
/// <remarks>
/// <para>
/// For each frame one table is written, which the cmdlets for order, solids and clusters take from the pipeline. Any box will do: tilted,
/// open along some edges, or thinner than the cutoff, in which a particle is a neighbour once for each of its images in range. Positions may
/// lie outside the box.
/// </para>
/// <para>
/// -Adaptive takes all within 1.2 times the mean distance of the six nearest. -Sann takes the smallest m >= 3 nearest with
/// sum r_j / (m - 2) &lt;= r_m+1. -Rad takes the nearest until one that a nearer one blocks; -RadRange all within a distance that none blocks.
/// -Voronoi takes those whose Voronoi cells share a face, with weights area^exponent, which Get-OrderParameter uses (Minkowski structure metrics).
/// </para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Fcc -Repeat 4 -LatticeConstant 1.6 -Noise 0.05 -Seed 1 | Get-ParticleNeighbor -Cutoff 1.4</code>
/// <para>The coordination of a warm crystal.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-CrystalSystem -Structure Bcc -Repeat 3 -LatticeConstant 1.3 -Noise 0.04 -Seed 1
/// $s | Get-ParticleNeighbor -Sann | Get-OrderParameter -L 6
/// $s | Get-ParticleNeighbor -Nearest 8 -Expand | Select-Object -First 8
/// </code>
/// <para>Order by shells that need no parameter, and the pairs of the first particle.</para>
/// </example>
/// <seealso href="Get-OrderParameter"/>
/// <seealso href="Get-SolidParticle"/>
/// <seealso href="Group-ParticleCluster"/>
[Cmdlet(VerbsCommon.Get, "ParticleNeighbor", DefaultParameterSetName = CutoffSet)]
[OutputType(typeof(NeighborTable), typeof(NeighborPair))]
public sealed class GetParticleNeighborCommand : NeighborCommand
{
    /// <summary>Gives each pair of a particle and a neighbour as a record, with distance and vector.</summary>
    [Parameter(HelpMessage = "Give each pair of a particle and a neighbour as a record.")]
    public SwitchParameter Expand { get; set; }

    protected override void Process(INeighborResult result)
    {
        if (Expand)
        {
            WriteObject(result.Neighbors.Pairs(), enumerateCollection: true);
        }
        else
        {
            WriteObject(result.Neighbors);
        }
    }
}
