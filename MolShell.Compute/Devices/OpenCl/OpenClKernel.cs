using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>A kernel of OpenCL.</summary>
internal sealed unsafe class OpenClKernel : Kernel
{
    private const uint WorkGroupSizeQuery = 0x11B0;

    private readonly QueueHandle queue;
    private readonly KernelHandle handle;

    public OpenClKernel(QueueHandle queue, ProgramHandle program, nint device, string name, int preferredGroupSize)
        : base(name)
    {
        this.queue = queue;
        int status;
        handle = new KernelHandle(OpenClApi.clCreateKernel(program, name, &status));
        OpenClStatus.ThrowIfFailed(status, $"clCreateKernel of '{name}'");
        nuint largest;
        OpenClStatus.ThrowIfFailed(
            OpenClApi.clGetKernelWorkGroupInfo(handle, device, WorkGroupSizeQuery, (nuint)sizeof(nuint), &largest, null),
            "clGetKernelWorkGroupInfo");
        GroupSize = (int)Math.Min((nuint)preferredGroupSize, largest);
    }

    private protected override void SetBytes(int index, void* value, int size)
    {
        int status = OpenClApi.clSetKernelArg(handle, (uint)index, (nuint)size, value);
        if (status != 0)
        {
            throw new DeviceException(FormattableString.Invariant(
                $"Argument {index} of kernel '{Name}' does not fit: {OpenClStatus.NameOf(status)}."))
            {
                Status = status,
            };
        }
    }

    private protected override void LaunchGroups(int groups, int group)
    {
        nuint local = (nuint)group, global = (nuint)groups * local;
        OpenClStatus.ThrowIfFailed(
            OpenClApi.clEnqueueNDRangeKernel(queue, handle, 1, null, &global, &local, 0, null, null), $"Kernel '{Name}'");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            handle.Dispose();
        }

        base.Dispose(disposing);
    }
}
