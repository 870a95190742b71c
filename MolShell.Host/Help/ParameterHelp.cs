namespace MolShell.Host.Help;

/// <summary>The help of one parameter.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; empty for a switch.</param>
/// <param name="Description">What it is, in paragraphs.</param>
/// <param name="Attributes">Whether it is required, and so on: labels and values as they are shown.</param>
internal sealed record ParameterHelp(
    string Name, string Type, IReadOnlyList<string> Description, IReadOnlyList<KeyValuePair<string, string>> Attributes)
{
    /// <summary>How it is written.</summary>
    public string Usage => Type.Length == 0 ? "-" + Name : $"-{Name} <{Type}>";
}
