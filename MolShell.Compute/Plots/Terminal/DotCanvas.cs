
using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>
/// Dots finer than a character: 2 x 4 a cell in braille, 1 x 2 in ASCII. Coordinates are in cells from the top left corner;
/// dots outside are dropped.
/// </summary>
internal sealed class DotCanvas(int width, int height, bool ascii)
{
    /// <summary>Bits of the braille dots (U+2800 + bits), by column, then row.</summary>
    private static readonly byte[] BrailleBits = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];

    private static readonly char[] AsciiGlyphs = [' ', '\'', '.', ':'];

    private readonly byte[] bits = new byte[width * height];
    private readonly Pen[] pens = new Pen[width * height];
    private readonly int dotsAcross = ascii ? 1 : 2;
    private readonly int dotsDown = ascii ? 2 : 4;

    /// <summary>A straight line, clipped to the canvas.</summary>
    /// <param name="from">Start [cells].</param>
    /// <param name="to">End [cells].</param>
    /// <param name="pen">Colour, sign and dashes.</param>
    /// <param name="phase">Dots drawn so far, for dashes that go on over corners.</param>
    /// <returns>The phase for the next line.</returns>
    public int Line((double X, double Y) from, (double X, double Y) to, Pen pen, int phase = 0)
    {
        if (!Segment.TryClip(ref from, ref to, width, height))
        {
            return phase;
        }

        (int x0, int y0) = Dot(from);
        (int x1, int y1) = Dot(to);
        int steps = Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0));
        for (int i = 0; i <= steps; i++)
        {
            double t = steps == 0 ? 0 : (double)i / steps;
            if (pen.IsDown(phase + i))
            {
                Set(x0 + (int)Math.Round((x1 - x0) * t), y0 + (int)Math.Round((y1 - y0) * t), pen);
            }
        }

        return phase + Math.Max(1, steps);
    }

    public void Point((double X, double Y) at, Pen pen)
    {
        (int x, int y) = ((int)Math.Floor(at.X * dotsAcross), (int)Math.Floor(at.Y * dotsDown));
        Set(x == width * dotsAcross && at.X <= width ? x - 1 : x, y == height * dotsDown && at.Y <= height ? y - 1 : y, pen);
    }

    /// <summary>Lays the dots over <paramref name="canvas"/>; what stands below shines through as the background colour.</summary>
    public void DrawOn(TextCanvas canvas, int left, int top)
    {
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int i = (row * width) + column;
                if (bits[i] != 0)
                {
                    char glyph = ascii ? pens[i].Sign ?? AsciiGlyphs[bits[i]] : (char)(0x2800 + bits[i]);
                    canvas[left + column, top + row] = Overlay.Over(canvas[left + column, top + row], glyph, pens[i].Ink);
                }
            }
        }
    }

    private (int X, int Y) Dot((double X, double Y) at) => (
        Math.Clamp((int)Math.Floor(at.X * dotsAcross), 0, (width * dotsAcross) - 1),
        Math.Clamp((int)Math.Floor(at.Y * dotsDown), 0, (height * dotsDown) - 1));

    private void Set(int x, int y, Pen pen)
    {
        if (x < 0 || x >= width * dotsAcross || y < 0 || y >= height * dotsDown)
        {
            return;
        }

        int cell = (y / dotsDown * width) + (x / dotsAcross);
        bits[cell] |= ascii ? (byte)(1 << (y % 2)) : BrailleBits[(x % 2 * 4) + (y % 4)];
        pens[cell] = pen;
    }
}
