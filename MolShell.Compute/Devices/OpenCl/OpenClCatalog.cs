using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>Finds the OpenCL devices of this machine, numbered through all platforms in the order of the loader.</summary>
internal static unsafe class OpenClCatalog
{
    private const ulong AllTypes = 0xFFFFFFFF;
    private const int DeviceNotFound = -1;
    private const int PlatformNotFound = -1001;

    // PoCL 3.1 sets its devices up at the first question, and another thread that asks meanwhile finds them half done.
    private static readonly Lock Discovery = new();

    /// <summary>All OpenCL devices, usable or not; where there is none, one entry "OpenCL" that says why.</summary>
    public static ImmutableArray<DeviceInfo> List()
    {
        if (OpenClApi.FindFault() is { } fault)
        {
            return [Missing(fault)];
        }

        try
        {
            ImmutableArray<nint> devices = FindDevices();
            return devices.Length > 0
                ? [.. devices.Select(Describe)]
                : [Missing("no OpenCL driver: install one, such as pocl-opencl-icd for the processor")];
        }
        catch (DeviceException exception)
        {
            return [Missing(exception.Message)];
        }
    }

    /// <summary>The handle and the description of device <paramref name="number"/>.</summary>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    public static (nint Device, DeviceInfo Info) Find(int number)
    {
        ImmutableArray<nint> devices = OpenClApi.FindFault() is null ? FindDevices() : [];
        if (number >= devices.Length)
        {
            string[] here = [.. List().Select(info => info.IsUsable ? info.Name : $"{info.Name} ({info.Reason})")];
            throw new ArgumentException($"There is no device '{NameOf(number)}'. Devices here: Cpu, {string.Join(", ", here)}.");
        }

        DeviceInfo description = Describe(devices[number], number);
        return description.IsUsable
            ? (devices[number], description)
            : throw new ArgumentException($"The device {description.Name} ({description.Model}) cannot be used: {description.Reason}.");
    }

    private static ImmutableArray<nint> FindDevices()
    {
        lock (Discovery)
        {
            return FindPlatforms().SelectMany(FindDevices).ToImmutableArray();
        }
    }

    private static nint[] FindPlatforms()
    {
        uint count;
        int status = OpenClApi.clGetPlatformIDs(0, null, &count);
        if (status == PlatformNotFound || (status == 0 && count == 0))
        {
            return [];
        }

        OpenClStatus.ThrowIfFailed(status, "clGetPlatformIDs");
        nint[] platforms = new nint[count];
        fixed (nint* start = platforms)
        {
            OpenClStatus.ThrowIfFailed(OpenClApi.clGetPlatformIDs(count, start, null), "clGetPlatformIDs");
        }

        return platforms;
    }

    private static nint[] FindDevices(nint platform)
    {
        uint count;
        int status = OpenClApi.clGetDeviceIDs(platform, AllTypes, 0, null, &count);
        if (status == DeviceNotFound || (status == 0 && count == 0))
        {
            return [];
        }

        OpenClStatus.ThrowIfFailed(status, "clGetDeviceIDs");
        nint[] devices = new nint[count];
        fixed (nint* start = devices)
        {
            OpenClStatus.ThrowIfFailed(OpenClApi.clGetDeviceIDs(platform, AllTypes, count, start, null), "clGetDeviceIDs");
        }

        return devices;
    }

    private static DeviceInfo Describe(nint device, int number)
    {
        OpenClDeviceQuery query = new(device);
        KernelProfile profile = ReadProfile(query);
        return new DeviceInfo
        {
            Name = NameOf(number),
            Kind = DeviceKind.OpenCl,
            Model = query.Text(OpenClDeviceQuery.Name),
            Cores = (int)query.UInt32(OpenClDeviceQuery.ComputeUnits),
            Memory = (long)query.UInt64(OpenClDeviceQuery.GlobalMemorySize),
            Simd = string.Create(CultureInfo.InvariantCulture, $"{query.UInt32(OpenClDeviceQuery.NativeFloatVector)} floats"),
            Driver = $"{query.Text(OpenClDeviceQuery.Version)}, driver {query.Text(OpenClDeviceQuery.DriverVersion)}",
            Profile = profile,
            Reason = FindReason(query, profile),
        };
    }

    private static KernelProfile ReadProfile(OpenClDeviceQuery query)
    {
        HashSet<string> extensions = [.. query.Text(OpenClDeviceQuery.Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        bool isProcessor = (query.UInt64(OpenClDeviceQuery.Type) & OpenClDeviceQuery.TypeCpu) != 0;
        int largest = (int)Math.Min(int.MaxValue, query.UIntPtr(OpenClDeviceQuery.MaximumWorkGroupSize));
        return new KernelProfile
        {
            UsesTiles = !isProcessor && query.UInt32(OpenClDeviceQuery.LocalMemoryType) == OpenClDeviceQuery.LocalMemoryIsReal,
            WorkGroupSize = Math.Min(isProcessor ? 64 : 128, largest),
            MaximumWorkGroupSize = largest,
            LocalMemory = (long)query.UInt64(OpenClDeviceQuery.LocalMemorySize),
            MaximumAllocation = (long)Math.Min(long.MaxValue, query.UInt64(OpenClDeviceQuery.MaximumAllocation)),
            HasDouble = extensions.Contains("cl_khr_fp64"),
            HasInt64Atomics = extensions.Contains("cl_khr_int64_base_atomics"),
            IsProcessor = isProcessor,
        };
    }

    private static string? FindReason(OpenClDeviceQuery query, KernelProfile profile) =>
        query.UInt32(OpenClDeviceQuery.IsAvailable) == 0 ? "the driver says that it is not available"
        : query.UInt32(OpenClDeviceQuery.IsCompilerAvailable) == 0 ? "its driver has no compiler"
        : !profile.HasDouble ? "it has no double precision (cl_khr_fp64)"
        : !profile.HasInt64Atomics ? "it has no 64-bit atomics (cl_khr_int64_base_atomics)"
        : null;

    private static DeviceInfo Missing(string reason) => new()
    {
        Name = "OpenCL",
        Kind = DeviceKind.OpenCl,
        Model = "-",
        Cores = 0,
        Memory = 0,
        Simd = "-",
        Reason = reason,
    };

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"OpenCL:{number}");
}
