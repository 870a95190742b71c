namespace MolShell.Host.Formatting;

/// <summary>Where a value stands in its column.</summary>
internal enum Alignment
{
    Left,
    Center,
    Right,
}
