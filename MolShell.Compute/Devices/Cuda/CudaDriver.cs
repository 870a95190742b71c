using System.Runtime.InteropServices;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>The functions of the driver of CUDA (11.2 or later) that are used here.</summary>
internal sealed unsafe class CudaDriver
{
    public const int ComputeMajor = 75;
    public const int ComputeMinor = 76;
    public const int MultiprocessorCount = 16;
    public const int MaximumThreadsPerBlock = 1;
    public const int SharedMemoryPerBlock = 8;
    public const int WarpSize = 10;

    private CudaDriver(NativeFunctions functions)
    {
        Init = (delegate* unmanaged<uint, int>)functions["cuInit"];
        DriverGetVersion = (delegate* unmanaged<int*, int>)functions["cuDriverGetVersion"];
        DeviceGetCount = (delegate* unmanaged<int*, int>)functions["cuDeviceGetCount"];
        DeviceGet = (delegate* unmanaged<int*, int, int>)functions["cuDeviceGet"];
        DeviceGetName = (delegate* unmanaged<byte*, int, int, int>)functions["cuDeviceGetName"];
        DeviceTotalMem = (delegate* unmanaged<nuint*, int, int>)functions["cuDeviceTotalMem_v2"];
        DeviceGetAttribute = (delegate* unmanaged<int*, int, int, int>)functions["cuDeviceGetAttribute"];
        PrimaryCtxRetain = (delegate* unmanaged<nint*, int, int>)functions["cuDevicePrimaryCtxRetain"];
        PrimaryCtxRelease = (delegate* unmanaged<int, int>)functions["cuDevicePrimaryCtxRelease_v2"];
        CtxSetCurrent = (delegate* unmanaged<nint, int>)functions["cuCtxSetCurrent"];
        StreamCreate = (delegate* unmanaged<nint*, uint, int>)functions["cuStreamCreate"];
        StreamDestroy = (delegate* unmanaged<nint, int>)functions["cuStreamDestroy_v2"];
        StreamSynchronize = (delegate* unmanaged<nint, int>)functions["cuStreamSynchronize"];
        MemAlloc = (delegate* unmanaged<nint*, nuint, int>)functions["cuMemAlloc_v2"];
        MemFree = (delegate* unmanaged<nint, int>)functions["cuMemFree_v2"];
        MemsetD8Async = (delegate* unmanaged<nint, byte, nuint, nint, int>)functions["cuMemsetD8Async"];
        MemcpyHtoDAsync = (delegate* unmanaged<nint, void*, nuint, nint, int>)functions["cuMemcpyHtoDAsync_v2"];
        MemcpyDtoHAsync = (delegate* unmanaged<void*, nint, nuint, nint, int>)functions["cuMemcpyDtoHAsync_v2"];
        ModuleLoadData = (delegate* unmanaged<nint*, void*, int>)functions["cuModuleLoadData"];
        ModuleUnload = (delegate* unmanaged<nint, int>)functions["cuModuleUnload"];
        ModuleGetFunction = (delegate* unmanaged<nint*, nint, byte*, int>)functions["cuModuleGetFunction"];
        FuncGetAttribute = (delegate* unmanaged<int*, int, nint, int>)functions["cuFuncGetAttribute"];
        LaunchKernel =
            (delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int>)functions["cuLaunchKernel"];
        GetErrorName = (delegate* unmanaged<int, byte**, int>)functions["cuGetErrorName"];
        GetErrorString = (delegate* unmanaged<int, byte**, int>)functions["cuGetErrorString"];
    }

    public delegate* unmanaged<uint, int> Init { get; }

    public delegate* unmanaged<int*, int> DriverGetVersion { get; }

    public delegate* unmanaged<int*, int> DeviceGetCount { get; }

    public delegate* unmanaged<int*, int, int> DeviceGet { get; }

    public delegate* unmanaged<byte*, int, int, int> DeviceGetName { get; }

    public delegate* unmanaged<nuint*, int, int> DeviceTotalMem { get; }

