using System.Globalization;
using MolShell.Host.Console.Completion;
using MolShell.Host.Formatting;

namespace MolShell.Host.Console.Editing;

/// <summary>
/// Reads lines from a terminal: cursor keys, Home and End, Ctrl-A E B F, Ctrl-K U W, Ctrl-L, history with up and down, and tab for
/// completions.
/// </summary>
internal sealed class LineEditor(ITerminal terminal, LineHistory history, Func<string, int, CompletionSet>? complete)
{
    private LineBuffer buffer = new();
    private string prompt = "";
    private int cursorRow;

    /// <summary>Reads a line.</summary>
    /// <param name="promptText">Stands before it.</param>
    /// <param name="line">The line.</param>
    public LineEnd Read(string promptText, out string line)
    {
        using IDisposable editing = terminal.EnterEditing();
        prompt = promptText;
        buffer = new LineBuffer();
        cursorRow = 0;
        history.Rewind();
        Draw();
        LineEnd? end = null;
        while (end is null)
        {
            end = Handle(terminal.ReadKey());
        }

        buffer.MoveTo(buffer.Length);
        Draw();
        terminal.Write(end == LineEnd.Cancelled ? "^C\n" : "\n");
        line = buffer.Text;
        if (end == LineEnd.Accepted)
        {
            history.Add(line);
        }

        return end.Value;
    }

    private LineEnd? Handle(ConsoleKeyInfo key)
    {
        if (key.Key == ConsoleKey.Enter || key.KeyChar is '\r' or '\n')
        {
            return LineEnd.Accepted;
        }

        if (key.Modifiers.HasFlag(ConsoleModifiers.Control))
        {
            return HandleControl(key.Key);
        }

        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                buffer.Move(-1);
                break;
            case ConsoleKey.RightArrow:
                buffer.Move(1);
                break;
            case ConsoleKey.Home:
                buffer.MoveTo(0);
                break;
            case ConsoleKey.End:
                buffer.MoveTo(buffer.Length);
                break;
            case ConsoleKey.UpArrow:
                Recall(history.Back(buffer.Text));
                break;
            case ConsoleKey.DownArrow:
                Recall(history.Forward());
                break;
            case ConsoleKey.Backspace:
                buffer.Backspace();
                break;
            case ConsoleKey.Delete:
                buffer.Delete();
                break;
            case ConsoleKey.Escape:
                buffer.Set("");
                break;
            case ConsoleKey.Tab:
                Complete();
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    buffer.Insert(key.KeyChar.ToString());
                }

                break;
        }

        Draw();
        return null;
    }

    private LineEnd? HandleControl(ConsoleKey key)
    {
        switch (key)
        {
            case ConsoleKey.C:
                return LineEnd.Cancelled;
            case ConsoleKey.D when buffer.Length == 0:
                return LineEnd.EndOfInput;
            case ConsoleKey.D:
                buffer.Delete();
                break;
            case ConsoleKey.A:
                buffer.MoveTo(0);
                break;
            case ConsoleKey.E:
                buffer.MoveTo(buffer.Length);
                break;
            case ConsoleKey.B:
                buffer.Move(-1);
                break;
            case ConsoleKey.F:
                buffer.Move(1);
                break;
            case ConsoleKey.LeftArrow:
                buffer.MoveWordLeft();
                break;
            case ConsoleKey.RightArrow:
                buffer.MoveWordRight();
                break;
            case ConsoleKey.K:
                buffer.DeleteToEnd();
                break;
            case ConsoleKey.U:
                buffer.DeleteToStart();
                break;
            case ConsoleKey.W or ConsoleKey.Backspace:
                buffer.DeleteWordLeft();
                break;
            case ConsoleKey.H:
                buffer.Backspace();
                break;
            case ConsoleKey.P:
                Recall(history.Back(buffer.Text));
                break;
            case ConsoleKey.N:
                Recall(history.Forward());
                break;
            case ConsoleKey.L:
                terminal.Write("\u001b[H\u001b[2J");
                cursorRow = 0;
                break;
            default:
                return null;
        }

        Draw();
        return null;
    }

    private void Recall(string? line)
    {
        if (line is not null)
        {
            buffer.Set(line);
        }
    }

    /// <summary>Puts in what all completions have in common; when that is nothing new, lists them under the line.</summary>
    private void Complete()
    {
        if (complete is null)
        {
            return;
        }

        CompletionSet set = complete(buffer.Text, buffer.Position);
        if (set.Texts.Count == 0)
        {
            return;
        }

        string common = set.CommonStart;
        bool isNew = common.Length > buffer.Position - set.Start;
        if (isNew || set.Texts.Count == 1)
        {
            buffer.Replace(set.Start, buffer.Position, common);
        }

        if (set.Texts.Count > 1 && !isNew)
        {
            List(set.Texts);
        }
    }

    private void List(IReadOnlyList<string> texts)
    {
        int column = texts.Max(TextLines.Width) + 2;
        int columns = Math.Max(1, terminal.Width / column);
        int rows = (texts.Count + columns - 1) / columns;
        int position = buffer.Position;
        buffer.MoveTo(buffer.Length);
        Draw();
        terminal.Write("\n");
        for (int row = 0; row < rows; row++)
        {
            IEnumerable<string> cells = Enumerable.Range(0, columns)
                .Select(c => (c * rows) + row)
                .Where(i => i < texts.Count)
                .Select(i => texts[i].PadRight(column));
            terminal.Write(string.Concat(cells).TrimEnd() + "\n");
        }

        buffer.MoveTo(position);
        cursorRow = 0;
    }

    /// <summary>Draws prompt and line anew and puts the cursor in its place, over as many rows as they need.</summary>
    private void Draw()
    {
        int width = terminal.Width;
        string line = prompt + buffer.Text;
        int length = TextLines.Width(line);
        int place = TextLines.Width(line[..(prompt.Length + buffer.Position)]);

        // A row that is exactly full leaves the cursor on it; the next row must be begun by hand.
        string fill = length > 0 && length % width == 0 ? "\n" : "";
        int up = (length / width) - (place / width);
        terminal.Write(Up(cursorRow) + "\r\u001b[J" + line + fill + Up(up) + "\r" + Right(place % width));
        cursorRow = place / width;
    }

    private static string Up(int rows) => rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{rows}A") : "";

    private static string Right(int columns) => columns > 0 ? string.Create(CultureInfo.InvariantCulture, $"\u001b[{columns}C") : "";
}
