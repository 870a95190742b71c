using System.Runtime.InteropServices;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>A function of a module of CUDA, with room for its arguments.</summary>
internal sealed unsafe class CudaKernel : Kernel
{
    private const int MaximumArguments = 64;
    private const int LargestArgument = 32;
    private const int MaximumThreads = 0;

    private readonly CudaContext context;
    private readonly nint function;
    private byte* values;
    private void** arguments;

    public CudaKernel(CudaContext context, nint function, string name, int preferredGroupSize)
        : base(name)
    {
        (this.context, this.function) = (context, function);
        int largest;
        context.Driver.ThrowIfFailed(context.Driver.FuncGetAttribute(&largest, MaximumThreads, function), "cuFuncGetAttribute");
        GroupSize = Math.Min(preferredGroupSize, largest);
        values = (byte*)NativeMemory.AlignedAlloc(MaximumArguments * LargestArgument, LargestArgument);
        NativeMemory.Clear(values, MaximumArguments * LargestArgument);
        arguments = (void**)NativeMemory.Alloc(MaximumArguments, (nuint)sizeof(void*));
        for (int k = 0; k < MaximumArguments; k++)
        {
            arguments[k] = values + (k * LargestArgument);
        }
    }

    ~CudaKernel() => Dispose(false);

    private protected override void SetBytes(int index, void* value, int size)
    {
        if (index is < 0 or >= MaximumArguments || size > LargestArgument)
        {
            throw new DeviceException(FormattableString.Invariant(
                $"Argument {index} of kernel '{Name}', of {size} bytes, does not fit: there is room for {MaximumArguments} of {LargestArgument} bytes."));
        }

        NativeMemory.Copy(value, arguments[index], (nuint)size);
    }

    private protected override void LaunchGroups(int groups, int group)
    {
        context.Enter();
        int status = context.Driver.LaunchKernel(function, (uint)groups, 1, 1, (uint)group, 1, 1, 0, context.Stream, arguments, null);
        context.Driver.ThrowIfFailed(status, $"Kernel '{Name}'");
    }

    protected override void Dispose(bool disposing)
    {
        NativeMemory.AlignedFree(values);
        NativeMemory.Free(arguments);
        values = null;
        arguments = null;
        base.Dispose(disposing);
    }
}
