namespace Benchmarks.Forces;

/// <summary>How fast a program ran a case.</summary>
/// <param name="StepsPerSecond">Steps per second of wall time; of one-particle systems, of all replicas together.</param>
/// <param name="PeakMemory">Largest resident memory of all its processes [bytes]; null where the operating system does not tell.</param>
internal readonly record struct Measurement(double StepsPerSecond, long? PeakMemory)
{
    /// <summary>Change of the total energy per particle and unit of time from start to end [epsilon/tau]; null with a thermostat.</summary>
    public double? EnergyDrift { get; init; }

    /// <summary>Memory that the run holds besides and in its neighbour lists, per particle [bytes]; only MolShell tells.</summary>
    public (double State, double Lists)? MemoryPerParticle { get; init; }

    /// <summary>Middle one of several durations.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
