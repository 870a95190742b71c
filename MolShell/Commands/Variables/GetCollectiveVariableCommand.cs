using System.Management.Automation;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Commands.Variables;

/// <summary>Gives the value of collective variables at each frame.</summary>
/// <remarks>
/// <para>For each frame one record for each variable is written, in the order of -Variable, with the step and time of the frame.</para>
/// </remarks>
/// <example>
/// <code>
/// $r = New-CollectiveVariable -Distance 0,1 -Name r
/// New-DoubleWellSystem -DimerCount 1 | Start-MolecularDynamics -Step 100 -ReportInterval 20 -Seed 1 | Get-CollectiveVariable $r
/// </code>
/// <para>The length of a dimer along a simulation.</para>
/// </example>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $y = New-CollectiveVariable -Coordinate 1 -Name y
/// New-ToySystem -Potential MuellerBrown | Start-MolecularDynamics -Step 100 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x,$y | Format-Table
/// </code>
/// <para>Both coordinates of a particle on the Mueller-Brown surface.</para>
/// </example>
/// <seealso href="New-CollectiveVariable"/>
/// <seealso href="Measure-FreeEnergy"/>
[Cmdlet(VerbsCommon.Get, "CollectiveVariable")]
[OutputType(typeof(VariableValue))]
public sealed class GetCollectiveVariableCommand : MolShellCommand
{
    /// <summary>The variables to evaluate.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The variables to evaluate.")]
    [ValidateNotNullOrEmpty]
    public CollectiveVariable[] Variable { get; set; } = [];

    /// <summary>Frames of a simulation or a trajectory.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames of a simulation or a trajectory.")]
    [ValidateNotNull]
    public Frame Frame { get; set; } = null!;

    /// <summary>Also gives the derivative of the value by each position.</summary>
    [Parameter(HelpMessage = "Also give the derivative of the value by each position.")]
    public SwitchParameter Gradient { get; set; }

    protected override object? ErrorTarget => Frame;

    protected override void Process()
    {
        foreach (CollectiveVariable variable in Variable)
        {
            WriteObject(VariableValue.Of(variable, Frame, Gradient));
        }
    }
}
