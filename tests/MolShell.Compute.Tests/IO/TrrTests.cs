using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.IO;

public sealed class TrrTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-trr-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void WhatIsWrittenIsReadBack(bool isDouble, bool velocities)
    {
        Frame[] frames = Frames(5, isDouble, velocities);
        string path = Write(frames, isDouble);
        using TrrReader reader = new(path);
        foreach (Frame expected in frames)
        {
            TrrFrame frame = reader.TryRead()!;
            Assert.Equal(isDouble, frame.IsDouble);
            Assert.Equal(expected.Step, frame.Step);
            Assert.Equal(expected.Time, frame.Time);
            Assert.Equal(expected.Positions, frame.Positions);
            Assert.Equal(expected.Velocities, frame.Velocities);
            Assert.Equal(expected.Box, frame.ToFrame(expected.Topology, expected.Box).Box);
        }

        Assert.Null(reader.TryRead());
        Assert.Equal(0, reader.Remaining);
        Assert.Equal(frames[3].Positions, TrrReader.ReadAt(path, 3).Positions);
        Assert.Contains("no complete frame 5", Assert.Throws<InvalidDataException>(() => TrrReader.ReadAt(path, 5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FramesAreConsumedOnlyWhenComplete()
    {
        Frame[] frames = Frames(3, false, true);
        byte[] bytes = File.ReadAllBytes(Write(frames, false));
        string growing = Path.Combine(folder, "growing.trr");
        int read = 0;
        using FileStream writer = new(growing, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
        using TrrReader reader = new(growing);
        int size = bytes.Length / frames.Length;
        for (int i = 0; i < bytes.Length; i++)
        {
            Assert.Null(reader.TryRead());
            writer.Write(bytes, i, 1);
            writer.Flush();
            if ((i + 1) % size == 0)
            {
                Assert.Equal(frames[read].Positions, reader.TryRead()!.Positions);
                read++;
            }
        }

        Assert.Equal(3, read);
    }

    [Fact]
    public void DamagedFilesAreNamedWithFrameAndByte()
    {
        byte[] bytes = File.ReadAllBytes(Write(Frames(2, false, true), false));
        int size = bytes.Length / 2;
        (int Place, string Message)[] cases =
        [
            (size, "frame 1 at byte"),
            (size + 14, "its name is"),
            (size + 24 + 31, "numbers of 7 atoms"),
            (size + 24 + 28, "a size of -"),
        ];
        foreach ((int place, string message) in cases)
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= 0x80;
            string path = Path.Combine(folder, $"damaged-{place}.trr");
            File.WriteAllBytes(path, damaged);
            using TrrReader reader = new(path);
            Assert.NotNull(reader.TryRead());
            string text = Assert.Throws<InvalidDataException>(() => reader.TryRead()).Message;
            Assert.Contains(message, text, StringComparison.Ordinal);
            Assert.Contains(path, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ExistingFilesAreNotOverwrittenAndOtherUnitsRefused()
    {
        string path = Write(Frames(1, false, true), false);
        Assert.Throws<IOException>(() => new TrrWriter(path));
        using TrrWriter writer = new(Path.Combine(folder, "reduced.trr"));
        Assert.Contains(
            "nm and ps",
            Assert.Throws<ArgumentException>(() => writer.Write(Frames(1, false, true)[0] with { Units = UnitSystem.Reduced })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void SinglePrecisionIsToldFromDouble()
    {
        Assert.True(TrrWriter.FitsSingle(Frames(1, false, true)[0]));
        Assert.False(TrrWriter.FitsSingle(Frames(1, true, true)[0]));
    }

    internal static Frame[] Frames(int count, bool isDouble, bool velocities)
    {
        RandomSource random = new(new RandomKey(3));
        Topology topology = Topology.Uniform(7, 2, "X");
        double Number() => isDouble ? random.NextNormal() : (float)random.NextNormal();
        Vec3 Vector() => new(Number(), Number(), Number());
        Box box = Box.Orthorhombic(isDouble ? 1.1 : 1.25, 2, 3);
        return [.. Enumerable.Range(0, count).Select(i => new Frame
        {
            Topology = topology,
            Box = box,
            Units = UnitSystem.Gromacs,
            Step = 10 * i,
            Time = 0.25 * i,
            Positions = [.. Enumerable.Range(0, 7).Select(_ => Vector())],
            Velocities = velocities ? [.. Enumerable.Range(0, 7).Select(_ => Vector())] : null,
        })];
    }

    private string Write(Frame[] frames, bool isDouble)
    {
        string path = Path.Combine(folder, "frames.trr");
        using TrrWriter writer = new(path, isDouble);
        foreach (Frame frame in frames)
        {
            writer.Write(frame);
        }

        return path;
    }
}
