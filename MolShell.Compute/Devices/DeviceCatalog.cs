using System.Collections.Immutable;
using MolShell.Compute.Devices.Cuda;
using MolShell.Compute.Devices.OpenCl;

namespace MolShell.Compute.Devices;

/// <summary>Finds the devices of this machine and opens them by name.</summary>
public static class DeviceCatalog
{
    /// <summary>
    /// The processor, all OpenCL devices and all CUDA devices, so that a graphics processor may be there by both names. Those that cannot be
    /// used say why in <see cref="DeviceInfo.Reason"/>; where there is no OpenCL or CUDA at all, an entry of that name does.
    /// </summary>
    public static ImmutableArray<DeviceInfo> List() => [CpuDevice.Default.Info, .. OpenClCatalog.List(), .. CudaCatalog.List(CudaLibraries.Default)];

    /// <summary>Opens a device: "Cpu" (all cores), "Cpu:2" (two threads), "OpenCL:0" or "CUDA:0", in any case.</summary>
    /// <exception cref="ArgumentException">No such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="FormatException">Not a name of a device; the message says what is.</exception>
    public static IDevice Open(string name) => DeviceName.Parse(name).Open();
}
