namespace MolShell.Compute.Paths.Movers;

/// <summary>A path that dynamics made, and what is wrong with it, if anything.</summary>
internal sealed record PathTrial(Trajectory Path, RejectionReason Reason);
