using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>
/// An NVIDIA graphics processor by the driver of CUDA and its runtime compiler, for machines without OpenCL. The kernels are those of OpenCL
/// devices; a prelude says their words in CUDA C++.
/// </summary>
public sealed class CudaDevice : KernelDevice
{
    // Sums of products are not fused, as nowhere else; quotients and roots are rounded correctly unless told otherwise.
    private static readonly string[] Options = ["--std=c++14", "--fmad=false", "--prec-div=true", "--prec-sqrt=true", "--ftz=false"];

    private readonly CudaCompiler compiler;
    private readonly CudaContext context;
    private readonly string target;

    /// <summary>Opens a device by its number in <see cref="DeviceCatalog.List"/>.</summary>
    /// <param name="number">The n of CUDA:n.</param>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    /// <exception cref="DeviceException">The driver failed.</exception>
    public CudaDevice(int number)
        : this(number, CudaLibraries.Default, ProgramCache.UserFolder)
    {
    }

    internal CudaDevice(int number, CudaLibraries libraries, string cacheFolder)
        : this(CudaCatalog.Find(number, libraries), cacheFolder)
    {
    }

    private CudaDevice(CudaCatalog.Found found, string cacheFolder)
        : base(found.Info, cacheFolder)
    {
        (compiler, target) = (found.Compiler, found.Target);
        context = new CudaContext(found.Driver, found.Device);
    }

    public override void Finish() => context.Finish();

    /// <summary>The text that goes before that of the kernels.</summary>
    internal static string ReadPrelude()
    {
        using Stream stream = typeof(CudaDevice).Assembly.GetManifestResourceStream("Kernels/prelude.cu")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    internal override KernelBuffer CreateBuffer(nuint bytes) => new CudaBuffer(context, bytes);

    private protected override string[] CompilerKey() => [ReadPrelude(), .. Options, target, Info.Driver!];

    private protected override KernelProgram Build(string source)
    {
        byte[] image = compiler.Compile(ReadPrelude() + source, target, Options);
        KernelProgram? program = CudaProgram.TryLoad(context, image, Profile.WorkGroupSize, out int status);
        context.Driver.ThrowIfFailed(status, "cuModuleLoadData");
        return program!;
    }

    private protected override KernelProgram? TryLoad(byte[] binary) => CudaProgram.TryLoad(context, binary, Profile.WorkGroupSize, out _);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            context.Dispose();
        }
    }
}
