namespace MolShell.Compute.Plots.Scales;

/// <summary>A labelled mark on an axis.</summary>
internal readonly record struct Tick(double Value, string Label);
