using System.Globalization;

namespace MolShell.Host.Console;

/// <summary>What the standard streams of the process are.</summary>
/// <param name="InputIsTerminal">Someone types.</param>
/// <param name="OutputIsTerminal">Someone reads.</param>
/// <param name="ErrorIsTerminal">Someone reads the errors and the progress.</param>
/// <param name="AllowsColors">Escape sequences are welcome where someone reads.</param>
internal sealed record ConsoleTraits(bool InputIsTerminal, bool OutputIsTerminal, bool ErrorIsTerminal, bool AllowsColors)
{
    // What PowerShell takes where there is no screen.
    private const int RedirectedWidth = 80;
    private const int RedirectedHeight = 24;

    /// <summary>Width of the screen [characters]; COLUMNS or a fixed width where the output is redirected.</summary>
    public int Width => OutputIsTerminal && System.Console.WindowWidth is > 0 and var width ? width : Columns() ?? RedirectedWidth;

    /// <summary>Height of the screen [lines].</summary>
    public int Height => OutputIsTerminal && System.Console.WindowHeight is > 0 and var height ? height : RedirectedHeight;

    /// <summary>Asks the process. The environment variable NO_COLOR (no-color.org) and TERM=dumb turn colours off.</summary>
    public static ConsoleTraits Detect() => new(
        !System.Console.IsInputRedirected,
        !System.Console.IsOutputRedirected,
        !System.Console.IsErrorRedirected,
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    private static int? Columns() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns)
        && columns > 0
            ? columns
            : null;
}
