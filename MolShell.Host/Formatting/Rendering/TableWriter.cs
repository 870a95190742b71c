using System.Text;
using MolShell.Host.Formatting.Packets;

namespace MolShell.Host.Formatting.Rendering;

/// <summary>Draws the rows of one group of a table.</summary>
internal sealed class TableWriter
{
    private const int LeastScreen = 5;
    private const char Escape = '\u001b';

    private readonly TableShape shape;
    private readonly TextStyle style;
    private readonly Action<string> writeLine;
    private readonly int[] widths;
    private readonly bool hidden;

    public TableWriter(TableShape shape, int[] columnWidths, int screenWidth, TextStyle style, Action<string> writeLine)
    {
        this.shape = shape;
        this.style = style;
        this.writeLine = writeLine;
        widths = columnWidths;
        ColumnWidths.Fit(widths, screenWidth);
        hidden = screenWidth < LeastScreen || Array.TrueForAll(widths, w => w < 1);
    }

    public void WriteHeader()
    {
        if (shape.HideHeaders || hidden)
        {
            return;
        }

        string[] labels = [.. shape.Columns.Select(c => c.Label)];
        WriteWrapped(labels, isHeader: true);
        writeLine(Row([.. labels.Select(Mark)], isHeader: true));
    }

    private string Mark(string label, int column) =>
        new('-', Math.Max(0, label.Length == 0 ? widths[column] : Math.Min(widths[column], TextLines.Width(label))));

    public void WriteRow(IReadOnlyList<string> values, bool wrap)
    {
        if (hidden)
        {
            return;
        }

        if (wrap)
        {
            WriteWrapped(values, isHeader: false);
        }
        else
        {
            writeLine(Row(values, isHeader: false));
        }
    }

    private string Row(IReadOnlyList<string> values, bool isHeader)
    {
        StringBuilder row = new();
        for (int i = 0; i < widths.Length; i++)
        {
            if (widths[i] < 1)
            {
                continue;
            }

            row.Append(i > 0 ? " " : "");
            string field = Field(values[i], widths[i], shape.Columns[i].Alignment, pad: i < widths.Length - 1);
            row.Append(isHeader ? style.Header : "").Append(field);
            bool open = field.Contains(Escape, StringComparison.Ordinal) && !field.TrimEnd().EndsWith(style.Reset, StringComparison.Ordinal);
            row.Append(isHeader || open ? style.Reset : "");
        }

        return row.ToString();
    }

    /// <summary>A row whose values go on over as many lines as they need.</summary>
    private void WriteWrapped(IReadOnlyList<string> values, bool isHeader)
    {
        int[] columns = [.. Enumerable.Range(0, widths.Length).Where(i => widths[i] > 0)];
        List<string>[] cells = [.. columns.Select((column, index) => Cell(values[column], column, isLast: index == columns.Length - 1))];
        int height = cells.Max(c => c.Count);
        for (int line = 0; line < height; line++)
        {
            int last = Array.FindLastIndex(cells, c => c.Count > line);
            StringBuilder row = new();
            for (int i = 0; i <= last; i++)
            {
                string value = (i > 0 ? " " : "") + (line < cells[i].Count ? cells[i][line] : new string(' ', widths[columns[i]]));
                value = i == last && height > 1 ? value.TrimEnd() : value;
                row.Append(isHeader ? Styled(value, columns[i]) : value);
            }

            writeLine(row.ToString());
        }
    }

    /// <summary>A header with its style; the blank before it is styled too when it names a property, as in PowerShell.</summary>
    private string Styled(string value, int column)
    {
        if (shape.Columns[column].IsProperty)
        {
            return style.Header + value + style.Reset;
        }

        int start = column > 0 && value.Length > 0 ? 1 : 0;
        return value.Length == 0 ? style.Reset : value[..start] + style.LabelHeader + value[start..] + style.Reset;
    }

    private List<string> Cell(string value, int column, bool isLast)
    {
        Alignment alignment = shape.Columns[column].Alignment;
        List<string> lines = TextLines.Wrap(value, widths[column]);
        for (int i = 0; i < lines.Count; i++)
        {
            if ((!isLast || alignment != Alignment.Left) && TextLines.Width(lines[i]) < widths[column])
            {
                lines[i] = Field(lines[i], widths[column], alignment, pad: !isLast);
            }
        }

        return lines;
    }

    /// <summary>A value in its column: padded, or cut with an ellipsis.</summary>
    private static string Field(string value, int width, Alignment alignment, bool pad)
    {
        string text = TextLines.FirstLine(value);
        int length = TextLines.Width(text);
        if (length > width)
        {
            text = Shorten(text, width, alignment);
            length = TextLines.Width(text);
        }

        int missing = width - length;
        return alignment switch
        {
            Alignment.Right => new string(' ', missing) + text,
            Alignment.Center => new string(' ', missing / 2) + text + new string(' ', pad ? missing - (missing / 2) : 0),
            _ => text + new string(' ', pad ? missing : 0),
        };
    }

    private static string Shorten(string text, int width, Alignment alignment)
    {
        int room = width - 1;
        return (alignment, room) switch
        {
            (Alignment.Right, > 0) => ValueText.Ellipsis + TextLines.Tail(text, room),
            (Alignment.Right, _) => TextLines.Tail(text, width),
            (_, > 0) => TextLines.Head(text, room) + ValueText.Ellipsis,
            _ => TextLines.Head(text, width),
        };
    }
}
