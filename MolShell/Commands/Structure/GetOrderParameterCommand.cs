using System.Management.Automation;
using MolShell.Compute.Structure;
using MolShell.Compute.Structure.Order;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Structure;

/// <summary>Computes bond-order parameters of each particle: q_l and w_l, averaged over neighbours too, and hexatic order in a plane.</summary>
/// <remarks>
/// <para>
/// For each frame one record is written. It has one array for each order parameter, by name: q6 and w6; w6_raw, which is not divided by |q|^3; aq6, aw6
/// and aw6_raw of vectors averaged over each particle and its neighbours (Lechner and Dellago); psi6, the hexatic order in the plane of x and y, with its
/// direction psi6_angle [rad]. Means has the mean of each. A value is NaN where it is undefined: without neighbours, and w_l where q_l is zero.
/// </para>
/// <para>
/// Neighbours are those of a rule, as in Get-ParticleNeighbor, or come with the input from Get-ParticleNeighbor. ToFrame() gives the frame with the
/// values as columns.
/// </para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Fcc -Repeat 4 -LatticeConstant 1.6 -Noise 0.05 -Seed 1 | Get-OrderParameter -L 4,6 -Cutoff 1.4 -Averaged</code>
/// <para>q4 and q6 of a warm crystal, plain and averaged.</para>
/// </example>
/// <example>
/// <code>
/// $order = New-CrystalSystem -Structure Bcc -Repeat 3 -LatticeConstant 1.3 | Get-ParticleNeighbor -Nearest 14 | Get-OrderParameter -L 4,6 -W
/// $order.w6 | Measure-Object -Average -Minimum -Maximum
/// </code>
/// <para>The distribution of w6 over 14 neighbours.</para>
/// </example>
/// <seealso href="Get-ParticleNeighbor"/>
/// <seealso href="Get-SolidParticle"/>
[Cmdlet(VerbsCommon.Get, "OrderParameter", DefaultParameterSetName = GivenSet)]
[OutputType(typeof(OrderParameters))]
public sealed class GetOrderParameterCommand : NeighborCommand
{
    /// <summary>Degrees l of bond-order parameters; 4 and 6 without -L and -Hexatic.</summary>
    [Parameter(Position = 0, HelpMessage = "Degrees l of bond-order parameters.")]
    [ValidateRange(1, 100)]
    public int[] L { get; set; } = [];

    /// <summary>Gives those of averaged vectors too.</summary>
    [Parameter(HelpMessage = "Give the averaged ones of Lechner and Dellago too.")]
    public SwitchParameter Averaged { get; set; }

    /// <summary>Gives w_l too.</summary>
    [Parameter(HelpMessage = "Give w_l too.")]
    public SwitchParameter W { get; set; }

    /// <summary>Gives w_l that is not divided by |q|^3 too.</summary>
    [Parameter(HelpMessage = "Give w_l that is not divided by |q|^3 too.")]
    public SwitchParameter RawW { get; set; }

    /// <summary>Foldnesses k of hexatic order psi_k in the plane of x and y.</summary>
    [Parameter(HelpMessage = "Foldnesses k of hexatic order in the plane of x and y.")]
    [ValidateRange(1, 100)]
    public int[] Hexatic { get; set; } = [];

    protected override void Process(INeighborResult result)
    {
        OrderParameterOptions options = new()
        {
            Degrees = L.Length == 0 && Hexatic.Length == 0 ? [4, 6] : [.. L],
            IsAveraged = Averaged,
            HasW = W,
            HasRawW = RawW,
            Foldnesses = [.. Hexatic],
        };
        OrderParameters order = OrderParameters.Compute(result.Neighbors, options, Device, Cancellation);
        PSObject record = PSObject.AsPSObject(order);
        foreach (ParticleColumn<double> column in order.Columns)
        {
            record.Properties.Add(new PSNoteProperty(column.Name, column.Values));
        }

        WriteObject(record);
    }
}
