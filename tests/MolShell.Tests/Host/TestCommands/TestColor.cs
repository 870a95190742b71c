#nullable enable

namespace MolShell.Tests.Host.TestCommands;

/// <summary>A closed set of values.</summary>
public enum TestColor
{
    None,
    Red,
    Green,
    Greenish,
    Blue,
}
