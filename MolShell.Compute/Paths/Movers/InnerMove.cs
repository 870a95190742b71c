namespace MolShell.Compute.Paths.Movers;

/// <summary>One of the moves that a step was made of. Run files keep the step as a whole only.</summary>
/// <param name="Mover">Name of the mover.</param>
/// <param name="Ensemble">Name of its first ensemble.</param>
/// <param name="Accepted">Whether it was accepted; where a later move of a sequence failed, it may have been taken back.</param>
/// <param name="AcceptanceProbability">Probability that the trial is accepted.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="TrialLength">Length of the trial [frames].</param>
/// <param name="ShootingFrame">Index of the shooting point; null for moves without one.</param>
/// <param name="Direction">Direction of time in which the trial was made; null for moves without dynamics.</param>
public sealed record InnerMove(
    string Mover,
    string Ensemble,
    bool Accepted,
    double AcceptanceProbability,
    RejectionReason Reason,
    int TrialLength,
    int? ShootingFrame,
    PathDirection? Direction)
{
    public override string ToString() => $"{Mover} in {Ensemble}: {(Accepted ? "accepted" : Reason)}";

    internal static InnerMove Of(PathMover mover, MoveOutcome outcome) => new(
        mover.Name,
        mover.Ensembles[0].Name,
        outcome.Accepted,
        outcome.AcceptanceProbability,
        outcome.Reason,
        outcome.Trial.Count,
        outcome.ShootingFrame,
        outcome.Direction);
}
