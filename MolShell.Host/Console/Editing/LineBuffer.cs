using System.Text;

namespace MolShell.Host.Console.Editing;

/// <summary>A line that is being edited: its text and the place of the cursor in it.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public int Length => text.Length;

    /// <summary>Number of characters before the cursor.</summary>
    public int Position { get; private set; }

    public void Insert(string inserted)
    {
        text.Insert(Position, inserted);
        Position += inserted.Length;
    }

    /// <summary>Puts a text in place of the one between two places, the cursor after it.</summary>
    public void Replace(int start, int end, string replacement)
    {
        text.Remove(start, end - start).Insert(start, replacement);
        Position = start + replacement.Length;
    }

    public void Set(string line) => Replace(0, text.Length, line);

    public void MoveTo(int position) => Position = Math.Clamp(position, 0, text.Length);

    public void Move(int by) => MoveTo(Position + by);

    /// <summary>Goes to the start of this word, or of the one before.</summary>
    public void MoveWordLeft() => Position = WordStart();

    /// <summary>Goes behind the end of this word, or of the next.</summary>
    public void MoveWordRight()
    {
        int end = Position;
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        Position = end;
    }

    /// <summary>Takes away the character before the cursor.</summary>
    public void Backspace()
    {
        if (Position > 0)
        {
            Replace(Position - 1, Position, "");
        }
    }

    /// <summary>Takes away the character at the cursor.</summary>
    public void Delete()
    {
        if (Position < text.Length)
        {
            text.Remove(Position, 1);
        }
    }

    public void DeleteToStart() => Replace(0, Position, "");

    public void DeleteToEnd() => text.Length = Position;

    public void DeleteWordLeft() => Replace(WordStart(), Position, "");

    private int WordStart()
    {
        int start = Position;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
