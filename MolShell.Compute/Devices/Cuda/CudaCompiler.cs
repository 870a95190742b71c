using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.Cuda;

/// <summary>The runtime compiler of CUDA (NVRTC 11.2 or later).</summary>
internal sealed unsafe class CudaCompiler
{
    private readonly delegate* unmanaged<nint*, byte*, byte*, int, byte**, byte**, int> createProgram;
    private readonly delegate* unmanaged<nint*, int> destroyProgram;
    private readonly delegate* unmanaged<nint, int, byte**, int> compileProgram;
    private readonly delegate* unmanaged<nint, nuint*, int> getLogSize;
    private readonly delegate* unmanaged<nint, byte*, int> getLog;
    private readonly delegate* unmanaged<nint, nuint*, int> getBinarySize;
    private readonly delegate* unmanaged<nint, byte*, int> getBinary;
    private readonly delegate* unmanaged<nint, nuint*, int> getAssemblySize;
    private readonly delegate* unmanaged<nint, byte*, int> getAssembly;
    private readonly delegate* unmanaged<int, byte*> getErrorString;
    private readonly int major;

    private CudaCompiler(NativeFunctions functions)
    {
        createProgram = (delegate* unmanaged<nint*, byte*, byte*, int, byte**, byte**, int>)functions["nvrtcCreateProgram"];
        destroyProgram = (delegate* unmanaged<nint*, int>)functions["nvrtcDestroyProgram"];
        compileProgram = (delegate* unmanaged<nint, int, byte**, int>)functions["nvrtcCompileProgram"];
        getLogSize = (delegate* unmanaged<nint, nuint*, int>)functions["nvrtcGetProgramLogSize"];
        getLog = (delegate* unmanaged<nint, byte*, int>)functions["nvrtcGetProgramLog"];
        getBinarySize = (delegate* unmanaged<nint, nuint*, int>)functions["nvrtcGetCUBINSize"];
        getBinary = (delegate* unmanaged<nint, byte*, int>)functions["nvrtcGetCUBIN"];
        getAssemblySize = (delegate* unmanaged<nint, nuint*, int>)functions["nvrtcGetPTXSize"];
        getAssembly = (delegate* unmanaged<nint, byte*, int>)functions["nvrtcGetPTX"];
        getErrorString = (delegate* unmanaged<int, byte*>)functions["nvrtcGetErrorString"];
        int own, minor, count;
        var getVersion = (delegate* unmanaged<int*, int*, int>)functions["nvrtcVersion"];
        var getCount = (delegate* unmanaged<int*, int>)functions["nvrtcGetNumSupportedArchs"];
        var getArchitectures = (delegate* unmanaged<int*, int>)functions["nvrtcGetSupportedArchs"];
        ThrowIfFailed(getVersion(&own, &minor), "nvrtcVersion");
        ThrowIfFailed(getCount(&count), "nvrtcGetNumSupportedArchs");
        int[] architectures = new int[count];
        fixed (int* first = architectures)
        {
            ThrowIfFailed(getArchitectures(first), "nvrtcGetSupportedArchs");
        }

        Version = string.Create(CultureInfo.InvariantCulture, $"{own}.{minor}");
        major = own;
        Architectures = architectures;
    }

    public string Version { get; }

    /// <summary>Architectures it compiles for, as 90 for compute capability 9.0, in rising order.</summary>
    public IReadOnlyList<int> Architectures { get; }

