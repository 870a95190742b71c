namespace MolShell.Host.Help;

/// <summary>An example of a command.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">What to type.</param>
/// <param name="Remarks">What it does, in paragraphs.</param>
internal sealed record ExampleHelp(string Title, string Code, IReadOnlyList<string> Remarks);
