using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices;

/// <summary>What a compute device is and has.</summary>
public sealed record DeviceInfo
{
    /// <summary>Name to choose the device by.</summary>
    public required string Name { get; init; }

    public required DeviceKind Kind { get; init; }

    /// <summary>The maker's name of the processor.</summary>
    public required string Model { get; init; }

    /// <summary>Workers that can run at the same time.</summary>
    public required int Cores { get; init; }

    /// <summary>Memory that the program may use [byte].</summary>
    public required long Memory { get; init; }

    /// <summary>The widest vector instructions in use, such as "AVX2", and the number of doubles in one.</summary>
    public required string Simd { get; init; }

    /// <summary>Version of OpenCL or CUDA and of the driver; null for the processor itself.</summary>
    public string? Driver { get; init; }

    /// <summary>What kernels are to know of a device; null for the processor itself, and where there is no device.</summary>
    public KernelProfile? Profile { get; init; }

    /// <summary>Why it cannot be used; null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether <see cref="DeviceCatalog.Open"/> gives it.</summary>
    public bool IsUsable => Reason is null;

    /// <summary>Memory that the program may use [GiB].</summary>
    public double MemoryGiB => Memory / (double)(1L << 30);
}
