namespace MolShell.Compute.Devices.Kernels;

/// <summary>An array of some type in the memory of a device, as an argument of kernels.</summary>
public interface IKernelArray : IDisposable
{
    internal KernelBuffer Buffer { get; }
}
