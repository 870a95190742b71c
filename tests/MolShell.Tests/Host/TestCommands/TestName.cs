#nullable enable

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Made by a constructor that takes a text.</summary>
public sealed class TestName
{
    /// <summary>Makes a name.</summary>
    /// <param name="text">At least two letters.</param>
    public TestName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text.Length >= 2 ? text : throw new ArgumentException("A name has at least two letters.");
    }

    /// <summary>The name.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => "name " + Text;
}
