using System.Globalization;

namespace MolShell.Compute.Paths;

/// <summary>How paths are sampled, besides what.</summary>
public sealed record PathSamplingOptions
{
    /// <summary>Longest path [frames]; trials that would be longer are rejected. Part of the definition of what is sampled.</summary>
    public int MaximumLength
    {
        get;
        init => field = value >= 3 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"The maximum path length is at least 3 frames, not {value}."));
    } = 100_000;

    /// <summary>
    /// Gives a trial up as soon as its length makes acceptance impossible. It saves time and changes nothing in the sampled paths;
    /// lengths of rejected trials are then lower and their acceptance probabilities upper bounds.
    /// </summary>
    public bool EarlyRejection { get; init; } = true;

    /// <summary>
    /// Exchanges replicas infinitely often in place of the exchange moves of the scheme: each step's samples are all paths in all ensembles
    /// that they are members of, with weights.
    /// </summary>
    public bool InfiniteSwapping { get; init; }

    /// <summary>
    /// Number of moves that are made at the same time. The steps are the same for any number, but with infinite swapping, where they come in
    /// the order in which moves end.
    /// </summary>
    public int Workers
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"There is at least 1 worker, not {value}."));
    } = 1;

    /// <summary>What becomes of a trial whose dynamics failed, after <see cref="Retries"/>.</summary>
    public FailureAction OnFailure { get; init; } = FailureAction.Stop;

    /// <summary>How often a trial whose dynamics failed is made again, with other noise.</summary>
    public int Retries
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"A trial is made again 0 times or more, not {value}."));
    }
}
