using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string ExternalSet = "External";

    /// <summary>A potential of place.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ExternalSet, HelpMessage = "Potential of place: Harmonic or DoubleWell.")]
    public ExternalPotentialKind External { get; set; }

    /// <summary>Center of Harmonic [length]: its coordinates, as many as a particle of the system has. Without it, the origin.</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Center of Harmonic [length], one number a coordinate.")]
    [ValidateCount(1, 3)]
    public Quantity[] Center { get; set; } = [];

    private IForce ExternalForce() => External switch
    {
        ExternalPotentialKind.Harmonic => new ExternalForce<HarmonicWell>(
            new HarmonicWell(Need(ForceConstant, nameof(ForceConstant), Dimension.ForceConstant) * MovingAxes(), CenterPoint())),
        _ => new ExternalForce<DoubleWell>(
            new DoubleWell(Need(BarrierHeight, nameof(BarrierHeight), Dimension.Energy), Need(Width, nameof(Width), Dimension.Length))),
    };

    private Vec3 CenterPoint()
    {
        double[] c = [.. Center.Select(q => q.In(System.Units, Dimension.Length)), 0, 0, 0];
        return new Vec3(c[0], c[1], c[2]);
    }

    private Vec3 MovingAxes() => new(1, System.Topology.Dimension > 1 ? 1 : 0, System.Topology.Dimension > 2 ? 1 : 0);
}
