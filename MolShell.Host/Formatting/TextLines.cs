using System.Text;

namespace MolShell.Host.Formatting;

/// <summary>Texts in columns of characters: widths, cutting, wrapping at words.</summary>
internal static class TextLines
{
    /// <summary>How many columns a text takes on the screen; letters of East Asian scripts take two, escape sequences none.</summary>
    public static int Width(string? text)
    {
        int width = 0;
        for (int i = 0; i < (text?.Length ?? 0); i++)
        {
            i = SkipEscape(text!, i);
            width += i < text!.Length ? Width(text[i]) : 0;
        }

        return width;
    }

    /// <summary>The beginning of a text that fits.</summary>
    public static string Head(string text, int width)
    {
        int used = 0;
        int i = 0;
        while (i < text.Length && used + Width(text[i]) <= width)
        {
            used += Width(text[i++]);
        }

        return text[..i];
    }

    /// <summary>The end of a text that fits.</summary>
    public static string Tail(string text, int width)
    {
        int used = 0;
        int i = text.Length;
        while (i > 0 && used + Width(text[i - 1]) <= width)
        {
            used += Width(text[--i]);
        }

        return text[i..];
    }

    /// <summary>The first line, with an ellipsis when there are more.</summary>
    public static string FirstLine(string? text)
    {
        int end = text?.AsSpan().IndexOfAny('\n', '\r') ?? -1;
        return end < 0 ? text ?? "" : text![..end] + ValueText.Ellipsis;
    }

    public static string[] Split(string? text) => (text ?? "").Replace("\r", "", StringComparison.Ordinal).Split('\n');

    /// <summary>Lines no wider than asked, broken between words where possible.</summary>
    public static List<string> Wrap(string? text, int width)
    {
        List<string> lines = [];
        foreach (string line in Split(text))
        {
            if (Width(line) <= width)
            {
                lines.Add(line);
            }
            else
            {
                WrapLine(line, width, lines);
            }
        }

        return lines;
    }

    private static void WrapLine(string line, int width, List<string> lines)
    {
        StringBuilder current = new();
        int left = width;
        foreach (string word in Words(line))
        {
            int length = Width(word);
            if (length > width)
            {
                foreach (char c in word)
                {
                    if (Width(c) > left)
                    {
                        lines.Add(current.ToString());
                        current.Clear();
                        left = width;
                    }

                    current.Append(c);
                    left -= Width(c);
                }

                continue;
            }

            if (length > left)
            {
                lines.Add(current.ToString());
                current.Clear();
                left = width;
            }

            current.Append(word);
            left -= length;
        }

        lines.Add(current.ToString());
    }

    /// <summary>The words of a line, each with the blank behind it.</summary>
    private static IEnumerable<string> Words(string line)
    {
        int start = 0;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] is ' ' or '\t')
            {
                yield return line[start..(i + 1)];
                start = i + 1;
            }
        }

        yield return line[start..];
    }

    private static int SkipEscape(string text, int i)
    {
        while (i + 1 < text.Length && text[i] == '\u001b' && text[i + 1] == '[')
        {
            i += 2;
            while (i < text.Length && !char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            i++;
        }

        return i;
    }

    private static int Width(char c) =>
        c is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff'
            or >= '\ufe10' and <= '\ufe19' or >= '\ufe30' and <= '\ufe6f' or >= '\uff01' and <= '\uff60' or >= '\uffe0' and <= '\uffe6'
            ? 2
            : 1;
}
