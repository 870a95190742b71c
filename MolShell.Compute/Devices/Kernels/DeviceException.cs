namespace MolShell.Compute.Devices.Kernels;

/// <summary>A call of the driver of a device failed; the message names the call and the error.</summary>
public sealed class DeviceException : Exception
{
    public DeviceException(string message)
        : base(message)
    {
    }

    public DeviceException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public DeviceException()
    {
    }

    /// <summary>The error's number, such as -5 for CL_OUT_OF_RESOURCES of OpenCL; 0 where none is known.</summary>
    public int Status { get; init; }
}
