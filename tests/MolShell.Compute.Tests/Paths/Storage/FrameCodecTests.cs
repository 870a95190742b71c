using MolShell.Compute.Numerics;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public class FrameCodecTests
{
    private static readonly Box Cube = Box.Cubic(7.1);

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(1, 2, 40)]
    [InlineData(216, 3, 7)]
    [InlineData(5, 3, 0)]
    [InlineData(50, 3, 1)]
    public void FramesComeBackBitByBit(int particles, int dimension, int count)
    {
        foreach (bool velocities in new[] { true, false })
        {
            foreach (bool energies in new[] { true, false })
            {
                foreach (bool boxes in new[] { true, false })
                {
                    foreach (bool irregular in new[] { true, false })
                    {
                        FrameCodec codec = new(new FrameShape(Topology.Uniform(particles, 2, "X", dimension), Cube, UnitSystem.Reduced));
                        Frame[] frames = Frames(particles, dimension, count, velocities, energies, boxes, irregular);
                        AssertSame(frames, codec.Decode(codec.Encode(frames)));
                    }
                }
            }
        }
    }

    [Fact]
    public void LongRecordsAreCompressed()
    {
        // A chaotic trajectory keeps only the signs, exponents and leading digits in common.
        FrameCodec codec = new(new FrameShape(Topology.Uniform(216, 2, "X", 3), Cube, UnitSystem.Reduced));
        Frame[] frames = Frames(216, 3, 20, true, false, false, false);
        int plain = 20 * 216 * 2 * 3 * 8;
        Assert.True(codec.Encode(frames).Length < 0.92 * plain, $"{codec.Encode(frames).Length} of {plain} bytes");
    }

    [Fact]
    public void EveryDamagedByteIsNoticed()
    {
        FrameCodec codec = new(new FrameShape(Topology.Uniform(9, 2, "X", 3), Cube, UnitSystem.Reduced));
        byte[] bytes = codec.Encode(Frames(9, 3, 6, true, true, false, false));
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] damaged = [.. bytes];
            damaged[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => codec.Decode(damaged));
        }

        Assert.Throws<InvalidDataException>(() => codec.Decode(bytes.AsSpan(0, bytes.Length - 5)));
        Assert.Throws<InvalidDataException>(() => codec.Decode([]));
    }

    [Fact]
    public void SpecialNumbersSurvive()
    {
        FrameCodec codec = new(new FrameShape(Topology.Uniform(2, 2, "X", 3), Box.Open, UnitSystem.Reduced));
        Frame frame = Frames(2, 3, 1, true, false, false, false)[0] with
        {
            Box = Box.Open,
            Positions = [new(-0.0, double.Epsilon, double.MaxValue), new(1 + double.Epsilon, -1e-310, Math.PI)],
        };
        AssertSame([frame], codec.Decode(codec.Encode([frame])));
    }

    private static Frame[] Frames(int particles, int dimension, int count, bool velocities, bool energies, bool boxes, bool irregular)
    {
        System.Random random = new(11);
        Topology topology = Topology.Uniform(particles, 2, "X", dimension);
        Vec3[] positions = Vectors(10);
        Frame[] frames = new Frame[count];
        for (int f = 0; f < count; f++)
        {
            Vec3[] moved = Vectors(0.01);
            positions = [.. positions.Select((p, i) => p + moved[i])];
            long step = irregular ? random.Next(1000) : 10 * (f + 1);
            frames[f] = new Frame
            {
                Topology = topology,
                Box = boxes ? Box.Cubic(7 + random.NextDouble()) : Cube,
                Units = UnitSystem.Reduced,
                Step = step,
                Time = irregular ? random.NextDouble() : step * 0.02,
                PotentialEnergy = energies ? random.NextDouble() : null,
                Positions = positions,
                Velocities = velocities ? Vectors(1) : null,
            };
            frames[f] = energies ? frames[f].WithKineticEnergy() : frames[f];
        }

        return frames;

        Vec3[] Vectors(double scale) => [.. Enumerable.Range(0, particles).Select(_ => new Vec3(
            scale * (random.NextDouble() - 0.5),
            dimension > 1 ? scale * (random.NextDouble() - 0.5) : 0,
            dimension > 2 ? scale * (random.NextDouble() - 0.5) : 0))];
    }

    private static void AssertSame(Frame[] expected, Frame[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int f = 0; f < expected.Length; f++)
        {
            Assert.Equal(expected[f].Step, actual[f].Step);
            Assert.Equal(Bits(expected[f].Time), Bits(actual[f].Time));
            Assert.Equal(expected[f].Box, actual[f].Box);
            Assert.Equal(expected[f].PotentialEnergy, actual[f].PotentialEnergy);
            Assert.Equal(expected[f].KineticEnergy, actual[f].KineticEnergy);
            Assert.Equal(expected[f].Temperature, actual[f].Temperature);
            AssertSame(expected[f].Positions, actual[f].Positions);
            Assert.Equal(expected[f].Velocities is null, actual[f].Velocities is null);
            if (expected[f].Velocities is Vec3[] velocities)
            {
                AssertSame(velocities, actual[f].Velocities!);
            }
        }
    }

    private static void AssertSame(Vec3[] expected, Vec3[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                Assert.Equal(Bits(expected[i][axis]), Bits(actual[i][axis]));
            }
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}
