using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>A spherical wall around particles: V(R - |r - c|).</summary>
public readonly record struct SphereWall<TProfile> : IExternalPotential
    where TProfile : struct, IWallProfile
{
    /// <param name="profile">The energy by the distance from the wall.</param>
    /// <param name="radius">R [length], positive.</param>
    /// <param name="center">c [length].</param>
    /// <exception cref="ArgumentException">A parameter is out of range.</exception>
    public SphereWall(TProfile profile, double radius, Vec3 center = default)
    {
        Parameter.Positive(radius, nameof(radius), Name);
        for (int axis = 0; axis < 3; axis++)
        {
            Parameter.Finite(center[axis], nameof(center), Name);
        }

        (Profile, Radius, Center) = (profile, radius, center);
    }

    public static string Name => TProfile.Name;

    /// <summary>The energy by the distance from the wall.</summary>
    public TProfile Profile { get; }

    /// <summary>R [length].</summary>
    public double Radius { get; }

    /// <summary>c [length].</summary>
    public Vec3 Center { get; }

    public int Dimension => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        Vec3 d = r - Center;
        double length = d.Length();
        double energy = Profile.Evaluate(Radius - length, out double push);

        // At the center all directions are alike and the force is zero.
        force = length > 0 ? d * (-push / length) : default;
        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"Sphere({Profile.Describe()}, R={Radius}, c={Center.X},{Center.Y},{Center.Z})");

    public override string ToString() => Describe();
}
