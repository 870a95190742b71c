using System.Globalization;
using System.Management.Automation;

namespace MolShell.Host.Console;

/// <summary>Escape sequences for the sixteen colours of the console.</summary>
internal static class ConsoleColors
{
    private const int Foreground = 30;
    private const int Background = 40;
    private const int Bright = 60;

    // The bits of ConsoleColor are blue, green, red and bright; those of ANSI red, green and blue.
    private static readonly int[] AnsiOrder = [0, 4, 2, 6, 1, 5, 3, 7];

    /// <summary>The text of Write-Host in its colours.</summary>
    public static string Paint(HostInformationMessage message)
    {
        string?[] both = [Code(message.ForegroundColor, Foreground), Code(message.BackgroundColor, Background)];
        string codes = string.Join(';', both.OfType<string>());
        return codes.Length == 0 ? message.Message ?? "" : $"\u001b[{codes}m{message.Message}\u001b[0m";
    }

    private static string? Code(ConsoleColor? color, int layer)
    {
        const int brightBit = 8;
        return color is { } c
            ? (layer + AnsiOrder[(int)c % brightBit] + ((int)c >= brightBit ? Bright : 0)).ToString(CultureInfo.InvariantCulture)
            : null;
    }
}
