namespace MolShell.Host.Formatting.Rendering;

/// <summary>
/// Fits the columns of a table to the screen: those without a width share what is left, those that do not fit are cut or hidden
/// from the right.
/// </summary>
internal static class ColumnWidths
{
    private const int Separator = 1;

    /// <param name="widths">Widths asked for, 0 for any. Afterwards the widths to use, below 1 for hidden columns.</param>
    /// <param name="available">Width of the table [characters].</param>
    public static void Fit(Span<int> widths, int available)
    {
        bool allGiven = widths.IndexOfAnyInRange(int.MinValue, 0) < 0;
        if (!allGiven && Share(widths, available))
        {
            return;
        }

        Cut(widths, available);
    }

    /// <summary>Shares the room that is left among the columns without a width; false when there is none for all of them.</summary>
    private static bool Share(Span<int> widths, int available)
    {
        List<int> open = [];
        for (int i = 0; i < widths.Length; i++)
        {
            if (widths[i] <= 0)
            {
                widths[i] = 1;
                open.Add(i);
            }
        }

        int left = available - Total(widths);
        for (int i = 0; left > 0; i++, left--)
        {
            widths[open[i % open.Count]]++;
        }

        return left >= 0;
    }

    private static void Cut(Span<int> widths, int available)
    {
        for (int last = widths.Length - 1; last >= 0; last--)
        {
            int excess = Total(widths) - available;
            if (excess <= 0)
            {
                return;
            }

            int shrunk = widths[last] - excess;
            widths[last] = shrunk < 1 ? -1 : shrunk;
            if (shrunk >= 1)
            {
                return;
            }
        }
    }

    private static int Total(ReadOnlySpan<int> widths)
    {
        int sum = 0;
        int visible = 0;
        foreach (int width in widths)
        {
            sum += Math.Max(width, 0);
            visible += width > 0 ? 1 : 0;
        }

        return sum + (Separator * (visible - 1));
    }
}
