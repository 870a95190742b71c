namespace MolShell.Compute.Devices;

/// <summary>A processor that forces and dynamics run on.</summary>
public interface IDevice : IDisposable
{
    /// <summary>Name for users to choose it by, such as "Cpu" or "OpenCL:0".</summary>
    string Name { get; }
}
