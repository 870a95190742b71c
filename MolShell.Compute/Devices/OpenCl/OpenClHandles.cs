using Microsoft.Win32.SafeHandles;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>Base of the handles: OpenCL counts references, so they may be released in any order.</summary>
internal abstract class OpenClHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    protected OpenClHandle(nint value)
        : base(true) => SetHandle(value);
}

internal sealed class ContextHandle(nint value) : OpenClHandle(value)
{
    protected override bool ReleaseHandle() => OpenClApi.clReleaseContext(handle) == 0;
}

internal sealed class QueueHandle(nint value) : OpenClHandle(value)
{
    protected override bool ReleaseHandle() => OpenClApi.clReleaseCommandQueue(handle) == 0;
}

internal sealed class BufferHandle(nint value) : OpenClHandle(value)
{
    protected override bool ReleaseHandle() => OpenClApi.clReleaseMemObject(handle) == 0;
}

internal sealed class ProgramHandle(nint value) : OpenClHandle(value)
{
    protected override bool ReleaseHandle() => OpenClApi.clReleaseProgram(handle) == 0;
}

internal sealed class KernelHandle(nint value) : OpenClHandle(value)
{
    protected override bool ReleaseHandle() => OpenClApi.clReleaseKernel(handle) == 0;
}