    /// <summary>Loads the first compiler that is not newer than the driver, which would not take its code.</summary>
    /// <param name="names">Where compilers may lie.</param>
    /// <param name="driverMajor">The major version of CUDA that the driver has.</param>
    /// <param name="fault">Why there is none; null where there is.</param>
    public static CudaCompiler? TryLoad(IReadOnlyList<string> names, int driverMajor, out string? fault)
    {
        fault = $"no {names[0]}: install the runtime compiler (NVRTC) of CUDA 11.2 or later, and let LD_LIBRARY_PATH name its folder";
        foreach (NativeFunctions functions in names.Select(NativeFunctions.TryLoad).OfType<NativeFunctions>())
        {
            try
            {
                CudaCompiler compiler = new(functions);
                if (compiler.major <= driverMajor)
                {
                    fault = null;
                    return compiler;
                }

                fault = string.Create(
                    CultureInfo.InvariantCulture, $"{functions.Name} is NVRTC {compiler.Version}, newer than the driver, which has CUDA {driverMajor}");
            }
            catch (EntryPointNotFoundException missing)
            {
                fault = $"{missing.Message}: NVRTC 11.2 or later is needed";
            }
            catch (DeviceException failed)
            {
                fault = failed.Message.TrimEnd('.');
            }
        }

        return null;
    }

    /// <summary>What to compile for: the code of a device itself, or where it is newer than the compiler, code that its driver compiles.</summary>
    /// <param name="architecture">The device's.</param>
    /// <returns>Null where the compiler no longer knows so old a device.</returns>
    public string? TargetFor(int architecture)
    {
        int nearest = Architectures.Where(known => known <= architecture).DefaultIfEmpty(-1).Max();
        return nearest < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{(nearest == architecture ? "sm" : "compute")}_{nearest}");
    }

    /// <summary>Compiles a text to what the driver loads.</summary>
    /// <param name="source">CUDA C++.</param>
    /// <param name="target">See <see cref="TargetFor"/>.</param>
    /// <param name="options">Options of the compiler.</param>
    /// <exception cref="DeviceException">It does not compile; the message holds what the compiler said.</exception>
    public byte[] Compile(string source, string target, IReadOnlyList<string> options)
    {
        nint program;
        fixed (byte* text = Encoding.UTF8.GetBytes(source + '\0'), name = "kernels.cu\0"u8)
        {
            ThrowIfFailed(createProgram(&program, text, name, 0, null, null), "nvrtcCreateProgram");
        }

        try
        {
            int status = Run(program, [$"--gpu-architecture={target}", .. options]);
            if (status != 0)
            {
                throw new DeviceException($"The kernels do not compile ({NameOf(status)}):{Environment.NewLine}{ReadLog(program)}")
                {
                    Status = status,
                };
            }

            return target.StartsWith("sm_", StringComparison.Ordinal)
                ? ReadBytes(program, getBinarySize, getBinary, "nvrtcGetCUBIN")
                : ReadBytes(program, getAssemblySize, getAssembly, "nvrtcGetPTX");
        }
        finally
        {
            destroyProgram(&program);
        }
    }

    private int Run(nint program, string[] options)
    {
        nint[] texts = [.. options.Select(Marshal.StringToCoTaskMemUTF8)];
        try
        {
            fixed (nint* first = texts)
            {
                return compileProgram(program, texts.Length, (byte**)first);
            }
        }
        finally
        {
            Array.ForEach(texts, Marshal.FreeCoTaskMem);
        }
    }

    private string ReadLog(nint program)
    {
        nuint size;
        if (getLogSize(program, &size) != 0 || size <= 1)
        {
            return "the compiler gives no log";
        }

        byte[] log = new byte[(int)size];
        fixed (byte* start = log)
        {
            return getLog(program, start) == 0 ? Encoding.UTF8.GetString(log).TrimEnd('\0').Trim() : "the compiler gives no log";
        }
    }

    private byte[] ReadBytes(
        nint program, delegate* unmanaged<nint, nuint*, int> getSize, delegate* unmanaged<nint, byte*, int> get, string call)
    {
        nuint size;
        ThrowIfFailed(getSize(program, &size), call + "Size");
        byte[] bytes = new byte[(int)size];
        fixed (byte* start = bytes)
        {
            ThrowIfFailed(get(program, start), call);
        }

        return bytes;
    }

    private string NameOf(int status) => Marshal.PtrToStringUTF8((nint)getErrorString(status)) ?? FormattableString.Invariant($"error {status}");

    private void ThrowIfFailed(int status, string call)
    {
        if (status != 0)
        {
            throw new DeviceException($"{call} failed: {NameOf(status)}.") { Status = status };
        }
    }
}
