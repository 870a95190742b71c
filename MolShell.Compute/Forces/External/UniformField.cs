using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;

namespace MolShell.Compute.Forces.External;

/// <summary>The same force everywhere: V = -f.r, without end in a periodic box, where positions are unwrapped.</summary>
public readonly record struct UniformField : IExternalPotential
{
    /// <param name="force">f [energy/length], times what the force that uses this is coupled to.</param>
    /// <exception cref="ArgumentException">A component is not finite.</exception>
    public UniformField(Vec3 force)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            Parameter.Finite(force[axis], nameof(force), Name);
        }

        Force = force;
    }

    public static string Name => "UniformField";

    public static int ParameterCount => 3;

    public static string OpenCl => """
        *fx = p[0];
        *fy = p[1];
        *fz = p[2];
        return -(p[0] * x + p[1] * y + p[2] * z);
        """;

    /// <summary>f [energy/length].</summary>
    public Vec3 Force { get; }

    public int Dimension => Force.Z != 0 ? 3 : Force.Y != 0 ? 2 : 1;

    public void Pack(Span<double> parameters, List<double> data) =>
        (parameters[0], parameters[1], parameters[2]) = (Force.X, Force.Y, Force.Z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        (fx, fy, fz) = (p[0], p[1], p[2]);
        return -((fx * x) + (fy * y) + (fz * z));
    }

    public string Describe() => FormattableString.Invariant($"{Name}(f={Force.X},{Force.Y},{Force.Z})");

    public override string ToString() => Describe();
}
