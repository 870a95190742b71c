namespace MolShell.Compute.Structure.Neighbors;

/// <summary>Neighbours of particles that follow each other by slot, until those of all particles are known.</summary>
internal sealed class NeighborBuffer(int firstSlot)
{
    private int[] indices = new int[1024];
    private ushort[] shifts = new ushort[1024];
    private int count;

    /// <summary>Appends the neighbours of the next particle.</summary>
    public void Add(FoundNeighbors found)
    {
        if (indices.Length < count + found.Count)
        {
            int size = Math.Max(count + found.Count, checked(indices.Length + (indices.Length / 2)));
            Array.Resize(ref indices, size);
            Array.Resize(ref shifts, size);
        }

        for (int k = 0; k < found.Count; k++)
        {
            indices[count] = found.IndexOf(k);
            shifts[count] = found.ShiftOf(k);
            count++;
        }
    }

    /// <summary>Copies all to their places by particle.</summary>
    public void CopyTo(int[] order, int[] start, int[] allIndices, ushort[] allShifts)
    {
        int from = 0;
        for (int slot = firstSlot; from < count; slot++)
        {
            int particle = order[slot];
            int length = start[particle + 1] - start[particle];
            indices.AsSpan(from, length).CopyTo(allIndices.AsSpan(start[particle]));
            shifts.AsSpan(from, length).CopyTo(allShifts.AsSpan(start[particle]));
            from += length;
        }
    }
}
