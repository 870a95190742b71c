using System.Text;
using MolShell.Compute.Devices.Kernels;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>A program of OpenCL.</summary>
internal sealed unsafe class OpenClProgram : KernelProgram
{
    private const uint BuildLog = 0x1183;
    private const uint BinarySizes = 0x1165;
    private const uint Binaries = 0x1166;

    private readonly QueueHandle queue;
    private readonly nint device;
    private readonly int groupSize;
    private readonly ProgramHandle handle;

    private OpenClProgram(QueueHandle queue, nint device, int groupSize, ProgramHandle handle) =>
        (this.queue, this.device, this.groupSize, this.handle) = (queue, device, groupSize, handle);

    public override Kernel CreateKernel(string name) => new OpenClKernel(queue, handle, device, name, groupSize);

    /// <summary>Compiles a text.</summary>
    /// <exception cref="DeviceException">It does not compile; the message holds what the compiler said.</exception>
    public static OpenClProgram Compile(
        ContextHandle context, QueueHandle queue, nint device, int groupSize, string source, string options)
    {
        byte[] text = Encoding.UTF8.GetBytes(source);
        nuint length = (nuint)text.Length;
        int status;
        ProgramHandle handle;
        fixed (byte* start = text)
        {
            byte* line = start;
            handle = new ProgramHandle(OpenClApi.clCreateProgramWithSource(context, 1, &line, &length, &status));
        }

        OpenClStatus.ThrowIfFailed(status, "clCreateProgramWithSource");
        status = OpenClApi.clBuildProgram(handle, 1, &device, options, 0, 0);
        if (status != 0)
        {
            string log = ReadLog(handle, device);
            handle.Dispose();
            throw new DeviceException($"The kernels do not compile ({OpenClStatus.NameOf(status)}):{Environment.NewLine}{log}")
            {
                Status = status,
            };
        }

        return new OpenClProgram(queue, device, groupSize, handle);
    }

    /// <summary>Takes what <see cref="ToBinary"/> gave; null where the driver does not take it.</summary>
    public static OpenClProgram? TryLoad(
        ContextHandle context, QueueHandle queue, nint device, int groupSize, byte[] binary, string options)
    {
        nuint length = (nuint)binary.Length;
        int taken;
        int status;
        ProgramHandle handle;
        fixed (byte* start = binary)
        {
            byte* bytes = start;
            handle = new ProgramHandle(
                OpenClApi.clCreateProgramWithBinary(context, 1, &device, &length, &bytes, &taken, &status));
        }

        if (status == 0 && taken == 0 && OpenClApi.clBuildProgram(handle, 1, &device, options, 0, 0) == 0)
        {
            return new OpenClProgram(queue, device, groupSize, handle);
        }

        handle.Dispose();
        return null;
    }

    internal override byte[] ToBinary()
    {
        nuint size;
        if (OpenClApi.clGetProgramInfo(handle, BinarySizes, (nuint)sizeof(nuint), &size, null) != 0 || size == 0)
        {
            return [];
        }

        byte[] binary = new byte[(int)size];
        fixed (byte* start = binary)
        {
            byte* bytes = start;
            return OpenClApi.clGetProgramInfo(handle, Binaries, (nuint)sizeof(byte*), &bytes, null) == 0 ? binary : [];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            handle.Dispose();
        }
    }

    private static string ReadLog(ProgramHandle handle, nint device)
    {
        nuint length;
        if (OpenClApi.clGetProgramBuildInfo(handle, device, BuildLog, 0, null, &length) != 0 || length == 0)
        {
            return "the driver gives no log";
        }

        byte[] log = new byte[(int)length];
        fixed (byte* start = log)
        {
            return OpenClApi.clGetProgramBuildInfo(handle, device, BuildLog, length, start, null) == 0
                ? Encoding.UTF8.GetString(log).TrimEnd('\0').Trim()
                : "the driver gives no log";
        }
    }
}
