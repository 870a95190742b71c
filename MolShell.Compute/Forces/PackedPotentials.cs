using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces;

/// <summary>The packed numbers of a list of potentials of one kind, in double precision, as their formula reads them.</summary>
internal sealed class PackedPotentials<TPotential>
    where TPotential : struct, IPotential
{
    private readonly Lane<double>[] numbers;
    private readonly double[] data;

    public PackedPotentials(params ReadOnlySpan<TPotential> potentials)
    {
        List<double> lists = [];
        double[] packed = new double[TPotential.ParameterCount];
        numbers = new Lane<double>[Math.Max(1, potentials.Length * packed.Length)];
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
    public Parameters<Lane<double>> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(in numbers[index * TPotential.ParameterCount], data);
    }
}
