namespace MolShell.Compute.Devices.OpenCl;

/// <summary>What kernels are to know of a device, and how they do best there.</summary>
public sealed record OpenClProfile
{
    /// <summary>Whether local memory is real, so that staging data in it (tiling) is faster than reading it again from the cache.</summary>
    public required bool UsesTiles { get; init; }

    /// <summary>Work items of a group where the kernel does not say otherwise.</summary>
    public required int WorkGroupSize { get; init; }

    /// <summary>Largest number of work items of a group.</summary>
    public required int MaximumWorkGroupSize { get; init; }

    /// <summary>Local memory of a group [byte].</summary>
    public required long LocalMemory { get; init; }

    /// <summary>Largest single array [byte].</summary>
    public required long MaximumAllocation { get; init; }

    /// <summary>Whether it calculates in double precision (cl_khr_fp64).</summary>
    public required bool HasDouble { get; init; }

    /// <summary>Whether it adds 64-bit integers atomically (cl_khr_int64_base_atomics), which fixed-point sums need.</summary>
    public required bool HasInt64Atomics { get; init; }

    /// <summary>Whether it is a processor, and a group is a loop over vector lanes.</summary>
    public required bool IsProcessor { get; init; }

    public override string ToString() => FormattableString.Invariant(
        $"groups up to {MaximumWorkGroupSize}, local memory {LocalMemory / 1024} KiB, arrays up to {MaximumAllocation / (double)(1L << 30):f1} GiB, ")
        + $"double precision {YesNo(HasDouble)}, 64-bit atomics {YesNo(HasInt64Atomics)}";

    private static string YesNo(bool value) => value ? "yes" : "no";

    internal static OpenClProfile Read(OpenClDeviceQuery query)
    {
        HashSet<string> extensions = [.. query.Text(OpenClDeviceQuery.Extensions).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        bool isProcessor = (query.UInt64(OpenClDeviceQuery.Type) & OpenClDeviceQuery.TypeCpu) != 0;
        int largest = (int)Math.Min(int.MaxValue, query.UIntPtr(OpenClDeviceQuery.MaximumWorkGroupSize));
        return new OpenClProfile
        {
            UsesTiles = !isProcessor && query.UInt32(OpenClDeviceQuery.LocalMemoryType) == OpenClDeviceQuery.LocalMemoryIsReal,
            WorkGroupSize = Math.Min(isProcessor ? 64 : 128, largest),
            MaximumWorkGroupSize = largest,
            LocalMemory = (long)query.UInt64(OpenClDeviceQuery.LocalMemorySize),
            MaximumAllocation = (long)Math.Min(long.MaxValue, query.UInt64(OpenClDeviceQuery.MaximumAllocation)),
            HasDouble = extensions.Contains("cl_khr_fp64"),
            HasInt64Atomics = extensions.Contains("cl_khr_int64_base_atomics"),
            IsProcessor = isProcessor,
        };
    }
}
