using System.Management.Automation;
using MolShell.Compute.Structure;
using MolShell.Compute.Structure.Solids;

namespace MolShell.Commands.Structure;

/// <summary>Finds the solid particles of frames, by the correlation of bond order between neighbours.</summary>
/// <remarks>
/// <para>
/// Two neighbours are bonded if s_ij, the product of their bond-order vectors of length one, is above a threshold. The rules: TenWoldeFrenkel, at least 7
/// bonds with s_ij > 0.5; Pyscal, more than 6 bonds (or more than a fraction of the neighbours, with -Bond below 1) with s_ij > 0.5 and a mean of s_ij
/// above 0.6; Freud, at least 7 bonds with s_ij > 0.7, and clusters of Group-ParticleCluster along bonds only.
/// </para>
/// <para>For each frame one record is written, with IsSolid, BondCounts and MeanCorrelations of each particle. ToFrame() gives the frame with them as columns.</para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Fcc -Repeat 4 -LatticeConstant 1.6 -Noise 0.1 -Seed 1 | Get-SolidParticle -Cutoff 1.4</code>
/// <para>How much of a hot crystal still counts as solid.</para>
/// </example>
/// <example>
/// <code>
/// $hot = New-CrystalSystem -Structure Fcc -Repeat 5 -LatticeConstant 1.6 -Noise 0.16 -Seed 1
/// $hot | Get-ParticleNeighbor -Sann | Get-SolidParticle -Rule Pyscal | Group-ParticleCluster | Sort-Object Size -Descending | Select-Object -First 1
/// </code>
/// <para>The largest solid cluster.</para>
/// </example>
/// <seealso href="Get-ParticleNeighbor"/>
/// <seealso href="Group-ParticleCluster"/>
[Cmdlet(VerbsCommon.Get, "SolidParticle", DefaultParameterSetName = GivenSet)]
[OutputType(typeof(SolidParticles))]
public sealed class GetSolidParticleCommand : NeighborCommand
{
    /// <summary>The rule: TenWoldeFrenkel, Pyscal or Freud. The other parameters change its numbers.</summary>
    [Parameter(Position = 0, HelpMessage = "The rule: TenWoldeFrenkel, Pyscal or Freud.")]
    public SolidRule Rule { get; set; } = SolidRule.TenWoldeFrenkel;

    /// <summary>Degree l of the bond-order vectors.</summary>
    [Parameter(HelpMessage = "Degree l of the bond-order vectors.")]
    [ValidateRange(1, 100)]
    public int L { get; set; } = 6;

    /// <summary>Correlation s_ij above which neighbours are bonded.</summary>
    [Parameter(HelpMessage = "Correlation above which neighbours are bonded.")]
    public double? Threshold { get; set; }

    /// <summary>Bonds of a solid particle; for Pyscal, below 1, a fraction of its neighbours.</summary>
    [Parameter(HelpMessage = "Bonds of a solid particle; for Pyscal, below 1, a fraction of its neighbours.")]
    public double? Bond { get; set; }

    /// <summary>Mean of s_ij above which a particle may be solid.</summary>
    [Parameter(HelpMessage = "Mean correlation above which a particle may be solid.")]
    public double? MeanThreshold { get; set; }

    /// <summary>Takes bond-order vectors as they are, not of length one.</summary>
    [Parameter(HelpMessage = "Take bond-order vectors as they are, not of length one.")]
    public SwitchParameter Unnormalized { get; set; }

    protected override void Process(INeighborResult result)
    {
        SolidOptions published = SolidOptions.Of(Rule);
        SolidOptions options = published with
        {
            Degree = L,
            Threshold = Threshold ?? published.Threshold,
            Bonds = Bond ?? published.Bonds,
            MeanThreshold = MeanThreshold ?? published.MeanThreshold,
            IsNormalized = !Unnormalized,
        };
        WriteObject(SolidParticles.Find(result.Neighbors, options, Device, Cancellation));
    }
}
