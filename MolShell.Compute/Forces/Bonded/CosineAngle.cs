using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics.Simd;

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

    public static int ParameterCount => 1;

    public static string OpenCl => "*derivative = p[0]; return p[0] * (1 + cosine);";

    /// <summary>k [energy].</summary>
    public double Stiffness { get; }

    public void Pack(Span<double> parameters, List<double> data) => parameters[0] = Stiffness;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal cosine, TReal sine, Parameters<TReal> p, out TReal derivative)
        where TReal : struct, ILanes<TReal>
    {
        derivative = p[0];
        return p[0] * (1 + cosine);
    }

    public string Describe() => FormattableString.Invariant($"{Name}(k={Stiffness})");

    public override string ToString() => Describe();
}
