namespace Benchmarks.Forces;

/// <summary>One row of the table.</summary>
internal sealed record ForcesResult
{
    public required PreparedCase Prepared { get; init; }

    /// <summary>Threads of the processor; null for another device.</summary>
    public required int? Threads { get; init; }

    public required string Program { get; init; }

    public required Measurement Measurement { get; init; }

    /// <summary>Share of the arithmetic limit; null for another device than the processor.</summary>
    public required double? ShareOfArithmetic { get; init; }

    /// <summary>Share of the bandwidth limit; null where memory is not needed, or for another device.</summary>
    public required double? ShareOfBandwidth { get; init; }

    public double ParticleStepsPerSecond => Measurement.StepsPerSecond * Prepared.Particles;
}
