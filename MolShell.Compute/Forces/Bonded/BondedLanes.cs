using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>
/// The loop over bonds or the like, one in each lane: their arms are gathered, forces along the arms computed in double precision and rounded
/// to integers, and these scattered to the sums; each stage for a number of them that stays in the first-level cache. Rounding before adding
/// makes the sums the same bits for any register width, order and number of threads.
/// </summary>
internal sealed class BondedLanes<TShape, TReal> : BondedLoop
    where TShape : struct, IBondedShape
    where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
{
    private const int Chunk = 64;

    private readonly BondedTerm term;
    private readonly BondedOrder order;
    private readonly TReal[] numbers;
    private readonly Share[] shares;

    public BondedLanes(BondedTerm term, BondedOrder order, int parts)
    {
        (this.term, this.order) = (term, order);
        bool isUniform = !term.Kinds.AsSpan().ContainsAnyExcept(0);
        numbers = isUniform ? [.. term.Numbers.Select(number => (TReal)number), default] : [];
        shares = [.. Enumerable.Range(0, parts).Select(part => new Share(Work.Of(term.Kinds.Length, part, parts), isUniform ? 0 : term.ParameterCount))];
    }

    private interface IChoice
    {
        static abstract bool Value { get; }
    }

    private static int ArmCount => TShape.MemberCount - 1;

    public override void Evaluate(Particles particles, ForceSum sum, int part)
    {
        Share share = shares[part];
        if (share.Version != particles.Version)
        {
            share.Version = particles.Version;
            Follow(share, particles);
        }

        int count = share.Work.To - share.Work.From;
        for (int first = 0; first < count; first += Chunk)
        {
            int length = Math.Min(Chunk, count - first);
            Span<int> slots = share.Slots.AsSpan(first * TShape.MemberCount, Chunk * TShape.MemberCount);
            Gather(particles, slots, share.Arms, length);
            bool fits = sum.WantsEnergy
                ? Compute<Yes>(share, first, length, particles.Box, sum.Quantum)
                : Compute<No>(share, first, length, particles.Box, sum.Quantum);
            if (!fits)
            {
                sum.Fail();
            }

            Scatter(slots, share.Quanta, length, sum);
            if (sum.WantsEnergy)
            {
                Tally(share, length, sum);
            }
        }
    }

    // Of what is in a share, in the order of work: slots, shape [chunks, members, Chunk], and the parameters in lanes. Lanes at the end
    // that would be empty repeat the last one.
    private void Follow(Share share, Particles particles)
    {
        ReadOnlySpan<int> indices = order.Indices[share.Work.From..share.Work.To];
        for (int place = 0; place < share.Padded; place++)
        {
            int index = indices[Math.Min(place, indices.Length - 1)];
            int target = (place / Chunk * Chunk * TShape.MemberCount) + (place % Chunk);
            for (int member = 0; member < TShape.MemberCount; member++)
            {
                share.Slots[target + (member * Chunk)] = particles.SlotOf[term.Members[(index * TShape.MemberCount) + member]];
            }
        }

        if (share.Numbers.Length > 0)
        {
            Span<double> lanes = stackalloc double[TReal.Count];
            for (int place = 0; place < share.Padded; place += TReal.Count)
            {
                for (int k = 0; k < term.ParameterCount; k++)
                {
                    for (int lane = 0; lane < TReal.Count; lane++)
                    {
                        int index = indices[Math.Min(place + lane, indices.Length - 1)];
                        lanes[lane] = term.Numbers[(term.Kinds[index] * term.ParameterCount) + k];
                    }

                    share.Numbers[(place / TReal.Count * term.ParameterCount) + k] = TReal.Load(in lanes[0], 0);
                }
            }
        }
    }

    // Arms, shape [arms, 3, Chunk].
    private static void Gather(Particles particles, ReadOnlySpan<int> slots, double[] target, int length)
    {
        int padded = (length + TReal.Count - 1) / TReal.Count * TReal.Count;
        ref double x = ref MemoryMarshal.GetArrayDataReference(particles.X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(particles.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(particles.Z);
        ReadOnlySpan<int> ends = TShape.Arms;
        for (int arm = 0; arm < ArmCount; arm++)
        {
            ref int head = ref Unsafe.AsRef(in slots[ends[2 * arm] * Chunk]);
            ref int foot = ref Unsafe.AsRef(in slots[ends[(2 * arm) + 1] * Chunk]);
            ref double arms = ref target[3 * arm * Chunk];
            for (int lane = 0; lane < padded; lane++)
            {
                int a = Unsafe.Add(ref head, lane), b = Unsafe.Add(ref foot, lane);
                Unsafe.Add(ref arms, lane) = Unsafe.Add(ref x, a) - Unsafe.Add(ref x, b);
                Unsafe.Add(ref arms, lane + Chunk) = Unsafe.Add(ref y, a) - Unsafe.Add(ref y, b);
                Unsafe.Add(ref arms, lane + (2 * Chunk)) = Unsafe.Add(ref z, a) - Unsafe.Add(ref z, b);
            }
        }
    }

    // Forces in quanta, shape [arms, 3, Chunk]; where the energy is wanted also energies, nearest images of arms, and forces.
    private bool Compute<TEnergy>(Share share, int first, int length, Box box, ForceQuantum quantum)
        where TEnergy : struct, IChoice
    {
        Span<TReal> work = stackalloc TReal[6 * ArmCount];
        ref TReal arms = ref work[0], forces = ref work[3 * ArmCount];
        ref double allArms = ref share.Arms[0], allForces = ref share.Forces[0];
        ref long quanta = ref share.Quanta[0];
        TReal scale = 1 / quantum.Force, limit = ForceQuantum.Limit, all = TReal.LessThan(0, 1), fits = all;
        for (int lane = 0; lane < length; lane += TReal.Count)
        {
            for (int k = 0; k < 3 * ArmCount; k++)
            {
                Unsafe.Add(ref arms, k) = TReal.Load(in allArms, (k * Chunk) + lane);
            }

            if (term.UsesMinimumImage)
            {
                for (int k = 0; k < 3 * ArmCount; k += 3)
                {
                    box.MinimumImage(ref Unsafe.Add(ref arms, k), ref Unsafe.Add(ref arms, k + 1), ref Unsafe.Add(ref arms, k + 2));
                }
            }

            ref TReal own = ref share.Numbers.Length > 0
                ? ref share.Numbers[(first + lane) / TReal.Count * term.ParameterCount]
                : ref numbers[0];
            TReal energy = TShape.Evaluate(ref arms, new Parameters<TReal>(in own, term.Data), ref forces);
            for (int k = 0; k < 3 * ArmCount; k++)
            {
                TReal scaled = Unsafe.Add(ref forces, k) * scale;

                // Written so that what is not a number does not fit.
                fits = TReal.And(fits, TReal.LessThan(TReal.Abs(scaled), limit));
                scaled.StoreRounded(ref quanta, (k * Chunk) + lane);
            }

            if (TEnergy.Value)
            {
                energy.Store(ref share.Energies[0], lane);
                for (int k = 0; k < 3 * ArmCount; k++)
                {
                    Unsafe.Add(ref arms, k).Store(ref allArms, (k * Chunk) + lane);
                    Unsafe.Add(ref forces, k).Store(ref allForces, (k * Chunk) + lane);
                }
            }
        }

        return !TReal.Any(TReal.Select(fits, 0, all));
    }

    private static void Scatter(ReadOnlySpan<int> slots, long[] source, int length, ForceSum sum)
    {
        ref long x = ref MemoryMarshal.GetArrayDataReference(sum.X);
        ref long y = ref MemoryMarshal.GetArrayDataReference(sum.Y);
        ref long z = ref MemoryMarshal.GetArrayDataReference(sum.Z);
        ReadOnlySpan<int> ends = TShape.Arms;
        for (int arm = 0; arm < ArmCount; arm++)
        {
            ref int head = ref Unsafe.AsRef(in slots[ends[2 * arm] * Chunk]);
            ref int foot = ref Unsafe.AsRef(in slots[ends[(2 * arm) + 1] * Chunk]);
            ref long quanta = ref source[3 * arm * Chunk];
            for (int lane = 0; lane < length; lane++)
            {
                int a = Unsafe.Add(ref head, lane), b = Unsafe.Add(ref foot, lane);
                long fx = Unsafe.Add(ref quanta, lane), fy = Unsafe.Add(ref quanta, lane + Chunk), fz = Unsafe.Add(ref quanta, lane + (2 * Chunk));
                Unsafe.Add(ref x, a) += fx;
                Unsafe.Add(ref x, b) -= fx;
                Unsafe.Add(ref y, a) += fy;
                Unsafe.Add(ref y, b) -= fy;
                Unsafe.Add(ref z, a) += fz;
                Unsafe.Add(ref z, b) -= fz;
            }
        }
    }

    private static void Tally(Share share, int length, ForceSum sum)
    {
        for (int lane = 0; lane < length; lane++)
        {
            sum.AddEnergy(share.Energies[lane]);
            for (int arm = 0; arm < ArmCount; arm++)
            {
                sum.AddVirial(At(share.Arms, arm, lane), At(share.Forces, arm, lane));
            }
        }

        static Vec3 At(double[] vectors, int arm, int lane)
        {
            int x = (3 * arm * Chunk) + lane;
            return new Vec3(vectors[x], vectors[x + Chunk], vectors[x + (2 * Chunk)]);
        }
    }

    private readonly struct Yes : IChoice
    {
        public static bool Value => true;
    }

    private readonly struct No : IChoice
    {
        public static bool Value => false;
    }

    /// <summary>What one thread works off, and its work space.</summary>
    private sealed class Share
    {
        public Share(Work work, int parameters)
        {
            Work = work;
            int chunks = (work.To - work.From + Chunk - 1) / Chunk;
            Padded = chunks * Chunk;
            Slots = new int[Padded * TShape.MemberCount];
            Numbers = new TReal[Padded / TReal.Count * parameters];
        }

        public Work Work { get; }

        /// <summary>Length of the work, to the end of the last chunk.</summary>
        public int Padded { get; }

        public int[] Slots { get; }

        public TReal[] Numbers { get; }

        public double[] Arms { get; } = new double[3 * ArmCount * Chunk];

        public double[] Forces { get; } = new double[3 * ArmCount * Chunk];

        public long[] Quanta { get; } = new long[3 * ArmCount * Chunk];

        public double[] Energies { get; } = new double[Chunk];

        public long Version { get; set; } = -1;
    }
}
