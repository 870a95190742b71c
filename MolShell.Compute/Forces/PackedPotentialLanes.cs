using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces;

/// <summary>The packed numbers of a list of potentials of one kind, as their formula reads them, the same in all lanes.</summary>
internal class PackedPotentials<TPotential, TReal>
    where TPotential : struct, IPotential
    where TReal : struct, ILanes<TReal>
{
    private readonly TReal[] numbers;
    private readonly double[] data;

    public PackedPotentials(params ReadOnlySpan<TPotential> potentials)
    {
        List<double> lists = [];
        double[] packed = new double[TPotential.ParameterCount];
        numbers = new TReal[Math.Max(1, potentials.Length * packed.Length)];
        for (int i = 0; i < potentials.Length; i++)
        {
            potentials[i].Pack(packed, lists);
            for (int k = 0; k < packed.Length; k++)
            {
                numbers[(i * packed.Length) + k] = packed[k];
            }
        }

        data = [.. lists];
    }

    /// <summary>The numbers of one potential.</summary>
    public Parameters<TReal> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(in numbers[index * TPotential.ParameterCount], data);
    }
}
