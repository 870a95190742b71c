using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>What all frames of a run file have in common.</summary>
internal sealed record FrameShape(Topology Topology, Box Box, UnitSystem Units);
