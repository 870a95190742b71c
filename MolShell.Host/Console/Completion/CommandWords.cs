namespace MolShell.Host.Console.Completion;

/// <summary>
/// The words of the command that the cursor stands in. The line is unfinished, so it is split by eye: words end at blanks, commands at
/// bars, semicolons, brackets and '=', and quotes hold both together.
/// </summary>
/// <param name="Words">The words before the one under the cursor.</param>
/// <param name="Current">The word up to the cursor.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record CommandWords(IReadOnlyList<string> Words, string Current, int Start)
{
    private const string Ends = "|;{}()=\n&";

    /// <summary>Splits the line up to the cursor.</summary>
    public static CommandWords At(string line, int position)
    {
        List<string> words = [];
        int start = 0;
        char quote = '\0';
        for (int i = 0; i < position; i++)
        {
            char c = line[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (Ends.Contains(c, StringComparison.Ordinal))
            {
                words.Clear();
                start = i + 1;
            }
            else if (char.IsWhiteSpace(c))
            {
                Add(words, line[start..i]);
                start = i + 1;
            }
            else if (c == ',')
            {
                // The next element of the same argument.
                Add(words, words.Count > 0 && words[^1].EndsWith(',') ? "" : line[start..(i + 1)]);
                start = i + 1;
            }
        }

        return new CommandWords(words, line[start..position], start);
    }

    private static void Add(List<string> words, string word)
    {
        if (word.Length > 0)
        {
            words.Add(word);
        }
    }
}
