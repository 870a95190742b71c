#nullable enable
using System.Globalization;

namespace MolShell.Tests.Host.TestCommands;

/// <summary>Made from the settable properties of a hashtable.</summary>
public class TestPoint
{
    /// <summary>Abscissa.</summary>
    public double X { get; set; }

    /// <summary>Ordinate.</summary>
    public int Y { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X}; {Y})");
}
