using System.Text;
using MolShell.Host.Console.Editing;

namespace MolShell.Tests.Host.Console;

/// <summary>A terminal with keys to come, which keeps what it would show: text, and the escape sequences the editor uses.</summary>
internal sealed class FakeTerminal(int width) : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> keys = [];
    private readonly List<StringBuilder> rows = [new()];
    private int row;
    private int column;
    private bool pendingWrap;

    public int Width => width;

    public int EditingDepth { get; private set; }

    /// <summary>The rows of the screen, without blanks at their ends.</summary>
    public IReadOnlyList<string> Rows => [.. rows.Select(r => r.ToString().TrimEnd())];

    public (int Row, int Column) Cursor => (row, column);

    public FakeTerminal Type(string text)
    {
        foreach (char c in text)
        {
            (char typed, ConsoleKey key) = c == '\n' ? ('\r', ConsoleKey.Enter) : (c, ConsoleKey.None);
            keys.Enqueue(new ConsoleKeyInfo(typed, key, false, false, false));
        }

        return this;
    }

    public FakeTerminal Press(params ConsoleKey[] pressed)
    {
        foreach (ConsoleKey key in pressed)
        {
            keys.Enqueue(new ConsoleKeyInfo('\0', key, false, false, false));
        }

        return this;
    }

    public FakeTerminal Control(params ConsoleKey[] pressed)
    {
        foreach (ConsoleKey key in pressed)
        {
            keys.Enqueue(new ConsoleKeyInfo('\u0001', key, false, false, true));
        }

        return this;
    }

    public ConsoleKeyInfo ReadKey() => keys.Dequeue();

    public IDisposable EnterEditing()
    {
        EditingDepth++;
        return new Leave(this);
    }

    public void Write(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b')
            {
                int end = i + 2;
                while (!char.IsLetter(text[end]))
                {
                    end++;
                }

                Escape(text[end], int.TryParse(text[(i + 2)..end], out int count) ? count : 1);
                i = end;
            }
            else if (text[i] == '\n')
            {
                GoTo(row + 1, 0);
            }
            else if (text[i] == '\r')
            {
                GoTo(row, 0);
            }
            else
            {
                Put(text[i]);
            }
        }
    }

    private void Escape(char command, int count)
    {
        switch (command)
        {
            case 'A':
                GoTo(row - count, column);
                break;
            case 'C':
                GoTo(row, column + count);
                break;
            case 'J':
                rows.RemoveRange(row + 1, rows.Count - row - 1);
                rows[row].Length = Math.Min(rows[row].Length, column);
                break;
            default:
                throw new NotSupportedException($"Escape sequence {command}.");
        }
    }

    private void Put(char c)
    {
        if (pendingWrap)
        {
            GoTo(row + 1, 0);
        }

        rows[row].Append(' ', Math.Max(0, column + 1 - rows[row].Length))[column] = c;
        pendingWrap = column == width - 1;
        column = Math.Min(width - 1, column + 1);
    }

    private void GoTo(int newRow, int newColumn)
    {
        Assert.True(newRow >= 0, "The cursor left the screen at the top.");
        (row, column, pendingWrap) = (newRow, Math.Min(newColumn, width - 1), false);
        while (rows.Count <= row)
        {
            rows.Add(new StringBuilder());
        }
    }

    private sealed class Leave(FakeTerminal terminal) : IDisposable
    {
        public void Dispose() => terminal.EditingDepth--;
    }
}
