using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Modifiers;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths;

public class VelocityModifierTests
{
    private static readonly ImmutableArray<double> Masses = [1, 2, 5, 0.5];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomVelocitiesAreMaxwellBoltzmann(int dimension)
    {
        const double Temperature = 1.7;
        VelocityModifier modifier = VelocityModifier.Random(Temperature);
        RandomSource random = new(new RandomKey(4));
        List<double> scaled = [];
        for (int i = 0; i < 2000; i++)
        {
            Frame frame = modifier.Modify(Sample(dimension), null, random);
            frame.Validate();
            for (int p = 0; p < 4; p++)
            {
                for (int axis = 0; axis < dimension; axis++)
                {
                    scaled.Add(frame.Velocities![p][axis] * Math.Sqrt(Masses[p] / Temperature));
                }
            }
        }

        Sigma.AssertNormalMoments([.. scaled]);
    }

    [Fact]
    public void RandomVelocitiesUseTheUnitsOfTheSystem()
    {
        Frame frame = Sample(3) with { Units = UnitSystem.Real };
        double energy = 0;
        RandomSource random = new(new RandomKey(4));
        for (int i = 0; i < 2000; i++)
        {
            energy += VelocityModifier.Random().Modify(frame, 300, random).KineticEnergy!.Value;
        }

        // 12 degrees of freedom: <K> = 6 kT, its standard deviation sqrt(6) kT.
        double kT = UnitSystem.Real.Boltzmann * 300;
        Sigma.AssertWithin(4, 6 * kT, Math.Sqrt(6.0 / 2000) * kT, energy / 2000, "kinetic energy at 300 K");
    }

    [Fact]
    public void ConservedMomentumStaysAndLeavesTheRightEnergy()
    {
        Frame frame = Sample(3);
        Vec3 momentum = Momentum(frame);
        double energy = 0;
        RandomSource random = new(new RandomKey(9));
        VelocityModifier modifier = VelocityModifier.Random(1, conserveMomentum: true);
        for (int i = 0; i < 2000; i++)
        {
            Frame changed = modifier.Modify(frame, null, random);
            AssertClose(momentum, Momentum(changed), 1e-12);
            energy += changed.KineticEnergy!.Value;
        }

        // 9 degrees of freedom besides the motion of the centre of mass.
        double center = momentum.LengthSquared() / (2 * Masses.Sum());
        Sigma.AssertWithin(4, 4.5 + center, Math.Sqrt(4.5 / 2000), energy / 2000, "kinetic energy");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void DirectionKicksKeepEachSpeed(int dimension)
    {
        Frame frame = Sample(dimension);
        Frame changed = VelocityModifier.Direction(0.5).Modify(frame, null, new RandomSource(new RandomKey(2)));
        changed.Validate();
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(frame.Velocities![i].Length(), changed.Velocities![i].Length(), 12);
        }

        Assert.NotEqual(frame.Velocities, changed.Velocities);
        Assert.Equal(frame.WithKineticEnergy().KineticEnergy!.Value, changed.KineticEnergy!.Value, 12);
    }

    [Fact]
    public void DirectionKicksWithConservedMomentumKeepKineticEnergyToo()
    {
        Frame frame = Sample(3);
        Frame changed = VelocityModifier.Direction(0.5, conserveMomentum: true).Modify(frame, null, new RandomSource(new RandomKey(2)));
        AssertClose(Momentum(frame), Momentum(changed), 1e-12);
        Assert.Equal(frame.WithKineticEnergy().KineticEnergy!.Value, changed.KineticEnergy!.Value, 12);
        Assert.NotEqual(frame.Velocities![0].Length(), changed.Velocities![0].Length(), 3);
    }

