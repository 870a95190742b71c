using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>A path among those that swap, with what it is to each ensemble.</summary>
internal sealed class SwapPath
{
    private readonly SampledPath?[] records;

    /// <param name="ensembles">The ensembles that swap, in their order.</param>
    /// <param name="replica">Number of the replica.</param>
    /// <param name="path">The path; a member of at least one of the ensembles.</param>
    public SwapPath(ImmutableArray<PathEnsemble> ensembles, int replica, Trajectory path)
    {
        Replica = replica;
        Path = path;
        Weights = new double[ensembles.Length];
        records = new SampledPath?[ensembles.Length];
        for (int i = 0; i < Weights.Length; i++)
        {
            PathEnsemble ensemble = ensembles[i];
            if (ensemble.Contains(path))
            {
                Weights[i] = 1;
                records[i] = SampleSet.ToRecord(new PathSample(ensemble, path, replica));
            }
        }
    }

    public int Replica { get; }

    public Trajectory Path { get; }

    /// <summary>Weight in each ensemble; 0 where the path is no member.</summary>
    public double[] Weights { get; }

    /// <summary>The record of the path in an ensemble that it is a member of.</summary>
    public SampledPath Record(int ensemble) => records[ensemble]!;

    /// <summary>The record of the path in an ensemble, with those in all others.</summary>
    public SampledPath FullRecord(int ensemble) => Record(ensemble) with { Memberships = [.. records.Where(r => r is not null).Select(r => r!)] };
}
