namespace MolShell.Compute.Devices.Cuda;

/// <summary>Where the driver and the runtime compiler (NVRTC) of CUDA may lie; of each the first that is found counts.</summary>
/// <param name="Driver">File names or paths of the driver.</param>
/// <param name="Compiler">File names or paths of the compiler.</param>
internal sealed record CudaLibraries(IReadOnlyList<string> Driver, IReadOnlyList<string> Compiler)
{
    /// <summary>Those that the loader of the operating system finds, and those of CUDA in its usual folder.</summary>
    public static CudaLibraries Default => OperatingSystem.IsWindows()
        ? new CudaLibraries(["nvcuda.dll"], ["nvrtc64_130_0.dll", "nvrtc64_120_0.dll", "nvrtc64_112_0.dll"])
        : new CudaLibraries(
            ["libcuda.so.1", "/usr/local/nvidia/lib64/libcuda.so.1"],
            [.. Compilers, .. Compilers.Select(name => $"/usr/local/cuda/lib64/{name}")]);

    private static string[] Compilers => ["libnvrtc.so.13", "libnvrtc.so.12", "libnvrtc.so.11.2", "libnvrtc.so"];
}
