using MolShell.Compute.Numerics;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Volumes;

/// <summary>Frames that are in a volume when their velocities are negated.</summary>
internal sealed class ReversedVolume : StateVolume
{
    private readonly StateVolume inner;

    private ReversedVolume(StateVolume inner) => this.inner = inner;

    internal override bool IsTimeReversible => false;

    private protected override string DefaultName => $"reversed({inner.Name})";

    /// <summary>The volume itself where velocities do not matter to it.</summary>
    public static StateVolume Of(StateVolume volume) =>
        volume.IsTimeReversible ? volume
        : volume is ReversedVolume reversed ? reversed.inner
        : new ReversedVolume(volume);

    public override bool Contains(PhasePoint point)
    {
        Vec3[] negated = new Vec3[point.Velocities.Length];
        for (int i = 0; i < negated.Length; i++)
        {
            negated[i] = -point.Velocities[i];
        }

        return inner.Contains(new PhasePoint(point.Positions, negated, point.Box, point.Dimension));
    }

    public override string Describe() => $"reversed({inner.Describe()})";

    internal override bool ContainsAt(Trajectory path, int index) => inner.ContainsAt(path.Slice(index, 1).Reversed(), 0);
}
