#nullable enable

namespace MolShell.Tests.Host.TestCommands;

/// <summary>An object with properties to bind by name.</summary>
public sealed class TestPerson
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Age [years].</summary>
    public int Age { get; set; }

    /// <summary>Always throws.</summary>
    public string Faulty => throw new InvalidOperationException("This property always throws.");

    /// <inheritdoc/>
    public override string ToString() => Name ?? "nobody";
}
