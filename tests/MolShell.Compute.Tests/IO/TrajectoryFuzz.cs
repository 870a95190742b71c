using MolShell.Compute.IO;
using Xunit;

namespace MolShell.Compute.Tests.IO;

/// <summary>Damaged files: whatever their bytes, a reader gives frames, ends, or says what is wrong.</summary>
internal static class TrajectoryFuzz
{
    // A frame of the small files that are damaged holds far less; more is memory taken for a count that cannot be.
    private const long MostBytes = 64 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Reads damaged copies of a file, each cut, flipped or spliced by the numbers of a stream.</summary>
    public static void Run(ITrajectoryFormat format, byte[] whole, int count, ulong seed)
    {
        string path = Path.GetTempFileName();
        try
        {
            Random random = new((int)seed);
            for (int i = 0; i < count; i++)
            {
                int input = i;
                byte[] damaged = Damaged(whole, random);
                File.WriteAllBytes(path, damaged);
                bool isGrowing = i % 4 == 0;
                Task reading = Task.Run(() => Read(path, format, input, isGrowing));
                if (!reading.Wait(Patience))
                {
                    Assert.Fail($"Input {i} of {format.Name} is still being read: {Convert.ToBase64String(damaged)}");
                }
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Read(string path, ITrajectoryFormat format, int input, bool isGrowing)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            using ITrajectoryReader reader = TrajectoryFormats.Open(path, format, new TrajectoryReadOptions { IsGrowing = isGrowing });
            for (int frames = 0; reader.Read() is { } frame; frames++)
            {
                frame.Validate();
                Assert.True(frames < 1000, $"Input {input} of {format.Name} does not end");
            }
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }

        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < MostBytes, $"Input {input} of {format.Name} took {taken} bytes");
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        byte[] bytes = random.Next(3) == 0 ? whole[..random.Next(whole.Length)] : (byte[])whole.Clone();
        for (int flips = random.Next(6); flips > 0 && bytes.Length > 0; flips--)
        {
            int at = random.Next(bytes.Length);
            bytes[at] = random.Next(3) switch
            {
                0 => (byte)random.Next(256),
                1 => (byte)(bytes[at] ^ (1 << random.Next(8))),
                _ => bytes[random.Next(bytes.Length)],
            };
        }

        if (random.Next(8) == 0 && bytes.Length > 0)
        {
            int from = random.Next(bytes.Length);
            bytes = [.. bytes[..from], .. bytes[random.Next(bytes.Length)..]];
        }

        return bytes;
    }
}
