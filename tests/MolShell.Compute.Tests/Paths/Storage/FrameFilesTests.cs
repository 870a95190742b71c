using MolShell.Compute.IO;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.IO;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Storage;

public sealed class FrameFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-frames-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FilesHaveTheFramesOfTheSegmentAndNoOthers(bool isDouble)
    {
        Frame[] frames = TrrTests.Frames(6, isDouble, velocities: true);
        FrameFiles files = Files(frames);
        SegmentId id = new(12, 1);
        byte[] reference = files.Write(new MemorySegment(id, 0, frames));
        Assert.True(FrameFiles.IsReference(reference));
        Assert.Equal(Path.Combine(folder, "run.molpath.frames", "0000000012-1.trr"), files.PathOf(id));
        foreach ((Frame expected, Frame actual) in frames.Zip(files.Read(id, reference), (a, b) => (a, b)))
        {
            Assert.Equal(expected.Positions, actual.Positions);
            Assert.Equal(expected.Velocities, actual.Velocities);
            Assert.Equal((expected.Step, expected.Time, expected.Box), (actual.Step, actual.Time, actual.Box));
        }

        using TrrReader reader = new(files.PathOf(id));
        for (int i = 0; i < frames.Length; i++)
        {
            Assert.Equal(isDouble, reader.TryRead()!.IsDouble);
        }

        Assert.Equal(0, reader.Remaining);
        Assert.Throws<IOException>(() => files.Write(new MemorySegment(id, 0, frames)));
    }

    [Fact]
    public void FilesThatWereChangedOrRemovedAreToldFrom()
    {
        Frame[] frames = TrrTests.Frames(2, false, velocities: true);
        FrameFiles files = Files(frames);
        SegmentId id = new(3, 0);
        byte[] reference = files.Write(new MemorySegment(id, 0, frames));
        byte[] contents = File.ReadAllBytes(files.PathOf(id));
        contents[^1] ^= 1;
        File.WriteAllBytes(files.PathOf(id), contents);
        Assert.Contains("was changed", Assert.Throws<InvalidDataException>(() => files.Read(id, reference)).Message, StringComparison.Ordinal);
        File.Delete(files.PathOf(id));
        Assert.Contains("cannot be read", Assert.Throws<InvalidDataException>(() => files.Read(id, reference)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAKillLeftIsRemovedAndNothingElse()
    {
        Frame[] frames = TrrTests.Frames(2, false, velocities: true);
        FrameFiles files = Files(frames);
        foreach (int step in new[] { 0, 1, 2, 3 })
        {
            files.Write(new MemorySegment(new SegmentId(step, 0), 0, frames));
        }

        File.WriteAllText(Path.Combine(files.Folder, "0000000004-0.trr-new"), "torn");
        File.WriteAllText(Path.Combine(files.Folder, "notes.txt"), "mine");
        Assert.Equal(2, files.RemoveOrphans(id => id.Step < 3));
        string[] left = ["0000000000-0.trr", "0000000001-0.trr", "0000000002-0.trr", "notes.txt"];
        Assert.Equal(left, Directory.GetFiles(files.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        File.Delete(Path.Combine(files.Folder, "notes.txt"));

        // A run file that is gone: its frames are not taken for orphans.
        Assert.Contains(
            "frames of another run",
            Assert.Throws<PathStoreException>(() => files.Clear(replacesRun: false)).Message,
            StringComparison.Ordinal);
        files.Clear(replacesRun: true);
        Assert.Empty(Directory.GetFiles(files.Folder));

        // A run that was killed when it began has written step 0 only.
        files.Write(new MemorySegment(new SegmentId(0, 0), 0, frames));
        files.Clear(replacesRun: false);
        Assert.Empty(Directory.GetFiles(files.Folder));
    }

    [Fact]
    public void OtherUnitsAreRefused()
    {
        Frame frame = TrrTests.Frames(1, false, velocities: true)[0];
        FrameFiles files = new(Path.Combine(folder, "run.molpath"), new FrameShape(frame.Topology, frame.Box, UnitSystem.Reduced));
        Assert.Contains("hold nm and ps", Assert.Throws<PathStoreException>(files.RequireUsable).Message, StringComparison.Ordinal);
    }

    private FrameFiles Files(Frame[] frames) =>
        new(Path.Combine(folder, "run.molpath"), new FrameShape(frames[0].Topology, frames[0].Box, UnitSystem.Gromacs));
}