    public delegate* unmanaged<int*, int, int, int> DeviceGetAttribute { get; }

    public delegate* unmanaged<nint*, int, int> PrimaryCtxRetain { get; }

    public delegate* unmanaged<int, int> PrimaryCtxRelease { get; }

    public delegate* unmanaged<nint, int> CtxSetCurrent { get; }

    public delegate* unmanaged<nint*, uint, int> StreamCreate { get; }

    public delegate* unmanaged<nint, int> StreamDestroy { get; }

    public delegate* unmanaged<nint, int> StreamSynchronize { get; }

    public delegate* unmanaged<nint*, nuint, int> MemAlloc { get; }

    public delegate* unmanaged<nint, int> MemFree { get; }

    public delegate* unmanaged<nint, byte, nuint, nint, int> MemsetD8Async { get; }

    public delegate* unmanaged<nint, void*, nuint, nint, int> MemcpyHtoDAsync { get; }

    public delegate* unmanaged<void*, nint, nuint, nint, int> MemcpyDtoHAsync { get; }

    public delegate* unmanaged<nint*, void*, int> ModuleLoadData { get; }

    public delegate* unmanaged<nint, int> ModuleUnload { get; }

    public delegate* unmanaged<nint*, nint, byte*, int> ModuleGetFunction { get; }

    public delegate* unmanaged<int*, int, nint, int> FuncGetAttribute { get; }

    /// <summary>Function, groups along three axes, items of a group along three axes, further local memory, stream, arguments, nothing.</summary>
    public delegate* unmanaged<nint, uint, uint, uint, uint, uint, uint, uint, nint, void**, void**, int> LaunchKernel { get; }

    private delegate* unmanaged<int, byte**, int> GetErrorName { get; }

    private delegate* unmanaged<int, byte**, int> GetErrorString { get; }

    /// <summary>Loads and starts the driver.</summary>
    /// <param name="names">Where it may lie.</param>
    /// <param name="fault">Why it cannot be used; null where it can.</param>
    public static CudaDriver? TryStart(IReadOnlyList<string> names, out string? fault)
    {
        if (names.Select(NativeFunctions.TryLoad).FirstOrDefault(found => found is not null) is not { } functions)
        {
            fault = $"no {names[0]}: install the driver of the NVIDIA graphics processor";
            return null;
        }

        try
        {
            CudaDriver driver = new(functions);
            int status = driver.Init(0);
            fault = status == 0 ? null : $"{functions.Name} does not start: {driver.NameOf(status)}";
            return status == 0 ? driver : null;
        }
        catch (EntryPointNotFoundException missing)
        {
            fault = $"{missing.Message}: a driver for CUDA 11.2 or later is needed";
            return null;
        }
    }

    /// <summary>The version of CUDA it has, as 12040 for 12.4.</summary>
    public int Version()
    {
        int version;
        ThrowIfFailed(DriverGetVersion(&version), "cuDriverGetVersion");
        return version;
    }

    public int Attribute(int device, int attribute)
    {
        int value;
        ThrowIfFailed(DeviceGetAttribute(&value, attribute, device), "cuDeviceGetAttribute");
        return value;
    }

    /// <summary>Throws where <paramref name="status"/> is not CUDA_SUCCESS.</summary>
    /// <exception cref="DeviceException">It is not.</exception>
    public void ThrowIfFailed(int status, string call)
    {
        if (status != 0)
        {
            throw new DeviceException($"{call} failed: {NameOf(status)}.") { Status = status };
        }
    }

    /// <summary>The name of an error and what the driver says of it.</summary>
    public string NameOf(int status)
    {
        byte* name = null, text = null;
        return GetErrorName(status, &name) == 0 && GetErrorString(status, &text) == 0 && name is not null
            ? $"{Marshal.PtrToStringUTF8((nint)name)} ({Marshal.PtrToStringUTF8((nint)text)})"
            : FormattableString.Invariant($"error {status}");
    }
}
