using System.Collections.Immutable;
using System.Globalization;

namespace MolShell.Compute.Devices;

/// <summary>Finds the devices of this machine and opens them by name.</summary>
public static class DeviceCatalog
{
    /// <summary>All devices that can be used here.</summary>
    public static ImmutableArray<DeviceInfo> List() => [CpuDevice.Default.Info];

    /// <summary>Opens a device: "Cpu" (all cores) or "Cpu:2" (two threads), in any case.</summary>
    /// <exception cref="ArgumentException">No such device; the message lists what there is.</exception>
    public static IDevice Open(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] parts = name.Split(':');
        if (string.Equals(parts[0], "Cpu", StringComparison.OrdinalIgnoreCase) && parts.Length <= 2)
        {
            if (parts.Length == 1)
            {
                return new CpuDevice(Environment.ProcessorCount);
            }

            if (int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads >= 1)
            {
                return new CpuDevice(threads);
            }
        }

        throw new ArgumentException($"There is no device '{name}'. Devices here: Cpu, or Cpu:n for n threads.");
    }
}
