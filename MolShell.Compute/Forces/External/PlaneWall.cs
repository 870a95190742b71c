using System.Runtime.CompilerServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>A plane wall: V(n.r - s), where n is the unit normal that points inward and s how far the plane is from the origin.</summary>
public readonly record struct PlaneWall<TProfile> : IExternalPotential
    where TProfile : struct, IWallProfile
{
    /// <param name="profile">The energy by the distance from the plane.</param>
    /// <param name="normal">Points from the plane to where particles may be; of any length but 0.</param>
    /// <param name="offset">s [length]: where the plane cuts the axis of the normal.</param>
    /// <exception cref="ArgumentException">The normal is zero or a number is not finite.</exception>
    public PlaneWall(TProfile profile, Vec3 normal, double offset)
    {
        double length = normal.Length();
        Parameter.Positive(length, "length of the normal", Name);
        Parameter.Finite(offset, nameof(offset), Name);
        (Profile, Normal, Offset) = (profile, normal / length, offset);
    }

    public static string Name => TProfile.Name;

    /// <summary>The energy by the distance from the plane.</summary>
    public TProfile Profile { get; }

    /// <summary>n.</summary>
    public Vec3 Normal { get; }

    /// <summary>s [length].</summary>
    public double Offset { get; }

    public int Dimension => Normal.Z != 0 ? 3 : Normal.Y != 0 ? 2 : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double energy = Profile.Evaluate(Vec3.Dot(Normal, r) - Offset, out double push);
        force = Normal * push;
        return energy;
    }

    public string Describe() => FormattableString.Invariant(
        $"Plane({Profile.Describe()}, n={Normal.X},{Normal.Y},{Normal.Z}, s={Offset})");

    public override string ToString() => Describe();
}
