using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>Frames in one of two volumes and not in the other.</summary>
internal sealed class DifferenceVolume(StateVolume first, StateVolume second) : StateVolume
{
    internal override bool IsTimeReversible => first.IsTimeReversible && second.IsTimeReversible;

    private protected override string DefaultName => $"({first.Name} ^ {second.Name})";

    public override bool Contains(PhasePoint point) => first.Contains(point) != second.Contains(point);

    public override string Describe() => $"({first.Describe()} ^ {second.Describe()})";

    internal override bool ContainsAt(Trajectory path, int index) => first.ContainsAt(path, index) != second.ContainsAt(path, index);
}
