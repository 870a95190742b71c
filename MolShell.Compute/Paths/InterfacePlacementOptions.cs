using System.Globalization;

namespace MolShell.Compute.Paths;

/// <summary>How interfaces are placed.</summary>
public sealed record InterfacePlacementOptions
{
    /// <summary>Wanted probability to reach an interface from the one before, between 0 and 1.</summary>
    public double CrossingProbability
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"A crossing probability is between 0 and 1, not {value}."));
    } = 0.3;

    /// <summary>Number of excursions from the state that place the second interface, at least 10.</summary>
    public int Excursions
    {
        get;
        init => field = value >= 10 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"At least 10 excursions place an interface, not {value}."));
    } = 200;

    /// <summary>Number of path sampling steps at each interface that place the next one, at least 10.</summary>
    public int Steps
    {
        get;
        init => field = value >= 10 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), string.Create(CultureInfo.InvariantCulture, $"At least 10 steps place an interface, not {value}."));
    } = 1000;

    /// <summary>Greatest number of interfaces.</summary>
    public int MaximumCount { get; init; } = 50;

    /// <summary>Longest run of plain dynamics in search of excursions [frames].</summary>
    public long MaximumFrames { get; init; } = 10_000_000;

    /// <summary>Longest path [frames].</summary>
    public int MaximumLength { get; init; } = 100_000;

    /// <summary>Seed of all random numbers.</summary>
    public ulong Seed { get; init; }
}
