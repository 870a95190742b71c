using System.Runtime.CompilerServices;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.Replicas;

/// <summary>The numbers of each kind of pair, the same in all lanes.</summary>
internal sealed class PairLanes<TPotential, TReal>
    where TPotential : struct, IPairPotential<TPotential>
    where TReal : struct, ILanes<TReal>
{
    private readonly TReal[] numbers;
    private readonly double[] data;

    public PairLanes(PairParameters<TPotential> potentials, ReplicaPairs pairs)
    {
        numbers = new TReal[Math.Max(1, pairs.Known.Length * Stride)];
        data = potentials.Data;
        for (int kind = 0; kind < pairs.Known.Length; kind++)
        {
            for (int k = 0; k <= TPotential.ParameterCount; k++)
            {
                numbers[(kind * Stride) + k] = potentials.Tables[k][pairs.Known[kind].Types];
            }

            numbers[(kind * Stride) + Stride - 1] = pairs.Known[kind].ChargeProduct;
        }
    }

    // Parameters, squared cutoff, product of charges.
    private static int Stride => TPotential.ParameterCount + 2;

    /// <summary>The parameters of a kind.</summary>
    public Parameters<TReal> this[int kind]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref TReal first = ref numbers[kind * Stride];
            return new Parameters<TReal>(in first, data, TPotential.UsesCharges ? Unsafe.Add(ref first, Stride - 1) : default);
        }
    }

    /// <summary>The squared cutoff of a kind [length^2].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal SquaredCutoff(int kind) => numbers[(kind * Stride) + TPotential.ParameterCount];
}
