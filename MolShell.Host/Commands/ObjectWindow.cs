namespace MolShell.Host.Commands;

/// <summary>Which objects of a stream Select-Object passes on, by -First, -Last, -Skip and -SkipLast.</summary>
internal sealed class ObjectWindow(int first, int last, int passOver, int skipLast, bool limited)
{
    private readonly Queue<object> waiting = new();
    private readonly int skip = passOver;
    private int toSkip = passOver;
    private int passed;

    /// <summary>Whether no further object can be passed on.</summary>
    public bool HasAll => limited && last == 0 && first != 0 && passed >= first;

    /// <summary>Takes an object.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The object to pass on now; null for none.</returns>
    public object? Add(object value)
    {
        int kept = first == 0 ? last + skip : last;
        if (last > 0 && waiting.Count >= kept)
        {
            waiting.Dequeue();
        }

        waiting.Enqueue(value);
        if (toSkip > 0)
        {
            if (last == 0 || first != 0)
            {
                waiting.Dequeue();
                toSkip--;
            }

            return null;
        }

        if (skipLast > 0)
        {
            return waiting.Count > skipLast ? waiting.Dequeue() : null;
        }

        if (passed < first || !limited)
        {
            passed++;
            return waiting.Dequeue();
        }

        if (last == 0)
        {
            waiting.Dequeue();
        }

        return null;
    }

    /// <summary>The objects to pass on at the end.</summary>
    /// <returns>The objects.</returns>
    public IEnumerable<object> Rest()
    {
        // With -Last alone, -Skip counts from the end.
        int left = first == 0 ? skip : 0;
        while (waiting.Count > left)
        {
            yield return waiting.Dequeue();
        }
    }
}
