using MolShell.Compute.IO;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.IO;

/// <summary>What holds for every format: recognition by content, round trips, going back, growing files, damaged files.</summary>
public sealed class TrajectoryFormatTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("molshell-formats-").FullName;

    public static TheoryData<string> Formats => [.. TrajectoryFormats.All.Select(format => format.Name)];

    public static TheoryData<string> Multiple => [.. TrajectoryFormats.All.Select(format => format.Name).Where(name => !TrajectorySample.IsSingle(name))];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Formats))]
    public void WhatIsWrittenIsReadBack(string name)
    {
        for (int seed = 0; seed < 30; seed++)
        {
            Frame[] frames = TrajectorySample.Frames(name, TrajectorySample.IsSingle(name) ? 1 : 3, seed);
            string path = Write(name, frames);
            Frame[] read = ReadAll(path, new TrajectoryReadOptions { Units = frames[0].Units });
            Assert.Equal(frames.Length, read.Length);
            for (int i = 0; i < frames.Length; i++)
            {
                TrajectorySample.AssertSame(name, frames[i], read[i]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AFileIsRecognisedByItsContent(string name)
    {
        string path = Write(name, TrajectorySample.Frames(name, 1, 5));
        string plain = Path.Combine(folder, "content");
        File.Move(path, plain, overwrite: true);
        Assert.Equal(name, TrajectoryFormats.Recognize(plain).Name);
    }

    [Theory]
    [MemberData(nameof(Multiple))]
    public void FramesReadBeforeAreGoneBackTo(string name)
    {
        Frame[] frames = TrajectorySample.Frames(name, 4, 7);
        using ITrajectoryReader reader = TrajectoryFormats.Open(Write(name, frames), null, new TrajectoryReadOptions { Units = frames[0].Units });
        Assert.NotNull(reader.Read());
        Assert.True(reader.Skip());
        TrajectorySample.AssertSame(name, frames[2], reader.Read()!);
        Assert.True(reader.TrySeek(1));
        TrajectorySample.AssertSame(name, frames[1], reader.Read()!);
        Assert.True(reader.TrySeek(0));
        TrajectorySample.AssertSame(name, frames[0], reader.Read()!);
        Assert.True(reader.Skip());
        Assert.True(reader.Skip());
        TrajectorySample.AssertSame(name, frames[3], reader.Read()!);
        Assert.Null(reader.Read());
        Assert.False(reader.Skip());
    }

    [Theory]
    [MemberData(nameof(Multiple))]
    public void AFileThatGrowsGivesFramesAsSoonAsTheyAreComplete(string name)
    {
        Frame[] frames = TrajectorySample.Frames(name, 3, 11);
        byte[] whole = File.ReadAllBytes(Write(name, frames));
        string path = Path.Combine(folder, "growing");
        File.WriteAllBytes(path, whole[..(whole.Length / 2)]);
        using ITrajectoryReader reader = TrajectoryFormats.Open(
            path, TrajectoryFormats.Parse(name), new TrajectoryReadOptions { Units = frames[0].Units, IsGrowing = true });
        int count = 0;
        for (int length = whole.Length / 2; ; length = Math.Min(length + 97, whole.Length))
        {
            File.WriteAllBytes(path, whole[..length]);
            while (reader.Read() is { } frame)
            {
                TrajectorySample.AssertSame(name, frames[count], frame);
                count++;
            }

            if (length == whole.Length)
            {
                break;
            }
        }

        Assert.Equal(3, count);
    }

    [Theory]
    [MemberData(nameof(Multiple))]
    public void FramesBeforeATornOneAreGiven(string name)
    {
        Frame[] frames = TrajectorySample.Frames(name, 3, 13);
        string path = Write(name, frames);
        byte[] whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^(whole.Length / 10)]);
        using ITrajectoryReader reader = TrajectoryFormats.Open(path, null, new TrajectoryReadOptions { Units = frames[0].Units });
        TrajectorySample.AssertSame(name, frames[0], reader.Read()!);
        TrajectorySample.AssertSame(name, frames[1], reader.Read()!);
        Exception error = Assert.ThrowsAny<Exception>(() => reader.Read());
        Assert.True(error is InvalidDataException or EndOfStreamException, error.ToString());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Matches("line [0-9]+|byte [0-9]+", error.Message);
        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void DamagedFilesAreRefusedOrRead(string name) => Fuzz(name, 2000);

    [Theory]
    [Trait("Category", "Validation")]
    [MemberData(nameof(Formats))]
    public void ManyDamagedFilesAreRefusedOrRead(string name) => Fuzz(name, 100_000);

    private static Frame[] ReadAll(string path, TrajectoryReadOptions options)
    {
        using ITrajectoryReader reader = TrajectoryFormats.Open(path, null, options);
        List<Frame> frames = [];
        while (reader.Read() is { } frame)
        {
            frame.Validate();
            frames.Add(frame);
        }

        return [.. frames];
    }

    private void Fuzz(string name, int count)
    {
        byte[] whole = File.ReadAllBytes(Write(name, TrajectorySample.Frames(name, TrajectorySample.IsSingle(name) ? 1 : 2, 17)));
        TrajectoryFuzz.Run(TrajectoryFormats.Parse(name), whole, count, seed: 20_261_121);
    }

    private string Write(string name, IEnumerable<Frame> frames)
    {
        ITrajectoryFormat format = TrajectoryFormats.Parse(name);
        string end = format.Extensions[0];
        string path = Path.Combine(folder, end.StartsWith('.') ? "file" + end : end);
        using FileStream stream = new(path, FileMode.Create, FileAccess.ReadWrite);
        using ITrajectoryWriter writer = format.Create(stream, new TrajectoryWriteOptions())!;
        foreach (Frame frame in frames)
        {
            writer.Write(frame);
        }

        return path;
    }
}
