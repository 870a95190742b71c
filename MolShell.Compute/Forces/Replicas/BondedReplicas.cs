using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The loop over bonds, angles, dihedrals or listed pairs, each for all replicas at once.</summary>
internal sealed class BondedReplicas<TShape, TReal, TFixed>(BondedTerm term) : ReplicaTerm
    where TShape : struct, IBondedShape
    where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    where TFixed : struct, IFixedLanes<TFixed, TReal, long>
{
    // One more, so that there is a first where a formula has no parameters.
    private readonly TReal[] numbers = [.. term.Numbers.Select(number => (TReal)number), default];

    private static int ArmCount => TShape.MemberCount - 1;

    public override void Add(ReplicaForces forces)
    {
        Particles particles = forces.Particles;
        Box box = forces.Box;
        ref double x = ref MemoryMarshal.GetArrayDataReference(particles.X);
        ref double y = ref MemoryMarshal.GetArrayDataReference(particles.Y);
        ref double z = ref MemoryMarshal.GetArrayDataReference(particles.Z);
        Span<TReal> work = stackalloc TReal[6 * ArmCount];
        ref TReal arms = ref work[0], along = ref work[3 * ArmCount];
        ReadOnlySpan<int> members = term.Members, ends = TShape.Arms;
        for (int lane = 0; lane < forces.Lanes; lane += TReal.Count)
        {
            ReplicaSums<TReal, TFixed> sums = new(forces);
            for (int item = 0; item < term.Kinds.Length; item++)
            {
                ReadOnlySpan<int> own = members.Slice(item * TShape.MemberCount, TShape.MemberCount);
                for (int arm = 0; arm < ArmCount; arm++)
                {
                    int head = (own[ends[2 * arm]] * forces.Lanes) + lane, foot = (own[ends[(2 * arm) + 1]] * forces.Lanes) + lane;
                    ref TReal rx = ref Unsafe.Add(ref arms, 3 * arm), ry = ref Unsafe.Add(ref rx, 1), rz = ref Unsafe.Add(ref rx, 2);
                    rx = TReal.Load(in x, head) - TReal.Load(in x, foot);
                    ry = TReal.Load(in y, head) - TReal.Load(in y, foot);
                    rz = TReal.Load(in z, head) - TReal.Load(in z, foot);
                    if (term.UsesMinimumImage)
                    {
                        box.MinimumImage(ref rx, ref ry, ref rz);
                    }
                }

                Evaluate(ref arms, new Parameters<TReal>(in numbers[term.Kinds[item] * term.ParameterCount], term.Data), ref along);
                for (int arm = 0; arm < ArmCount; arm++)
                {
                    int head = (own[ends[2 * arm]] * forces.Lanes) + lane, foot = (own[ends[(2 * arm) + 1]] * forces.Lanes) + lane;
                    ref TReal force = ref Unsafe.Add(ref along, 3 * arm);
                    sums.Add(head, foot, force, Unsafe.Add(ref force, 1), Unsafe.Add(ref force, 2));
                }
            }

            forces.Fail(sums.Failed, lane);
        }
    }

    // A method of its own, since the compiler inlines only so much into one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Evaluate(ref TReal arms, Parameters<TReal> p, ref TReal along) => TShape.Evaluate(ref arms, p, ref along);
}
