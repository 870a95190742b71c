namespace MolShell.Host.Console;

/// <summary>A question with choices, asked and answered as in PowerShell: <c>[Y] Yes  [N] No  (default is "Y"): </c>.</summary>
internal sealed class ChoiceMenu
{
    private readonly List<(string Key, string Label)> choices;
    private readonly int defaultChoice;

    /// <param name="labels">Labels; a letter after &amp; chooses it.</param>
    /// <param name="defaultChoice">Index of the choice taken for an empty answer.</param>
    public ChoiceMenu(IReadOnlyList<string> labels, int defaultChoice)
    {
        choices = [.. labels.Select(Split)];
        this.defaultChoice = defaultChoice;
    }

    /// <summary>The choices on one line.</summary>
    public string Prompt =>
        $"{string.Join("  ", choices.Select(c => $"[{c.Key}] {c.Label}"))}  (default is \"{choices[defaultChoice].Key}\"): ";

    /// <summary>The choice that an answer means: a letter or a whole label, without case; null when it means none.</summary>
    public int? Find(string answer)
    {
        string given = answer.Trim();
        int found = given.Length == 0
            ? defaultChoice
            : choices.FindIndex(c => new[] { c.Key, c.Label }.Contains(given, StringComparer.OrdinalIgnoreCase));
        return found < 0 ? null : found;
    }

    private static (string Key, string Label) Split(string label)
    {
        int mark = label.IndexOf('&', StringComparison.Ordinal);
        string plain = label.Replace("&", "", StringComparison.Ordinal);
        return mark >= 0 && mark < plain.Length ? (plain[mark..(mark + 1)].ToUpperInvariant(), plain) : (plain, plain);
    }
}
