namespace MolShell.Compute.IO.Text;

/// <summary>The begin of a line in a text.</summary>
/// <param name="Byte">Bytes before it.</param>
/// <param name="Line">Lines before it.</param>
public readonly record struct TextPlace(long Byte, long Line);
