using System.Runtime.CompilerServices;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>Bending stiffness of a chain: U(theta) = k (1 + cos theta), zero where straight (theta = pi).</summary>
public readonly record struct CosineAngle : IAnglePotential
{
    /// <param name="stiffness">k [energy].</param>
    /// <exception cref="ArgumentException">The stiffness is not finite.</exception>
    public CosineAngle(double stiffness)
    {
        Parameter.Finite(stiffness, nameof(stiffness), Name);
        Stiffness = stiffness;
    }

    public static string Name => "CosineAngle";

    /// <summary>k [energy].</summary>
    public double Stiffness { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(double cosine, out double derivative)
    {
        derivative = Stiffness;
        return Stiffness * (1 + cosine);
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={Stiffness})");

    public override string ToString() => Describe();
}
