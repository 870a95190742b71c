namespace MolShell.Host.Commands;

/// <summary>Order of entries by one value after the other.</summary>
internal sealed class EntryComparer(IReadOnlyList<ValueComparer> comparers) : IComparer<OrderedEntry>
{
    public int Compare(OrderedEntry? x, OrderedEntry? y)
    {
        for (int i = 0; i < comparers.Count; i++)
        {
            int order = comparers[i].Compare(x!.Values[i], y!.Values[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
