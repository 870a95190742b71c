using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Selectors;

/// <summary>Every frame between the ends alike, so S = L - 2.</summary>
internal sealed class UniformSelector : ShootingSelector
{
    public override string Describe() => "uniform";

    internal override double Weight(Trajectory path, int index) => 1;

    internal override double Weight(Frame frame, bool reversed) => 1;

    internal override double Sum(Trajectory path) => path.Count - 2;

    internal override int Pick(Trajectory path, double sum, RandomSource random) => 1 + random.NextInt(path.Count - 2);
}
