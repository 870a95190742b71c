using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;

namespace MolShell.Compute.Paths.Movers;

/// <summary>Tries a move, again where the dynamics of its trial failed, as the options of the run say.</summary>
internal static class MoveAttempts
{
    /// <exception cref="SimulationException">The dynamics failed, and that ends the run.</exception>
    public static MoveOutcome Try(PathMover mover, SampleSet active, MoveContext context, PathSamplingOptions options)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return mover.Move(active, attempt == 0 ? context : context.Again(attempt));
            }
            catch (SimulationException fault)
                when (attempt < options.Retries && fault is not FrameLimitException { Action: FrameLimitAction.Fail })
            {
                // Tried again with other noise.
            }
            catch (SimulationException) when (options.OnFailure == FailureAction.Reject)
            {
                return new MoveOutcome
                {
                    Reason = RejectionReason.EngineFailure,
                    AcceptanceProbability = 0,
                    Trial = Trajectory.FromFrames([]),
                    Changes = [],
                };
            }
        }
    }
}
