using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>No change.</summary>
internal sealed class UnchangedVelocities : VelocityModifier
{
    internal override bool ChangesVelocities => false;

    public override string Describe() => "velocities unchanged";

    internal override Frame Modify(Frame frame, double? bathTemperature, RandomSource random) => frame;

    internal override void Check(MolecularSystem system, double? bathTemperature)
    {
    }
}
