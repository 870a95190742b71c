using System.Text;

namespace MolShell.Compute.Devices.OpenCl;

/// <summary>Asks one device what it is.</summary>
internal readonly unsafe struct OpenClDeviceQuery(nint device)
{
    public const uint Type = 0x1000;
    public const uint ComputeUnits = 0x1002;
    public const uint MaximumWorkGroupSize = 0x1004;
    public const uint MaximumAllocation = 0x1010;
    public const uint GlobalMemorySize = 0x101F;
    public const uint LocalMemoryType = 0x1022;
    public const uint LocalMemorySize = 0x1023;
    public const uint IsAvailable = 0x1027;
    public const uint IsCompilerAvailable = 0x1028;
    public const uint Name = 0x102B;
    public const uint Vendor = 0x102C;
    public const uint DriverVersion = 0x102D;
    public const uint Version = 0x102F;
    public const uint Extensions = 0x1030;
    public const uint NativeFloatVector = 0x103A;
    public const ulong TypeCpu = 2;
    public const uint LocalMemoryIsReal = 1;

    public string Text(uint name)
    {
        nuint length;
        OpenClStatus.ThrowIfFailed(OpenClApi.clGetDeviceInfo(device, name, 0, null, &length), "clGetDeviceInfo");
        byte[] text = new byte[(int)length];
        fixed (byte* start = text)
        {
            OpenClStatus.ThrowIfFailed(OpenClApi.clGetDeviceInfo(device, name, length, start, null), "clGetDeviceInfo");
        }

        return Encoding.UTF8.GetString(text).TrimEnd('\0').Trim();
    }

    public uint UInt32(uint name) => Value<uint>(name);

    public ulong UInt64(uint name) => Value<ulong>(name);

    public nuint UIntPtr(uint name) => Value<nuint>(name);

    private T Value<T>(uint name)
        where T : unmanaged
    {
        T value;
        OpenClStatus.ThrowIfFailed(OpenClApi.clGetDeviceInfo(device, name, (nuint)sizeof(T), &value, null), "clGetDeviceInfo");
        return value;
    }
}
