#nullable enable
using System.Globalization;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Made by Parse, or from a number by an operator.</summary>
public sealed class TestLength
{
    private TestLength(double meters) => Meters = meters;

    /// <summary>Length [m].</summary>
    public double Meters { get; }

    public static implicit operator TestLength(double meters) => new(meters);

    /// <summary>Reads a length such as 5 m.</summary>
    /// <param name="text">Text.</param>
    /// <returns>The length.</returns>
    public static TestLength Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith(" m", StringComparison.Ordinal)
            ? new TestLength(double.Parse(text[..^2], CultureInfo.InvariantCulture))
            : throw new FormatException($"'{text}' is not a length.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Meters} m");
}
