using System.Globalization;
using System.Text;
using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>Cells to text with SGR escape sequences (ECMA-48), changing colour only where it changes.</summary>
internal static class AnsiLine
{
    private const string Reset = "\e[0m";

    public static string Encode(ReadOnlySpan<Cell> cells, ColorDepth colors)
    {
        int length = cells.Length;
        while (length > 0 && cells[length - 1].IsEmpty)
        {
            length--;
        }

        StringBuilder text = new(length);
        string current = "";
        foreach (Cell cell in cells[..length])
        {
            string wanted = Codes(cell, colors);
            if (wanted != current)
            {
                text.Append(current.Length > 0 ? Reset : "").Append(wanted.Length > 0 ? $"\e[{wanted}m" : "");
                current = wanted;
            }

            text.Append(cell.Glyph);
        }

        return text.Append(current.Length > 0 ? Reset : "").ToString();
    }

    private static string Codes(Cell cell, ColorDepth colors)
    {
        string foreground = cell.Foreground is { } f && cell.Glyph != ' ' ? Code(f, colors, background: false) : "";
        string background = cell.Background is { } b ? Code(b, colors, background: true) : "";
        return foreground.Length > 0 && background.Length > 0 ? $"{foreground};{background}" : foreground + background;
    }

    private static string Code(Ink ink, ColorDepth colors, bool background) => colors switch
    {
        ColorDepth.Ansi16 => (ink.Ansi16 + (background ? 10 : 0)).ToString(CultureInfo.InvariantCulture),
        ColorDepth.Ansi256 => string.Create(CultureInfo.InvariantCulture, $"{(background ? 48 : 38)};5;{Nearest256(ink.Color)}"),
        ColorDepth.TrueColor => string.Create(
            CultureInfo.InvariantCulture, $"{(background ? 48 : 38)};2;{ink.Color.R};{ink.Color.G};{ink.Color.B}"),
        _ => "",
    };

    /// <summary>The nearest of the 6 x 6 x 6 cube (16-231) and the 24 greys (232-255), whose values are fixed by xterm.</summary>
    private static int Nearest256(Rgb color)
    {
        (int r, int g, int b) = (Level(color.R), Level(color.G), Level(color.B));
        int cube = Distance(color, Intensity(r), Intensity(g), Intensity(b));
        int grey = Math.Clamp((int)Math.Round(((color.R + color.G + color.B) / 3.0 - 8) / 10), 0, 23);
        int value = 8 + (10 * grey);
        return Distance(color, value, value, value) < cube ? 232 + grey : 16 + (36 * r) + (6 * g) + b;
    }

    private static int Level(byte channel) => channel < 48 ? 0 : channel < 115 ? 1 : (channel - 35) / 40;

    private static int Intensity(int level) => level == 0 ? 0 : 55 + (40 * level);

    private static int Distance(Rgb c, int r, int g, int b) =>
        ((c.R - r) * (c.R - r)) + ((c.G - g) * (c.G - g)) + ((c.B - b) * (c.B - b));
}
