namespace MolShell.Compute.Numerics.Statistics;

/// <summary>The standard error of a mean as blocks of one size see it.</summary>
/// <param name="BlockSize">Values in a block.</param>
/// <param name="BlockCount">Number of blocks n_B.</param>
/// <param name="StandardError">sqrt(variance of the block means/n_B).</param>
public readonly record struct BlockLevel(int BlockSize, int BlockCount, double StandardError)
{
    /// <summary>Standard error of the standard error, for normal block means: error/sqrt(2 (n_B - 1)).</summary>
    public double Uncertainty => StandardError / Math.Sqrt(2.0 * (BlockCount - 1));
}
