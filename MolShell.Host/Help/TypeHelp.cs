namespace MolShell.Host.Help;

/// <summary>A type that a command takes or writes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, in paragraphs.</param>
internal sealed record TypeHelp(string Name, IReadOnlyList<string> Description);
