namespace MolShell.Host.Console.Completion;

/// <summary>What may stand in place of the word before the cursor.</summary>
/// <param name="Start">Where the word begins.</param>
/// <param name="Texts">The completions, in order.</param>
internal sealed record CompletionSet(int Start, IReadOnlyList<string> Texts)
{
    /// <summary>What all completions begin with, without case.</summary>
    public string CommonStart
    {
        get
        {
            if (Texts.Count == 0)
            {
                return "";
            }

            int length = Texts[0].Length;
            foreach (string text in Texts)
            {
                int same = 0;
                while (same < Math.Min(length, text.Length) && char.ToUpperInvariant(text[same]) == char.ToUpperInvariant(Texts[0][same]))
                {
                    same++;
                }

                length = same;
            }

            return Texts[0][..length];
        }
    }
}
