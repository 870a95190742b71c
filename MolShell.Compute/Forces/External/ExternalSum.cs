using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>The sum of two potentials of place, as one; sums nest.</summary>
public readonly record struct ExternalSum<TFirst, TSecond>(TFirst First, TSecond Second) : IExternalPotential
    where TFirst : struct, IExternalPotential
    where TSecond : struct, IExternalPotential
{
    public static string Name => $"{TFirst.Name}+{TSecond.Name}";

    public int Dimension => Math.Max(First.Dimension, Second.Dimension);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double energy = First.Evaluate(r, out Vec3 first) + Second.Evaluate(r, out Vec3 second);
        force = first + second;
        return energy;
    }

    public string Describe() => $"{First.Describe()}+{Second.Describe()}";

    public override string ToString() => Describe();
}
