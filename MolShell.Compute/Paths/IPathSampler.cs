namespace MolShell.Compute.Paths;

/// <summary>A run of path sampling under way: a stream of steps.</summary>
public interface IPathSampler
{
    /// <summary>Number of steps made.</summary>
    long Step { get; }

    /// <summary>The active paths.</summary>
    SampleSet Active { get; }

    /// <summary>Records of the active paths, as run files begin with.</summary>
    IReadOnlyList<SampledPath> ToRecords();

    /// <summary>Makes steps, one each time the enumeration asks for one.</summary>
    /// <param name="steps">Number of further steps.</param>
    /// <param name="cancellation">Stops the run; what is under way is then not made.</param>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    IEnumerable<PathStep> Run(long steps, CancellationToken cancellation = default);
}