    // The change is symmetric when repeated changes make the uniform distribution of directions stationary: mean 0, <cos^2> = 1/3.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DirectionsComeToTheUniformDistribution(bool conserveMomentum)
    {
        VelocityModifier modifier = VelocityModifier.Direction(1.5, conserveMomentum: conserveMomentum);
        RandomSource random = new(new RandomKey(21));
        Frame frame = Sample(3);
        Vec3 drift = conserveMomentum ? Momentum(frame) / Masses.Sum() : Vec3.Zero;
        double sum = 0;
        double energyShare = 0;
        const int Count = 20_000;
        double total = frame.Velocities!.Select((v, i) => 0.5 * Masses[i] * (v - drift).LengthSquared()).Sum();
        for (int i = 0; i < Count; i++)
        {
            frame = modifier.Modify(frame, null, random);
            Vec3 v = frame.Velocities![0] - drift;
            sum += v.X * v.X / v.LengthSquared();
            energyShare += 0.5 * Masses[0] * v.LengthSquared() / total;
        }

        // A kick of about the speed leaves little memory; 4 is a generous bound of the correlation time in kicks.
        double effective = Count / 4.0;
        Sigma.AssertWithin(4, 1.0 / 3, Math.Sqrt(4.0 / 45 / effective), sum / Count, "<cos^2>");
        if (conserveMomentum)
        {
            // On the sphere of 3 (n - 1) = 9 mass-weighted coordinates, particle i has the mean share (1 - m_i/M)/3.
            double expected = (1 - (Masses[0] / Masses.Sum())) / 3;
            Sigma.AssertWithin(4, expected, 0.18 / Math.Sqrt(effective), energyShare / Count, "share of the energy of particle 0");
        }
    }

    [Fact]
    public void SubsetsLeaveTheOthersAlone()
    {
        Frame frame = Sample(3);
        foreach (VelocityModifier modifier in new[] { VelocityModifier.Random(1, [1, 3]), VelocityModifier.Direction(1, [3, 1]), VelocityModifier.SingleAtomDirection(1, [1, 3]) })
        {
            Frame changed = modifier.Modify(frame, null, new RandomSource(new RandomKey(5)));
            Assert.Equal(frame.Velocities![0], changed.Velocities![0]);
            Assert.Equal(frame.Velocities![2], changed.Velocities![2]);
            Assert.True(frame.Velocities![1] != changed.Velocities![1] || frame.Velocities![3] != changed.Velocities![3]);
        }
    }

    [Fact]
    public void SingleAtomDirectionChangesOneParticleAtATime()
    {
        Frame frame = Sample(3);
        HashSet<int> changed = [];
        for (ulong key = 0; key < 50; key++)
        {
            Frame next = VelocityModifier.SingleAtomDirection(0.3).Modify(frame, null, new RandomSource(new RandomKey(key)));
            int[] different = [.. Enumerable.Range(0, 4).Where(i => frame.Velocities![i] != next.Velocities![i])];
            int one = Assert.Single(different);
            Assert.Equal(frame.Velocities![one].Length(), next.Velocities![one].Length(), 12);
            changed.Add(one);
        }

        Assert.Equal(4, changed.Count);
    }

    [Fact]
    public void NoModifierGivesTheSameFrame()
    {
        Frame frame = Sample(3);
        Assert.Same(frame, VelocityModifier.None.Modify(frame, null, new RandomSource(new RandomKey(5))));
    }

    [Fact]
    public void BadParametersAreRefused()
    {
        Assert.Throws<ArgumentException>(() => VelocityModifier.Direction(0));
        Assert.Throws<ArgumentException>(() => VelocityModifier.SingleAtomDirection(double.NaN));
        Assert.Throws<ArgumentException>(() => VelocityModifier.Random(-1));
        Assert.Throws<ArgumentException>(() => VelocityModifier.Random(1, []));
    }

    private static Frame Sample(int dimension)
    {
        Vec3[] velocities = [new(1, 2, -0.5), new(-0.3, 0.7, 1.1), new(0.2, -0.4, 0.6), new(-2, 0.1, 0.9)];
        return new Frame
        {
            Topology = new Topology { Masses = Masses, Types = [0, 0, 0, 0], TypeNames = ["X"], Dimension = dimension },
            Box = Box.Open,
            Units = UnitSystem.Reduced,
            Positions = new Vec3[4],
            Velocities = [.. velocities.Select(v => new Vec3(v.X, dimension > 1 ? v.Y : 0, dimension > 2 ? v.Z : 0))],
        };
    }

    private static Vec3 Momentum(Frame frame)
    {
        Vec3 sum = Vec3.Zero;
        for (int i = 0; i < Masses.Length; i++)
        {
            sum += Masses[i] * frame.Velocities![i];
        }

        return sum;
    }

    private static void AssertClose(Vec3 expected, Vec3 actual, double tolerance) =>
        Assert.True((expected - actual).Length() <= tolerance, $"{actual} is not {expected}");
}
