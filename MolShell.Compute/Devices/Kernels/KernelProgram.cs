namespace MolShell.Compute.Devices.Kernels;

/// <summary>Kernels compiled for one device.</summary>
public abstract class KernelProgram : IDisposable
{
    private protected KernelProgram()
    {
    }

    /// <summary>A kernel of the program, for one user.</summary>
    /// <exception cref="DeviceException">There is no kernel of that name.</exception>
    public abstract Kernel CreateKernel(string name);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The compiled program, for the cache; empty where the driver gives none away.</summary>
    internal abstract byte[] ToBinary();

    protected abstract void Dispose(bool disposing);
}
