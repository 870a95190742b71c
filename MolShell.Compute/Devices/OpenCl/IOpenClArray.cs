namespace MolShell.Compute.Devices.OpenCl;

/// <summary>An array of some type in the memory of an OpenCL device, as an argument of kernels.</summary>
public interface IOpenClArray : IDisposable
{
    internal nint Handle { get; }
}
