using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Neighbors;

/// <summary>Runs over all particles of a grid and makes the table of what was found, on all threads of a processor.</summary>
internal static class NeighborSearch
{
    /// <summary>Cells between two looks at the token.</summary>
    private const int CellsAtOnce = 256;

    /// <summary>The table of the images within a range that are left after <paramref name="select"/>.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rule">The rule that the table names.</param>
    /// <param name="grid">Its particles.</param>
    /// <param name="range">Largest distance [length], at most that of the grid.</param>
    /// <param name="select">
    /// Takes away from the neighbours found of a particle those that are none; false where it has to see those within a longer range. Called on all
    /// threads.
    /// </param>
    /// <param name="device">The processor and its number of threads.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static NeighborTable Run(
        Frame frame,
        NeighborRule rule,
        ParticleGrid grid,
        double range,
        Func<FoundNeighbors, bool> select,
        CpuDevice device,
        CancellationToken cancellation)
    {
        if (grid.Shifts.Length > ushort.MaxValue)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The range {range:g6} spans {grid.Shifts.Length} images of the box {frame.Box}; expected a shorter one."));
        }

        int n = frame.ParticleCount;
        int[] counts = new int[n + 1];
        int parts = Math.Clamp(Math.Min(4 * device.Threads, grid.CellCount), 1, Math.Max(1, n / 1024));
        NeighborBuffer[] buffers = new NeighborBuffer[parts];
        device.For(parts, (from, to) =>
        {
            FoundNeighbors found = new(grid, range);
            for (int part = from; part < to; part++)
            {
                int firstCell = (int)((long)grid.CellCount * part / parts), endCell = (int)((long)grid.CellCount * (part + 1) / parts);
                NeighborBuffer buffer = buffers[part] = new NeighborBuffer(grid.Slots(firstCell).First);
                for (int cell = firstCell; cell < endCell; cell++)
                {
                    if (cell % CellsAtOnce == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                    }

                    (int slot, int end) = grid.Slots(cell);
                    if (slot == end)
                    {
                        continue;
                    }

                    found.Enter(cell);
                    for (; slot < end; slot++)
                    {
                        found.Find(slot);
                        while (!select(found))
                        {
                            if (!found.TryWiden())
                            {
                                throw new ArgumentException(FormattableString.Invariant(
                                    $"Particle {found.Particle} has {found.Count} others within {found.Range:g6}, as far as can be searched; expected more for neighbours that are {rule}."));
                            }
                        }

                        counts[found.Particle + 1] = found.Count;
                        buffer.Add(found);
                    }
                }
            }
        });

        for (int i = 0; i < n; i++)
        {
            counts[i + 1] = checked(counts[i] + counts[i + 1]);
        }

        int[] indices = new int[counts[n]];
        ushort[] shiftNumbers = new ushort[counts[n]];
        device.For(parts, (from, to) =>
        {
            for (int part = from; part < to; part++)
            {
                buffers[part].CopyTo(grid.Order, counts, indices, shiftNumbers);
                buffers[part] = null!;
            }
        });
        return new NeighborTable(frame, rule, grid.Places, grid.Shifts, counts, indices, shiftNumbers);
    }
}
