using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>Finds the CUDA devices of this machine, numbered as the driver does.</summary>
internal static unsafe class CudaCatalog
{
    private const int PreferredGroupSize = 128;

    /// <summary>A device that can be used, and with what.</summary>
    public sealed record Found(CudaDriver Driver, CudaCompiler Compiler, int Device, string Target, DeviceInfo Info);

    /// <summary>All CUDA devices, usable or not; where there is none, one entry "CUDA" that says why.</summary>
    public static ImmutableArray<DeviceInfo> List(CudaLibraries libraries)
    {
        try
        {
            (CudaDriver? driver, int count, string? fault) = Start(libraries);
            if (driver is null)
            {
                return [Missing(fault!)];
            }

            CudaCompiler? compiler = CudaCompiler.TryLoad(libraries.Compiler, driver.Version() / 1000, out string? compilerFault);
            return [.. Enumerable.Range(0, count).Select(number => Describe(driver, compiler, compilerFault, number).Info)];
        }
        catch (DeviceException exception)
        {
            return [Missing(exception.Message.TrimEnd('.'))];
        }
    }

    /// <summary>Device <paramref name="number"/>.</summary>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="DeviceException">The driver failed.</exception>
    public static Found Find(int number, CudaLibraries libraries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        (CudaDriver? driver, int count, _) = Start(libraries);
        if (driver is null || number >= count)
        {
            string[] here = [.. List(libraries).Select(info => info.IsUsable ? info.Name : $"{info.Name} ({info.Reason})")];
            throw new ArgumentException($"There is no device '{NameOf(number)}'. Devices here: Cpu, {string.Join(", ", here)}.");
        }

        CudaCompiler? compiler = CudaCompiler.TryLoad(libraries.Compiler, driver.Version() / 1000, out string? fault);
        (int device, string? target, DeviceInfo info) = Describe(driver, compiler, fault, number);
        return info.IsUsable
            ? new Found(driver, compiler!, device, target!, info)
            : throw new ArgumentException($"The device {info.Name} ({info.Model}) cannot be used: {info.Reason}.");
    }

    private static (CudaDriver? Driver, int Count, string? Fault) Start(CudaLibraries libraries)
    {
        if (CudaDriver.TryStart(libraries.Driver, out string? fault) is not { } driver)
        {
            return (null, 0, fault);
        }

        int count;
        driver.ThrowIfFailed(driver.DeviceGetCount(&count), "cuDeviceGetCount");
        return count > 0 ? (driver, count, null) : (null, 0, "the driver finds no device");
    }

    private static (int Device, string? Target, DeviceInfo Info) Describe(
        CudaDriver driver, CudaCompiler? compiler, string? compilerFault, int number)
    {
        int device, version = driver.Version();
        nuint memory;
        byte* name = stackalloc byte[256];
        driver.ThrowIfFailed(driver.DeviceGet(&device, number), "cuDeviceGet");
        driver.ThrowIfFailed(driver.DeviceGetName(name, 256, device), "cuDeviceGetName");
        driver.ThrowIfFailed(driver.DeviceTotalMem(&memory, device), "cuDeviceTotalMem");
        int architecture = (10 * driver.Attribute(device, CudaDriver.ComputeMajor)) + driver.Attribute(device, CudaDriver.ComputeMinor);
        int largest = driver.Attribute(device, CudaDriver.MaximumThreadsPerBlock);
        string? target = compiler?.TargetFor(architecture);
        string versions = string.Create(CultureInfo.InvariantCulture, $"CUDA {version / 1000}.{version % 1000 / 10}")
            + (compiler is null ? string.Empty : $", NVRTC {compiler.Version}");
        DeviceInfo info = new()
        {
            Name = NameOf(number),
            Kind = DeviceKind.Cuda,
            Model = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)),
            Cores = driver.Attribute(device, CudaDriver.MultiprocessorCount),
            Memory = (long)memory,
            Simd = string.Create(CultureInfo.InvariantCulture, $"{driver.Attribute(device, CudaDriver.WarpSize)} floats"),
            Driver = string.Create(CultureInfo.InvariantCulture, $"{versions}, compute capability {architecture / 10}.{architecture % 10}"),
            Profile = new KernelProfile
            {
                UsesTiles = true,
                WorkGroupSize = Math.Min(PreferredGroupSize, largest),
                MaximumWorkGroupSize = largest,
                LocalMemory = driver.Attribute(device, CudaDriver.SharedMemoryPerBlock),
                MaximumAllocation = (long)memory,
                HasDouble = true,
                HasInt64Atomics = true,
                IsProcessor = false,
            },
            Reason = compilerFault ?? (target is not null ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"its compute capability {architecture / 10}.{architecture % 10} is older than NVRTC {compiler!.Version} compiles for")),
        };
        return (device, target, info);
    }

    private static DeviceInfo Missing(string reason) => new()
    {
        Name = "CUDA",
        Kind = DeviceKind.Cuda,
        Model = "-",
        Cores = 0,
        Memory = 0,
        Simd = "-",
        Reason = reason,
    };

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"CUDA:{number}");
}
