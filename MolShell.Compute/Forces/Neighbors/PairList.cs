namespace MolShell.Compute.Forces.Neighbors;

/// <summary>Pairs of particles in the order they were found, and then sorted by I, J and translation.</summary>
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

    /// <summary>Radix sort: two passes of counting, last key first.</summary>
    public void Sort(ShiftTable shifts)
    {
        if (scratch.Length < entries.Length)
        {
            scratch = new Entry[entries.Length];
        }

        Pass(entries, scratch, byFirst: false);
        Pass(scratch, entries, byFirst: true);
        for (int k = 1; k < count; k++)
        {
            Entry entry = entries[k];
            int place = k;
            for (; place > 0 && IsAfter(entries[place - 1], entry, shifts); place--)
            {
                entries[place] = entries[place - 1];
            }

            entries[place] = entry;
        }
    }

    // Only images of one pair can be out of order.
    private static bool IsAfter(Entry a, Entry b, ShiftTable shifts) =>
        a.J == b.J && a.I == b.I && shifts.OrderOf(a.Shift) > shifts.OrderOf(b.Shift);

    private void Pass(Entry[] from, Entry[] to, bool byFirst)
    {
        counts.AsSpan().Clear();
        for (int k = 0; k < count; k++)
        {
            counts[byFirst ? from[k].I : from[k].J]++;
        }

        int start = 0;
        foreach (ref int bucket in counts.AsSpan())
        {
            (bucket, start) = (start, start + bucket);
        }

        for (int k = 0; k < count; k++)
        {
            to[counts[byFirst ? from[k].I : from[k].J]++] = from[k];
        }
    }

    internal readonly record struct Entry(int I, int J, int Shift);
}
