using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors.Clusters;

/// <summary>
/// What all pair forces of a run share: the particles in spatial order, their fixed-point places, and the decision when lists of
/// neighbours are no longer valid, which is when a particle has moved by half the skin since they were made.
/// </summary>
internal sealed class Neighborhood
{
    // Places then are exact to 5e-7 of the cutoff, and the steepest forces to 1e-5.
    private const double LongestFineInCutoffs = 2048;

    private readonly Particles particles;
    private readonly ThreadTeam team;
    private readonly FixedPlaces<int>? narrow;
    private readonly double[] referenceX;
    private readonly double[] referenceY;
    private readonly double[] referenceZ;
    private readonly bool[] moved;
    private readonly Action<int> refresh;
    private readonly double squaredSlack;
    private FixedPlaces<long>? wide;
    private Box? box;
    private Box? framed;
    private bool wideIsFresh;

    public Neighborhood(Particles particles, double cutoff, double skin, Precision precision, ThreadTeam team)
    {
        (this.particles, this.team, Cutoff, Skin) = (particles, team, cutoff, skin);
        squaredSlack = 0.25 * skin * skin;
        Grid = new ClusterGrid(particles);
        narrow = precision == Precision.Mixed ? new FixedPlaces<int>(particles.Capacity) : null;
        (referenceX, referenceY, referenceZ) = (new double[particles.Capacity], new double[particles.Capacity], new double[particles.Capacity]);
        moved = new bool[team.Size];
        refresh = Refresh;
    }

    /// <summary>Longest cutoff [length].</summary>
    public double Cutoff { get; }

    /// <summary>Extra range of lists of neighbours [length].</summary>
    public double Skin { get; }

    public ClusterGrid Grid { get; }

    public ClusterFrame Frame { get; private set; } = ClusterFrame.For(Box.Open, 1);

    /// <summary>Whether places in 32 bits are fine enough for forces; not in boxes of thousands of cutoffs.</summary>
    public bool IsFine => Frame.LongestEdge < LongestFineInCutoffs * Cutoff;

    /// <summary>Number of times the particles were sorted; lists of an earlier one are void.</summary>
    public long Version { get; private set; }

    /// <summary>Brings everything up to date with the positions.</summary>
    /// <returns>-1, or the particle whose position is not finite or too far out.</returns>
    public int Update()
    {
        wideIsFresh = false;
        if (particles.Box.Equals(box))
        {
            team.Run(refresh);
            if (!moved.AsSpan().Contains(true))
            {
                return -1;
            }
        }

        box = null;
        if (!particles.Box.Equals(framed))
        {
            framed = particles.Box;
            Frame = ClusterFrame.For(framed, Cutoff);
        }

        int lost = Grid.Sort(Frame, Cutoff);
        if (lost >= 0)
        {
            return lost;
        }

        particles.X.CopyTo(referenceX, 0);
        particles.Y.CopyTo(referenceY, 0);
        particles.Z.CopyTo(referenceZ, 0);
        box = particles.Box;
        Version++;
        team.Run(refresh);
        return -1;
    }

    /// <summary>Places in 32 (int) or 64 (long) bits; the latter are computed when first asked for after an update.</summary>
    public FixedPlaces<TInt> Places<TInt>()
        where TInt : unmanaged
    {
        if (typeof(TInt) == typeof(int))
        {
            return (FixedPlaces<TInt>)(object)narrow!;
        }

        return (FixedPlaces<TInt>)(object)wide!;
    }

    /// <summary>Makes the places in 64 bits.</summary>
    public void Widen()
    {
        wide ??= new FixedPlaces<long>(particles.Capacity);
        if (!wideIsFresh)
        {
            wide.Update(particles, Frame, 0, particles.Capacity);
            wideIsFresh = true;
        }
    }

    private void Refresh(int part)
    {
        int groups = particles.Capacity / Particles.Padding;
        int from = (int)((long)groups * part / team.Size) * Particles.Padding;
        int to = (int)((long)groups * (part + 1) / team.Size) * Particles.Padding;
        narrow?.Update(particles, Frame, from, to);
        moved[part] = HasMoved(from, to);
    }

    // Written so that a position which is not a number has moved.
    private bool HasMoved(int from, int to)
    {
        ref double x = ref MemoryMarshal.GetArrayDataReference(particles.X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(particles.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(particles.Z);
        ref double x0 = ref MemoryMarshal.GetArrayDataReference(referenceX);
        ref double y0 = ref MemoryMarshal.GetArrayDataReference(referenceY);
        ref double z0 = ref MemoryMarshal.GetArrayDataReference(referenceZ);
        Vector256<double> slack = Vector256.Create(squaredSlack);
        Vector256<double> inside = Vector256<double>.AllBitsSet;
        for (nuint slot = (nuint)from; slot < (nuint)to; slot += 4)
        {
            Vector256<double> dx = Vector256.LoadUnsafe(ref x, slot) - Vector256.LoadUnsafe(ref x0, slot);
            Vector256<double> dy = Vector256.LoadUnsafe(ref y, slot) - Vector256.LoadUnsafe(ref y0, slot);
            Vector256<double> dz = Vector256.LoadUnsafe(ref z, slot) - Vector256.LoadUnsafe(ref z0, slot);
            inside &= Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), slack);
        }

        return inside.AsInt64() != Vector256<long>.AllBitsSet;
    }
}
