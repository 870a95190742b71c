using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors.Clusters;

/// <summary>
/// What all pair forces of a run share: the particles in spatial order, their fixed-point places, and the decision when lists of
/// neighbours are no longer valid, which is when a particle has moved by half the skin since they were made. Within the list there is a
/// shorter one of a thinner skin, which is taken from it more often.
/// </summary>
internal sealed class Neighborhood
{
    // Places then are exact to 5e-7 of the cutoff, and the steepest forces to 1e-5.
    private const double LongestFineInCutoffs = 2048;

    // A list that is 10 to 20 per cent shorter, for an effort that a few steps on it make up for.
    private const double ThinPart = 0.5;

    private readonly Particles particles;
    private readonly ThreadTeam team;
    private readonly FixedPlaces<int>? narrow;
    private readonly double[] referenceX;
    private readonly double[] referenceY;
    private readonly double[] referenceZ;
    private readonly float[] prunedX;
    private readonly float[] prunedY;
    private readonly float[] prunedZ;
    private readonly bool[] moved;
    private readonly bool[] shifted;
    private readonly Action<int> refresh;
    private readonly Action<int> mark;
    private readonly Action<int> settle;
    private readonly Action<int> widen;
    private readonly double squaredSlack;
    private readonly double squaredThinSlack;
    private FixedPlaces<long>? wide;
    private Box? box;
    private Box? framed;
    private bool wideIsFresh;

    public Neighborhood(Particles particles, double cutoff, double skin, Precision precision, ThreadTeam team)
    {
        (this.particles, this.team, Cutoff, Skin, ThinSkin) = (particles, team, cutoff, skin, ThinPart * skin);
        squaredSlack = 0.25 * skin * skin;
        squaredThinSlack = 0.25 * ThinSkin * ThinSkin;
        Grid = new ClusterGrid(particles, team);
        narrow = precision == Precision.Mixed ? new FixedPlaces<int>(particles.Capacity) : null;
        (referenceX, referenceY, referenceZ) = (new double[particles.Capacity], new double[particles.Capacity], new double[particles.Capacity]);
        (prunedX, prunedY, prunedZ) = (new float[particles.Capacity], new float[particles.Capacity], new float[particles.Capacity]);
        (moved, shifted) = (new bool[team.Size], new bool[team.Size]);
        refresh = Refresh;
        mark = Mark;
        settle = Settle;
        widen = Widen;
    }

    /// <summary>Longest cutoff [length].</summary>
    public double Cutoff { get; }

    /// <summary>Extra range of lists of neighbours [length].</summary>
    public double Skin { get; }

    /// <summary>Extra range of the shorter lists [length].</summary>
    public double ThinSkin { get; }

    public ClusterGrid Grid { get; }

    public ClusterFrame Frame { get; private set; } = ClusterFrame.For(Box.Open, 1);

    /// <summary>Whether places in 32 bits are fine enough for forces; not in boxes of thousands of cutoffs.</summary>
    public bool IsFine => Frame.LongestEdge < LongestFineInCutoffs * Cutoff;

    /// <summary>Number of times the particles were sorted; lists of an earlier one are void.</summary>
    public long Version { get; private set; }

    /// <summary>Number of times the shorter lists became void.</summary>
    public long ThinVersion { get; private set; }

    /// <summary>Begins to look at the slots of a part, before <see cref="Look"/>.</summary>
    public void Begin(int part) => (moved[part], shifted[part]) = (false, false);

    /// <summary>Follows the particles in slots <paramref name="from"/> to <paramref name="to"/> - 1 of a part to their positions.</summary>
    public void Look(int part, int from, int to)
    {
        narrow?.Update(particles, Frame, from, to);
        (bool isMoved, bool isShifted) = Compare(from, to);
        moved[part] |= isMoved;
        shifted[part] |= isShifted;
    }

    /// <summary>Brings everything up to date with the positions.</summary>
    /// <param name="hasLooked">Whether all slots were looked at since the particles moved.</param>
    /// <returns>-1, or the particle whose position is not finite or too far out.</returns>
    public int Update(bool hasLooked = false)
    {
        wideIsFresh = false;
        if (particles.Box.Equals(box))
        {
            if (!hasLooked)
            {
                team.Run(refresh);
            }

            if (!moved.AsSpan().Contains(true))
            {
                if (shifted.AsSpan().Contains(true))
                {
                    ThinVersion++;
                    team.Run(mark);
                }

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

        box = particles.Box;
        Version++;
        ThinVersion++;
        team.Run(settle);
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
            team.Run(widen);
            wideIsFresh = true;
        }
    }

    /// <summary>Lets go of places in 64 bits that only measurements need.</summary>
    public void Narrow()
    {
        if (narrow is not null)
        {
            (wide, wideIsFresh) = (null, false);
        }
    }

    private void Widen(int part)
    {
        (int from, int to) = particles.SlotsOf(part, team.Size);
        wide!.Update(particles, Frame, from, to);
    }

    private void Refresh(int part)
    {
        (int from, int to) = particles.SlotsOf(part, team.Size);
        Begin(part);
        Look(part, from, to);
    }

    // Where the particles are when lists are made.
    private void Settle(int part)
    {
        (int from, int to) = particles.SlotsOf(part, team.Size);
        Array.Copy(particles.X, from, referenceX, from, to - from);
        Array.Copy(particles.Y, from, referenceY, from, to - from);
        Array.Copy(particles.Z, from, referenceZ, from, to - from);
        Array.Clear(prunedX, from, to - from);
        Array.Clear(prunedY, from, to - from);
        Array.Clear(prunedZ, from, to - from);
        Begin(part);
        narrow?.Update(particles, Frame, from, to);
    }

    // Where the particles are when a shorter list is made, from where they were when the longer one was.
    private void Mark(int part)
    {
        (int from, int to) = particles.SlotsOf(part, team.Size);
        for (int slot = from; slot < to; slot++)
        {
            prunedX[slot] = (float)(particles.X[slot] - referenceX[slot]);
            prunedY[slot] = (float)(particles.Y[slot] - referenceY[slot]);
            prunedZ[slot] = (float)(particles.Z[slot] - referenceZ[slot]);
        }
    }

    // Written so that a position which is not a number has moved.
    private (bool Moved, bool Shifted) Compare(int from, int to)
    {
        Vector256<double> slack = Vector256.Create(squaredSlack), thin = Vector256.Create(squaredThinSlack);
        Vector256<double> inside = Vector256<double>.AllBitsSet, near = inside;
        for (int slot = from; slot < to; slot += 4)
        {
            Vector256<double> dx = Displacement(particles.X, referenceX, slot);
            Vector256<double> dy = Displacement(particles.Y, referenceY, slot);
            Vector256<double> dz = Displacement(particles.Z, referenceZ, slot);
            inside &= Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), slack);
            dx -= Widened(prunedX, slot);
            dy -= Widened(prunedY, slot);
            dz -= Widened(prunedZ, slot);
            near &= Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), thin);
        }

        return (inside.AsInt64() != Vector256<long>.AllBitsSet, near.AsInt64() != Vector256<long>.AllBitsSet);
    }

    private static Vector256<double> Displacement(double[] places, double[] reference, int slot) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(places), (nuint)slot)
        - Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(reference), (nuint)slot);

    private static Vector256<double> Widened(float[] values, int slot)
    {
        Vector128<float> four = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)slot);
        return Vector256.Create(Vector128.WidenLower(four), Vector128.WidenUpper(four));
    }
}
