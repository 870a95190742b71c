using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>Frames outside a volume.</summary>
internal sealed class ComplementVolume(StateVolume inner) : StateVolume
{
    internal override bool IsTimeReversible => inner.IsTimeReversible;

    public override bool Contains(PhasePoint point) => !inner.Contains(point);

    private protected override string DefaultName => $"!({inner.Name})";

    public override string Describe() => $"!({inner.Describe()})";

    internal override bool ContainsAt(Trajectory path, int index) => !inner.ContainsAt(path, index);

    private protected override StateVolume Complement() => inner;
}
