namespace MolShell.Compute.Devices;

/// <summary>The sort of a compute device.</summary>
public enum DeviceKind
{
    /// <summary>The processor the program runs on.</summary>
    Cpu,

    /// <summary>A device that an OpenCL driver offers.</summary>
    OpenCl,

    /// <summary>A graphics processor that the CUDA driver offers.</summary>
    Cuda,
}
