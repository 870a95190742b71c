namespace MolShell.Host.Help;

/// <summary>One line of a list of help topics.</summary>
/// <param name="Name">What to ask for.</param>
/// <param name="Category">Cmdlet or HelpFile.</param>
/// <param name="Module">The module it comes from.</param>
/// <param name="Synopsis">What it is about.</param>
public sealed record HelpTopic(string Name, string Category, string Module, string Synopsis);
