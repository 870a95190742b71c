#nullable enable

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Flags.</summary>
[Flags]
public enum TestFlags
{
    None = 0,
    First = 1,
    Second = 2,
    Third = 4,
}
