namespace MolShell.Host.Formatting;

internal enum FormatKind
{
    /// <summary>What the object's view says, or what its number of properties suggests.</summary>
    Default,
    Table,
    List,
}
