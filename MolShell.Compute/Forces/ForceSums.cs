using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MolShell.Compute.Forces;

/// <summary>What all threads add up, each into a sum of its own.</summary>
internal sealed class ForceSums(int threads, int capacity, int terms)
{
    private readonly ForceSum[] sums = [.. Enumerable.Range(0, threads).Select(_ => new ForceSum(capacity, terms))];

    /// <summary>Whether a contribution to any was too large for the quantum, or not a number.</summary>
    public bool Failed => Array.Exists(sums, sum => sum.Failed);

    /// <summary>The sum of one thread.</summary>
    public ForceSum this[int part] => sums[part];

    public void Begin(ForceQuantum quantum, bool isMixed, bool wantsEnergy)
    {
        foreach (ForceSum sum in sums)
        {
            sum.Begin(quantum, isMixed, wantsEnergy);
        }
    }

    public void ClearForces()
    {
        foreach (ForceSum sum in sums)
        {
            sum.ClearForces();
        }
    }

    /// <summary>
    /// Makes the forces on the particles in slots <paramref name="from"/> to <paramref name="to"/> - 1, both multiples of 8, real numbers,
    /// and clears them here for the next time.
    /// </summary>
    public void MoveTo(Particles particles, int from, int to)
    {
        Move(sum => sum.X, particles.ForceX, from, to);
        Move(sum => sum.Y, particles.ForceY, from, to);
        Move(sum => sum.Z, particles.ForceZ, from, to);
    }

    /// <summary>Energies and virials of the terms, shape [terms].</summary>
    public void CopyEnergies(Span<double> energies, Span<Virial> virials)
    {
        double quantum = sums[0].Quantum.Energy;
        Span<Int128> total = stackalloc Int128[6];
        for (int term = 0; term < energies.Length; term++)
        {
            Int128 energy = 0;
            total.Clear();
            foreach (ForceSum sum in sums)
            {
                energy += sum.EnergyOf(term);
                for (int k = 0; k < 6; k++)
                {
                    total[k] += sum.VirialOf(term)[k];
                }
            }

            energies[term] = (double)energy * quantum;
            virials[term] = new Virial
            {
                XX = (double)total[0] * quantum, YY = (double)total[1] * quantum, ZZ = (double)total[2] * quantum,
                XY = (double)total[3] * quantum, XZ = (double)total[4] * quantum, YZ = (double)total[5] * quantum,
            };
        }
    }

    private void Move(Func<ForceSum, long[]> axis, double[] forces, int from, int to)
    {
        ref double target = ref MemoryMarshal.GetArrayDataReference(forces);
        ref long first = ref MemoryMarshal.GetArrayDataReference(axis(sums[0]));
        for (int other = 1; other < sums.Length; other++)
        {
            ref long more = ref MemoryMarshal.GetArrayDataReference(axis(sums[other]));
            for (nuint slot = (nuint)from; slot < (nuint)to; slot += 8)
            {
                (Vector512.LoadUnsafe(ref first, slot) + Vector512.LoadUnsafe(ref more, slot)).StoreUnsafe(ref first, slot);
                Vector512<long>.Zero.StoreUnsafe(ref more, slot);
            }
        }

        Vector512<double> quantum = Vector512.Create(sums[0].Quantum.Force);
        for (nuint slot = (nuint)from; slot < (nuint)to; slot += 8)
        {
            (Vector512.ConvertToDouble(Vector512.LoadUnsafe(ref first, slot)) * quantum).StoreUnsafe(ref target, slot);
            Vector512<long>.Zero.StoreUnsafe(ref first, slot);
        }
    }
}
