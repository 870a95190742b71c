using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>
/// Flux, crossing probabilities, ends and rates of the double-well dimer in its fluid of 64 particles, against a long run of another program with
/// 110 transitions each way. The fluid remembers for longer than most paths last, and one run knows few independent states of it: 16 runs of 6000 steps
/// scatter 1.4 times as much as their block errors tell. So there are many runs, each from paths drawn from plain dynamics. From
/// the first crossing of each alone, reversed for ensembles of B, four runs of 20,000 steps still found 3 and 4 times the rate from B to A.
/// </summary>
[Trait("Category", "Validation")]
public class DimerRateTests
{
    [Fact]
    public void Dynamics() => RateSampling.CheckDynamics(RateModels.Dimer(64), 1_000_000, runs: 4);

    [Fact]
    public void ReplicaExchange() => RateSampling.Check(RateModels.Dimer(64), SamplingScheme.Retis, 6000, runs: 16);
}
