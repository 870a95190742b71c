using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

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

    /// <summary>f [energy/length].</summary>
    public Vec3 Force { get; }

    public int Dimension => Force.Z != 0 ? 3 : Force.Y != 0 ? 2 : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        force = Force;
        return -Vec3.Dot(Force, r);
    }

    public string Describe() => FormattableString.Invariant($"{Name}(f={Force.X},{Force.Y},{Force.Z})");

    public override string ToString() => Describe();
}
