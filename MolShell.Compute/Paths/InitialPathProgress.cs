namespace MolShell.Compute.Paths;

/// <summary>How far the search for an initial path is.</summary>
/// <param name="Attempt">Number of the run, from 1.</param>
/// <param name="TemperatureFactor">Temperature of the run over that of sampling.</param>
/// <param name="Frames">Frames of this run so far.</param>
/// <param name="Found">Names of the states found so far in this run.</param>
/// <param name="Missing">Names of the states not yet found.</param>
public sealed record InitialPathProgress(
    int Attempt, double TemperatureFactor, int Frames, IReadOnlyList<string> Found, IReadOnlyList<string> Missing);
