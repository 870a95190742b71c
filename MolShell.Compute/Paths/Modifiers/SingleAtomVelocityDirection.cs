using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>The velocity of one particle, chosen at random, turned at constant speed.</summary>
internal sealed class SingleAtomVelocityDirection(double width, IEnumerable<int>? particles) : VelocityModifier
{
    private readonly double width = VelocityDirection.CheckWidth(width);
    private readonly ParticleSubset subset = new(particles);

    public override string Describe() =>
        string.Create(CultureInfo.InvariantCulture, $"velocity direction of one {subset.Describe()} kicked by {width}");

    internal override Frame Modify(Frame frame, double? bathTemperature, RandomSource random)
    {
        Vec3[] velocities = ParticleSubset.CopyVelocities(frame);
        IReadOnlyList<int> choices = subset.In(frame);
        int i = choices[random.NextInt(choices.Count)];
        velocities[i] = VelocityDirection.Turn(velocities[i], width, frame.Topology.Dimension, random);
        return ParticleSubset.WithVelocities(frame, velocities);
    }

    internal override void Check(MolecularSystem system, double? bathTemperature) => subset.Check(system);
}
