using System.Reflection;
using System.Runtime.InteropServices;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>
/// The functions of OpenCL 1.2 that are used here. Call <see cref="FindFault"/> before any of them: where the library is missing, they
/// cannot be called.
/// </summary>
internal static unsafe partial class OpenClApi
{
    private const string Library = "OpenCL";

    static OpenClApi() => NativeLibrary.SetDllImportResolver(
        typeof(OpenClApi).Assembly, (name, _, _) => name == Library ? Load() : IntPtr.Zero);

    /// <summary>Why OpenCL cannot be called on this machine, and what to do about it; null where it can.</summary>
    public static string? FindFault()
    {
        if (Load() != IntPtr.Zero)
        {
            return null;
        }

        string advice = OperatingSystem.IsLinux()
            ? "install ocl-icd-libopencl1 and a driver, such as pocl-opencl-icd for the processor"
            : "install the driver of the graphics processor";
        return $"no {FileNames()[0]}: {advice}";
    }

    [LibraryImport(Library)]
    public static partial int clGetPlatformIDs(uint capacity, nint* platforms, uint* count);

    [LibraryImport(Library)]
    public static partial int clGetPlatformInfo(nint platform, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(Library)]
    public static partial int clGetDeviceIDs(nint platform, ulong type, uint capacity, nint* devices, uint* count);

    [LibraryImport(Library)]
    public static partial int clGetDeviceInfo(nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(Library)]
    public static partial nint clCreateContext(nint* properties, uint count, nint* devices, nint notify, nint data, int* status);

    [LibraryImport(Library)]
    public static partial int clReleaseContext(nint context);

    [LibraryImport(Library)]
    public static partial nint clCreateCommandQueue(ContextHandle context, nint device, ulong properties, int* status);

    [LibraryImport(Library)]
    public static partial int clReleaseCommandQueue(nint queue);

    [LibraryImport(Library)]
    public static partial int clFinish(QueueHandle queue);

    [LibraryImport(Library)]
    public static partial nint clCreateBuffer(ContextHandle context, ulong flags, nuint size, void* host, int* status);

    [LibraryImport(Library)]
    public static partial int clReleaseMemObject(nint buffer);

    [LibraryImport(Library)]
    public static partial int clEnqueueReadBuffer(
        QueueHandle queue, BufferHandle buffer, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* wait, nint* done);

    [LibraryImport(Library)]
    public static partial int clEnqueueWriteBuffer(
        QueueHandle queue, BufferHandle buffer, uint blocking, nuint offset, nuint size, void* host, uint waits, nint* wait, nint* done);

    [LibraryImport(Library)]
    public static partial int clEnqueueFillBuffer(
        QueueHandle queue, BufferHandle buffer, void* pattern, nuint length, nuint offset, nuint size, uint waits, nint* wait, nint* done);

    [LibraryImport(Library)]
    public static partial nint clCreateProgramWithSource(ContextHandle context, uint count, byte** texts, nuint* lengths, int* status);

    [LibraryImport(Library)]
    public static partial nint clCreateProgramWithBinary(
        ContextHandle context, uint count, nint* devices, nuint* lengths, byte** binaries, int* statuses, int* status);

    [LibraryImport(Library)]
    public static partial int clReleaseProgram(nint program);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int clBuildProgram(ProgramHandle program, uint count, nint* devices, string options, nint notify, nint data);

    [LibraryImport(Library)]
    public static partial int clGetProgramBuildInfo(ProgramHandle program, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(Library)]
    public static partial int clGetProgramInfo(ProgramHandle program, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint clCreateKernel(ProgramHandle program, string name, int* status);

    [LibraryImport(Library)]
    public static partial int clReleaseKernel(nint kernel);

    [LibraryImport(Library)]
    public static partial int clSetKernelArg(KernelHandle kernel, uint index, nuint size, void* value);

    [LibraryImport(Library)]
    public static partial int clGetKernelWorkGroupInfo(KernelHandle kernel, nint device, uint name, nuint size, void* value, nuint* needed);

    [LibraryImport(Library)]
    public static partial int clEnqueueNDRangeKernel(
        QueueHandle queue, KernelHandle kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waits, nint* wait, nint* done);

    // The loader of the operating system counts: the same handle comes back each time.
    private static IntPtr Load()
    {
        foreach (string name in FileNames())
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), null, out IntPtr library))
            {
                return library;
            }
        }

        return IntPtr.Zero;
    }

    private static string[] FileNames() =>
        OperatingSystem.IsWindows() ? ["OpenCL.dll"]
        : OperatingSystem.IsMacOS() ? ["/System/Library/Frameworks/OpenCL.framework/OpenCL"]
        : ["libOpenCL.so.1", "libOpenCL.so"];
}
