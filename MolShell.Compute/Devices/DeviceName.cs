using System.Globalization;
using MolShell.Compute.Devices.Cuda;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Devices.OpenCl;

namespace MolShell.Compute.Devices;

/// <summary>
/// The name of a device, in any case: "Cpu" (all cores), "Cpu:2" (two threads), "OpenCL:0" (the first OpenCL device) or
/// "CUDA:0" (the first CUDA device).
/// </summary>
public sealed record DeviceName
{
    private DeviceName(DeviceKind kind, int? number) => (Kind, Number) = (kind, number);

    public DeviceKind Kind { get; }

    /// <summary>Threads of a "Cpu:n", null for all cores; the number of another device.</summary>
    public int? Number { get; }

    /// <summary>The processor, with all cores or a number of threads.</summary>
    public static DeviceName Cpu(int? threads = null) => new(DeviceKind.Cpu, threads);

    /// <exception cref="FormatException">Not a name of a device; the message says what is.</exception>
    public static DeviceName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Trim().Split(':');
        bool hasNumber = parts.Length == 2;
        int number = 0;
        if (!hasNumber || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            if (Is("Cpu") && parts.Length <= 2 && (!hasNumber || number >= 1))
            {
                return Cpu(hasNumber ? number : null);
            }

            if (hasNumber && (Is("OpenCL") || Is("CUDA")))
            {
                return new DeviceName(Is("CUDA") ? DeviceKind.Cuda : DeviceKind.OpenCl, number);
            }
        }

        throw new FormatException($"There is no device '{text}'. Expected Cpu, Cpu:n for n threads, OpenCL:n or CUDA:n; Get-ComputeDevice lists them.");

        bool Is(string kind) => string.Equals(parts[0], kind, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens the device; its user disposes of it.</summary>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="DeviceException">The driver failed.</exception>
    public IDevice Open() => Kind switch
    {
        DeviceKind.OpenCl => new OpenClDevice(Number!.Value),
        DeviceKind.Cuda => new CudaDevice(Number!.Value),
        _ => new CpuDevice(Number ?? Environment.ProcessorCount),
    };

    /// <summary>Text that <see cref="Parse"/> reads back.</summary>
    public override string ToString()
    {
        string kind = Kind switch
        {
            DeviceKind.OpenCl => "OpenCL",
            DeviceKind.Cuda => "CUDA",
            _ => "Cpu",
        };
        return Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{kind}:{number}") : kind;
    }
}
