using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>
/// The particles of a run as structure of arrays. Each has a slot; slots are sorted in space by the neighbour search, so that neighbours
/// are near in memory. Arrays are longer than the number of particles, to a multiple of <see cref="Padding"/>; what stands there is
/// finite and has no meaning.
/// </summary>
public sealed class Particles
{
    /// <summary>Slots come in groups of this number.</summary>
    internal const int Padding = 16;

    // Columns that are put in order at a time: one for each array of forces.
    private const int Rooms = 3;

    private readonly List<double[]> columns = [];
    private readonly Action<int> reorder;
    private (int[] Order, int[] Room, int Parts) reordering;
    private int reordered;

    internal Particles(int count)
    {
        Count = count;
        reorder = Reorder;
        Capacity = (count + Padding - 1) / Padding * Padding;
        X = AddColumn();
        Y = AddColumn();
        Z = AddColumn();
        ForceX = new double[Capacity];
        ForceY = new double[Capacity];
        ForceZ = new double[Capacity];
        IdOf = [.. Enumerable.Range(0, Capacity)];
        SlotOf = [.. Enumerable.Range(0, Capacity)];
    }

    /// <summary>Number of particles.</summary>
    public int Count { get; }

    /// <summary>Length of the arrays.</summary>
    public int Capacity { get; }

    public Box Box { get; internal set; } = Box.Open;

    /// <summary>Positions by slot [length], not wrapped.</summary>
    public double[] X { get; }

    public double[] Y { get; }

    public double[] Z { get; }

    /// <summary>The slot of each particle.</summary>
    public int[] SlotOf { get; }

    /// <summary>The particle in each slot.</summary>
    public int[] IdOf { get; }

    /// <summary>Number of times that particles went to other slots.</summary>
    internal long Version { get; private set; }

    /// <summary>Forces by slot [energy/length].</summary>
    internal double[] ForceX { get; }

    internal double[] ForceY { get; }

    internal double[] ForceZ { get; }

    /// <summary>Position of a particle [length].</summary>
    public Vec3 this[int particle]
    {
        get
        {
            int slot = SlotOf[particle];
            return new Vec3(X[slot], Y[slot], Z[slot]);
        }
    }

    /// <summary>The slots that one of several threads works on, to a multiple of <see cref="Padding"/>.</summary>
    internal Work SlotsOf(int part, int parts)
    {
        Work groups = Work.Of(Capacity / Padding, part, parts);
        return new Work(groups.From * Padding, groups.To * Padding);
    }

    /// <summary>Copies positions in [length], in the order of the particles.</summary>
    internal void SetPositions(ReadOnlySpan<Vec3> positions) => Scatter(positions, X, Y, Z);

    /// <summary>Copies vectors given in the order of the particles to columns.</summary>
    internal void Scatter(ReadOnlySpan<Vec3> vectors, double[] x, double[] y, double[] z)
    {
        for (int i = 0; i < Count; i++)
        {
            int slot = SlotOf[i];
            (x[slot], y[slot], z[slot]) = (vectors[i].X, vectors[i].Y, vectors[i].Z);
        }

        Pad(x);
        Pad(y);
        Pad(z);
    }

    /// <summary>Copies columns to vectors in the order of the particles.</summary>
    internal void Gather(double[] x, double[] y, double[] z, Span<Vec3> vectors)
    {
        for (int i = 0; i < vectors.Length; i++)
        {
            int slot = SlotOf[i];
            vectors[i] = new Vec3(x[slot], y[slot], z[slot]);
        }
    }

    /// <summary>A number for each particle that moves with it from slot to slot.</summary>
    internal double[] AddColumn()
    {
        columns.Add(new double[Capacity]);
        return columns[^1];
    }

    /// <summary>
    /// Puts into slot k the particle that is now in slot <paramref name="order"/>[k]. The arrays of forces and <paramref name="room"/>, as
    /// long as the order, are overwritten.
    /// </summary>
    internal void Reorder(int[] order, int[] room, ThreadTeam team)
    {
        Version++;
        reordering = (order, room, team.Size);
        for (int first = 0; first < columns.Count + Rooms; first += Rooms)
        {
            reordered = first;
            team.Run(reorder);
        }

        foreach (double[] column in columns)
        {
            Pad(column);
        }
    }

    // Brings back what the call before has put in order, and puts the next columns in order; then the identities likewise.
    private void Reorder(int part)
    {
        (int[] order, int[] room, int parts) = reordering;
        (int from, int to) = Work.Of(Count, part, parts);
        for (int k = 0; k < Rooms; k++)
        {
            double[] sorted = RoomOf(k);
            if (reordered - Rooms + k is >= 0 and int last && last < columns.Count)
            {
                Array.Copy(sorted, from, columns[last], from, to - from);
            }

            if (reordered + k < columns.Count)
            {
                double[] column = columns[reordered + k];
                for (int slot = from; slot < to; slot++)
                {
                    sorted[slot] = column[order[slot]];
                }
            }
        }

        if (reordered == 0)
        {
            for (int slot = from; slot < to; slot++)
            {
                room[slot] = IdOf[order[slot]];
            }
        }
        else if (reordered == Rooms)
        {
            for (int slot = from; slot < to; slot++)
            {
                IdOf[slot] = room[slot];
                SlotOf[room[slot]] = slot;
            }
        }
    }

    private double[] RoomOf(int k) => k == 0 ? ForceX : k == 1 ? ForceY : ForceZ;

    // Copies of the last particle make no cluster larger and no number infinite.
    private void Pad(double[] column) => column.AsSpan(Count).Fill(column[Count - 1]);
}
