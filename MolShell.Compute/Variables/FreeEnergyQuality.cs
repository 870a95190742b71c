namespace MolShell.Compute.Variables;

/// <summary>How much a free-energy estimate rests on.</summary>
/// <param name="SampleCount">Values seen.</param>
/// <param name="EffectiveSampleCount">Independent values they are worth: (sum w)^2/(sum w^2)/(2 tau).</param>
/// <param name="CorrelationTime">Integrated autocorrelation time tau of the slowest variable [samples].</param>
/// <param name="BlockCount">Blocks that the errors come from.</param>
/// <param name="IsConverged">False where blocks are too few or not much longer than tau, so that errors are too small.</param>
public sealed record FreeEnergyQuality(
    int SampleCount, double EffectiveSampleCount, double CorrelationTime, int BlockCount, bool IsConverged)
{
    public override string ToString() => FormattableString.Invariant(
        $"{SampleCount} values, {EffectiveSampleCount:g3} independent, {BlockCount} blocks{(IsConverged ? string.Empty : ", errors too small")}");
}
