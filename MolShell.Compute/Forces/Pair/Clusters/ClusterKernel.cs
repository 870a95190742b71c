namespace MolShell.Compute.Forces.Pair.Clusters;

/// <summary>The loop over tiles of pairs of one potential, in some precision and register width.</summary>
internal abstract class ClusterKernel
{
    /// <summary>Follows the particles to their slots, and sets how close pairs may come; before the threads start.</summary>
    public abstract void Prepare(ForceQuantum quantum);

    /// <summary>Finds the tiles of the groups in clusters <paramref name="from"/> to <paramref name="to"/> - 1.</summary>
    public abstract void Search(ClusterSearch search, ClusterPairs pairs, int from, int to);

    /// <summary>Takes over the tiles that have particles within a range [length].</summary>
    public abstract void Prune(ClusterPairs pairs, ClusterPairs kept, double range);

    /// <summary>Adds up forces, and energy and virial where wanted.</summary>
    public abstract void Evaluate(ClusterPairs pairs, ForceSum sum);

    /// <summary>The width of registers to use [bit]: the widest of this processor.</summary>
    public static int BestWidth =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256
        : System.Runtime.Intrinsics.Vector128.IsHardwareAccelerated ? 128
        : 0;
}
