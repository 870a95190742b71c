using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>A device that OpenCL drives: graphics processors, and by PoCL the processor itself.</summary>
public sealed unsafe class OpenClDevice : KernelDevice
{
    private const string Options = "-cl-std=CL1.2 -cl-fp32-correctly-rounded-divide-sqrt";

    private readonly nint device;
    private readonly ContextHandle context;
    private readonly QueueHandle queue;

    /// <summary>Opens a device by its number in <see cref="DeviceCatalog.List"/>.</summary>
    /// <param name="number">The n of OpenCL:n.</param>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="DeviceException">The driver failed.</exception>
    public OpenClDevice(int number)
        : this(number, ProgramCache.UserFolder)
    {
    }

    internal OpenClDevice(int number, string cacheFolder)
        : this(OpenClCatalog.Find(number), cacheFolder)
    {
    }

    private OpenClDevice((nint Handle, DeviceInfo Info) found, string cacheFolder)
        : base(found.Info, cacheFolder)
    {
        device = found.Handle;
        int status;
        context = new ContextHandle(OpenClApi.clCreateContext(null, 1, &found.Handle, 0, 0, &status));
        OpenClStatus.ThrowIfFailed(status, "clCreateContext");
        queue = new QueueHandle(OpenClApi.clCreateCommandQueue(context, device, 0, &status));
        OpenClStatus.ThrowIfFailed(status, "clCreateCommandQueue");
    }

    public override void Finish() => OpenClStatus.ThrowIfFailed(OpenClApi.clFinish(queue), "clFinish");

    internal override KernelBuffer CreateBuffer(nuint bytes) => new OpenClBuffer(context, queue, bytes);

    private protected override string[] CompilerKey() => [Options, Info.Model, Info.Driver!];

    private protected override KernelProgram Build(string source) =>
        OpenClProgram.Compile(context, queue, device, Profile.WorkGroupSize, source, Options);

    private protected override KernelProgram? TryLoad(byte[] binary) =>
        OpenClProgram.TryLoad(context, queue, device, Profile.WorkGroupSize, binary, Options);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            queue.Dispose();
            context.Dispose();
        }
    }
}
