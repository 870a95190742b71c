namespace MolShell.Compute.Forces.Neighbors;

/// <summary>Pairs of particles in the order they were found, and then sorted by I.</summary>
/// <param name="particles">Number of particles.</param>
internal sealed class PairList(int particles)
{
    private readonly int[] counts = new int[particles + 1];
    private Entry[] entries = new Entry[64];
    private Entry[] scratch = new Entry[64];
    private int count;

    public ReadOnlySpan<Entry> Entries => entries.AsSpan(0, count);

    public void Clear() => count = 0;

    public void Add(int i, int j, int shift)
    {
        if (count == entries.Length)
        {
            Array.Resize(ref entries, 2 * count);
        }

        entries[count++] = new Entry(i, j, shift);
    }

    /// <summary>Sorts by I, by counting.</summary>
    public void Sort()
    {
        if (scratch.Length < entries.Length)
        {
            scratch = new Entry[entries.Length];
        }

        counts.AsSpan().Clear();
        for (int k = 0; k < count; k++)
        {
            counts[entries[k].I]++;
        }

        int start = 0;
        foreach (ref int bucket in counts.AsSpan())
        {
            (bucket, start) = (start, start + bucket);
        }

        for (int k = 0; k < count; k++)
        {
            scratch[counts[entries[k].I]++] = entries[k];
        }

        (entries, scratch) = (scratch, entries);
    }

    internal readonly record struct Entry(int I, int J, int Shift);
}
