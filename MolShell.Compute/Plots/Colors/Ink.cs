namespace MolShell.Compute.Plots.Colors;

/// <summary>A terminal colour: exact where the terminal can, else one of the 16 by its SGR code (30-37, 90-97).</summary>
internal readonly record struct Ink(Rgb Color, int Ansi16);
