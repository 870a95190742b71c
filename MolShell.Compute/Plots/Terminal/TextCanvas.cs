using MolShell.Compute.Plots.Colors;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>A grid of characters with colours, row 0 at the top. What is put outside is dropped.</summary>
internal sealed class TextCanvas(int width, int height)
{
    private readonly Cell[] cells = Enumerable.Repeat(Cell.Empty, width * height).ToArray();

    public int Width => width;

    public int Height => height;

    public Cell this[int column, int row]
    {
        get => Contains(column, row) ? cells[(row * width) + column] : Cell.Empty;
        set
        {
            if (Contains(column, row))
            {
                cells[(row * width) + column] = value;
            }
        }
    }

    public void Put(int column, int row, char glyph, Ink? ink = null) => this[column, row] = new Cell(glyph, ink, null);

    public void Write(int column, int row, string text, Ink? ink = null)
    {
        for (int i = 0; i < text.Length; i++)
        {
            Put(column + i, row, text[i], ink);
        }
    }

    /// <summary>The rows as text, without trailing blanks, with SGR sequences where <paramref name="colors"/> allows any.</summary>
    public string[] ToLines(ColorDepth colors)
    {
        string[] lines = new string[height];
        for (int row = 0; row < height; row++)
        {
            lines[row] = AnsiLine.Encode(cells.AsSpan(row * width, width), colors);
        }

        return lines;
    }

    private bool Contains(int column, int row) => column >= 0 && column < width && row >= 0 && row < height;
}
