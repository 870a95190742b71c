using MolShell.Compute.Paths.Movers;

namespace MolShell.Compute.Paths.Swapping;

/// <summary>A move under way: its mover, and the ensembles and replicas that nothing else touches meanwhile.</summary>
/// <param name="Number">Number of the move in the order of beginning; names its random numbers and the frames it makes.</param>
/// <param name="Mover">The mover.</param>
/// <param name="Samples">The ensembles of the mover with the paths drawn for them.</param>
internal sealed record SwapMove(long Number, PathMover Mover, SampleSet Samples);
