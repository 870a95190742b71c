using System.Text;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>A module of CUDA.</summary>
internal sealed unsafe class CudaProgram : KernelProgram
{
    private readonly CudaContext context;
    private readonly byte[] image;
    private readonly int groupSize;
    private nint module;

    private CudaProgram(CudaContext context, byte[] image, nint module, int groupSize) =>
        (this.context, this.image, this.module, this.groupSize) = (context, image, module, groupSize);

    /// <summary>Loads what the compiler made.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="image">The compiled kernels.</param>
    /// <param name="groupSize">Work items of a group where a kernel can have so many.</param>
    /// <param name="status">What the driver says; 0 where it takes them.</param>
    public static CudaProgram? TryLoad(CudaContext context, byte[] image, int groupSize, out int status)
    {
        context.Enter();
        nint module;
        fixed (byte* start = image)
        {
            status = context.Driver.ModuleLoadData(&module, start);
        }

        return status == 0 ? new CudaProgram(context, image, module, groupSize) : null;
    }

    public override Kernel CreateKernel(string name)
    {
        context.Enter();
        nint function;
        fixed (byte* text = Encoding.UTF8.GetBytes(name + '\0'))
        {
            context.Driver.ThrowIfFailed(context.Driver.ModuleGetFunction(&function, module, text), $"cuModuleGetFunction of '{name}'");
        }

        return new CudaKernel(context, function, name, groupSize);
    }

    internal override byte[] ToBinary() => image;

    protected override void Dispose(bool disposing)
    {
        if (disposing && module != 0 && context.TryEnter())
        {
            context.Driver.ModuleUnload(module);
            module = 0;
        }
    }
}
