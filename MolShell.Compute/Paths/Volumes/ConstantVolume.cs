using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>All frames, or none.</summary>
internal sealed class ConstantVolume(bool contains) : StateVolume
{
    internal override bool IsTimeReversible => true;

    private protected override string DefaultName => Describe();

    public override bool Contains(PhasePoint point) => contains;

    public override string Describe() => contains ? "everything" : "nothing";

    internal override bool ContainsAt(Trajectory path, int index) => contains;

    private protected override StateVolume Complement() => contains ? Nothing : Everything;
}
