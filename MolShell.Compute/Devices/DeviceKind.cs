namespace MolShell.Compute.Devices;

/// <summary>The sort of a compute device.</summary>
public enum DeviceKind
{
    /// <summary>The processor the program runs on.</summary>
    Cpu,
}
