using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Devices;

/// <summary>The processor the program runs on, with a chosen number of threads.</summary>
public sealed class CpuDevice : IDevice
{
    /// <summary>The device "Cpu" with one thread: right for small systems and inside parallel pipelines.</summary>
    public static readonly CpuDevice Default = new(1);

    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread.</exception>
    public CpuDevice(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
    }

    public string Name => "Cpu";

    /// <summary>Threads that <see cref="For"/> uses.</summary>
    public int Threads { get; }

    public DeviceInfo Info => new()
    {
        Name = Name,
        Kind = DeviceKind.Cpu,
        Model = ReadModel(),
        Cores = Environment.ProcessorCount,
        Memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        Simd = DescribeSimd(),
    };

    public DeviceArray<T> Allocate<T>(int length)
        where T : unmanaged => new CpuArray<T>(length);

    public void For(int count, Action<int, int> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int workers = Math.Min(Threads, count);
        if (workers <= 1)
        {
            if (count > 0)
            {
                body(0, count);
            }

            return;
        }

        try
        {
            Parallel.For(
                0,
                workers,
                new ParallelOptions { MaxDegreeOfParallelism = workers },
                worker => body((int)((long)count * worker / workers), (int)((long)count * (worker + 1) / workers)));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    /// <summary>Holds nothing to release; any number of users may share a CPU device.</summary>
    public void Dispose()
    {
    }

    private static string DescribeSimd()
    {
        string name = (Vector512.IsHardwareAccelerated, Vector256.IsHardwareAccelerated, Vector128.IsHardwareAccelerated) switch
        {
            (true, _, _) => "AVX-512",
            (_, true, _) => "AVX2",
            (_, _, true) => System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported ? "NEON" : "SSE2",
            _ => "none",
        };
        int doubles = Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"{name}, {doubles} doubles");
    }

    private static string ReadModel()
    {
        const string linux = "/proc/cpuinfo";
        string? line = File.Exists(linux)
            ? File.ReadLines(linux).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null
            ? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
