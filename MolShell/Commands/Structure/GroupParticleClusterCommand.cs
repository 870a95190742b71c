using System.Management.Automation;
using MolShell.Compute.Structure;
using MolShell.Compute.Structure.Clusters;
using MolShell.Compute.Structure.Solids;

namespace MolShell.Commands.Structure;

/// <summary>Groups particles that are linked through neighbours into clusters.</summary>
/// <remarks>
/// <para>
/// Of the output of Get-SolidParticle the solid particles are grouped; with -Column those for which a column of the frame, or an order parameter, is true or
/// from -Minimum to -Maximum; else all. Neighbours are linked, with -SolidBond or the rule Freud only where they are bonded.
/// </para>
/// <para>
/// For each cluster one record is written, the largest of a frame first. Centre and RadiusOfGyration are those of the whole cluster, over the edges of the
/// box; a cluster that meets its own images is percolating and has none (NaN).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $hot = New-CrystalSystem -Structure Fcc -Repeat 5 -LatticeConstant 1.6 -Noise 0.16 -Seed 1
/// $hot | Get-SolidParticle -Cutoff 1.4 | Group-ParticleCluster | Sort-Object Size -Descending | Select-Object -First 1
/// </code>
/// <para>The largest solid cluster.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Fcc -Repeat 5 -LatticeConstant 1.6 -Noise 0.16 -Seed 1 |
///     Get-OrderParameter -L 6 -Cutoff 1.4 -Averaged |
///     Group-ParticleCluster -Column aq6 -Minimum 0.25 -MinimumSize 5
/// </code>
/// <para>Clusters of five or more with an averaged q6 of at least 0.25.</para>
/// </example>
/// <seealso href="Get-SolidParticle"/>
/// <seealso href="Get-OrderParameter"/>
/// <seealso href="Get-ParticleNeighbor"/>
[Cmdlet(VerbsData.Group, "ParticleCluster", DefaultParameterSetName = GivenSet)]
[OutputType(typeof(ParticleCluster))]
public sealed class GroupParticleClusterCommand : NeighborCommand
{
    /// <summary>A column of the frame, or a result such as "aq6" or "solid", that says which particles are grouped.</summary>
    [Parameter(Position = 0, HelpMessage = "A column or result that says which particles are grouped.")]
    [ValidateNotNullOrEmpty]
    public string? Column { get; set; }

    /// <summary>Smallest value of -Column.</summary>
    [Parameter(HelpMessage = "Smallest value of -Column.")]
    public double? Minimum { get; set; }

    /// <summary>Largest value of -Column.</summary>
    [Parameter(HelpMessage = "Largest value of -Column.")]
    public double? Maximum { get; set; }

    /// <summary>Links only neighbours that Get-SolidParticle found to be bonded.</summary>
    [Parameter(HelpMessage = "Link only neighbours that are bonded.")]
    public SwitchParameter SolidBond { get; set; }

    /// <summary>Smallest number of particles of a cluster.</summary>
    [Parameter(HelpMessage = "Smallest number of particles of a cluster.")]
    [ValidateRange(1, int.MaxValue)]
    public int MinimumSize { get; set; } = 1;

    protected override void Process(INeighborResult result)
    {
        SolidParticles? solids = result as SolidParticles;
        if (SolidBond && solids is null)
        {
            throw new ArgumentException("The input has no solid bonds, which -SolidBond asks for; expected the output of Get-SolidParticle.");
        }

        bool alongBonds = solids is not null && (SolidBond || solids.Rule == SolidRule.Freud);
        bool[] members = Column is not null ? ParticleCondition.Of(result.ToFrame(), Column, Minimum, Maximum)
            : solids is not null ? solids.IsSolid
            : [.. Enumerable.Repeat(true, result.Neighbors.ParticleCount)];
        foreach (ParticleCluster cluster in ClusterAnalysis.Find(
            result.Neighbors, members, Device, alongBonds ? solids!.IsBond : null, MinimumSize, Cancellation))
        {
            WriteObject(cluster);
        }
    }
}
