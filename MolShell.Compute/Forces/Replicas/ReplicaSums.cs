using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>Forces of some lanes in double precision on their way into the sums.</summary>
/// <typeparam name="TReal">The lanes.</typeparam>
/// <typeparam name="TFixed">The integers beside them.</typeparam>
internal ref struct ReplicaSums<TReal, TFixed>
    where TReal : struct, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, long>
{
    private readonly ref long x;
    private readonly ref long y;
    private readonly ref long z;
    private readonly TReal scale;
    private TReal fits;

    /// <summary>Begins with no force.</summary>
    public ReplicaSums(ReplicaForces forces)
    {
        x = ref MemoryMarshal.GetArrayDataReference(forces.X);
        y = ref MemoryMarshal.GetArrayDataReference(forces.Y);
        z = ref MemoryMarshal.GetArrayDataReference(forces.Z);
        scale = 1 / forces.Quantum.Force;
        fits = All;
    }

    /// <summary>The lanes with a force that has no value or does not fit.</summary>
    public readonly TReal Failed => TReal.Select(fits, 0, All);

    private static TReal All => TReal.LessThan(0, 1);

    /// <summary>Adds to the forces on the particles in the slots from one on [energy/length].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int slot, TReal fx, TReal fy, TReal fz)
    {
        TFixed qx = Quanta(fx), qy = Quanta(fy), qz = Quanta(fz);
        (TFixed.Load(in x, slot) + qx).Store(ref x, slot);
        (TFixed.Load(in y, slot) + qy).Store(ref y, slot);
        (TFixed.Load(in z, slot) + qz).Store(ref z, slot);
    }

    /// <summary>Adds to the forces on some particles, and subtracts the same from those on others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int slot, int other, TReal fx, TReal fy, TReal fz)
    {
        TFixed qx = Quanta(fx), qy = Quanta(fy), qz = Quanta(fz);
        (TFixed.Load(in x, slot) + qx).Store(ref x, slot);
        (TFixed.Load(in y, slot) + qy).Store(ref y, slot);
        (TFixed.Load(in z, slot) + qz).Store(ref z, slot);
        (TFixed.Load(in x, other) - qx).Store(ref x, other);
        (TFixed.Load(in y, other) - qy).Store(ref y, other);
        (TFixed.Load(in z, other) - qz).Store(ref z, other);
    }

    // Written so that what is not a number does not fit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TFixed Quanta(TReal force)
    {
        TReal scaled = force * scale;
        fits = TReal.And(fits, TReal.LessThan(TReal.Abs(scaled), ForceQuantum.Limit));
        return TFixed.Round(scaled);
    }
}
