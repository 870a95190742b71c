namespace MolShell.Compute.Devices.Kernels;

/// <summary>What kernels are to know of a device, and how they do best there.</summary>
public sealed record KernelProfile
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

    /// <summary>Whether it calculates in double precision.</summary>
    public required bool HasDouble { get; init; }

    /// <summary>Whether it adds 64-bit integers atomically, which fixed-point sums need.</summary>
    public required bool HasInt64Atomics { get; init; }

    /// <summary>Whether it is a processor, and a group is a loop over vector lanes.</summary>
    public required bool IsProcessor { get; init; }

    public override string ToString() => FormattableString.Invariant(
        $"groups up to {MaximumWorkGroupSize}, local memory {LocalMemory / 1024} KiB, arrays up to {MaximumAllocation / (double)(1L << 30):f1} GiB, ")
        + $"double precision {YesNo(HasDouble)}, 64-bit atomics {YesNo(HasInt64Atomics)}";

    private static string YesNo(bool value) => value ? "yes" : "no";
}
