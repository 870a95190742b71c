using MolShell.Compute.Devices;
using MolShell.Compute.Forces.Pair.Clusters;

namespace MolShell.Compute.Forces;

/// <summary>How forces are computed.</summary>
public sealed record ForceFieldOptions
{
    /// <summary>Precision of pair forces.</summary>
    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>Where; null is one thread of this processor.</summary>
    public IDevice? Device { get; init; }

    /// <summary>Width of the registers to use [bit]: 512, 256, 128, or 0 for single numbers; for tests.</summary>
    internal int RegisterWidth { get; init; } = ClusterKernel.BestWidth;
}
