using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>Steps of path sampling whose paths are told, not sampled: only their summaries matter.</summary>
internal static class SyntheticRun
{
    private static readonly Trajectory Any = Model.Path("0 2 0");

    /// <summary>From A over 1, 3 and 5 to B, with a minus ensemble; a frame takes 0.5 ps.</summary>
    public static PathRunInfo Tis { get; } = InfoOf(PathNetwork.Tis(new InterfaceSet(Model.A, [1.0, 3, 5]), Model.B));

    public static PathRunInfo InfoOf(PathNetwork network) => new() { Network = network.Summarize(), FrameInterval = 0.5, TimeUnit = "ps" };

    public static SampledPath Path(string ensemble, int length, int initial, int final, double progress, double weight = 1) => new()
    {
        Ensemble = ensemble,
        Replica = 0,
        Weight = weight,
        Summary = new PathSummary(length) { InitialState = initial, FinalState = final, Progress = progress },
        Trajectory = Any,
    };

    public static SampledPath Minus(string ensemble, int inside, int outside, double weight = 1) => new()
    {
        Ensemble = ensemble,
        Replica = 0,
        Weight = weight,
        Summary = new PathSummary(inside + outside + 1) { InitialState = 0, FinalState = 0, Inside = inside, Outside = outside },
        Trajectory = Any,
    };

    public static PathStep Step(PathRunInfo run, long step, params SampledPath[] samples) => new()
    {
        Step = step,
        Mover = "Told",
        Ensemble = samples[0].Ensemble,
        Accepted = true,
        AcceptanceProbability = 1,
        Reason = RejectionReason.None,
        TrialLength = 3,
        Trajectory = Any,
        Samples = samples,
        Run = run,
    };

    public static TransitionRateEstimate Measure(
        PathRunInfo run, IEnumerable<SampledPath[]> steps, RateOptions? options = null, long skip = 0)
    {
        TransitionRateAccumulator accumulator = new(run, skip, options);
        long number = 0;
        foreach (SampledPath[] samples in steps)
        {
            accumulator.Add(Step(run, ++number, samples));
        }

        return accumulator.ToEstimate();
    }
}
