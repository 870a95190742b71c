using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// One Cartesian coordinate [length], not wrapped into the box. Coordinates are numbered through the particles: in a system of d
/// coordinates a particle, number k is axis k mod d of particle k / d, so 0 is x and 1 is y of the first particle, or, for toys of
/// one dimension, x of the second.
/// </summary>
public sealed record Coordinate : CollectiveVariable
{
    private readonly CoordinateIndex index;

    /// <summary>A coordinate by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Coordinate(int number)
    {
        index = new CoordinateIndex(number);
    }

    /// <summary>A coordinate by particle and axis (0 = x, 1 = y, 2 = z).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The particle is negative or the axis is not 0, 1 or 2.</exception>
    public Coordinate(int particle, int axis)
    {
        index = new CoordinateIndex(particle, axis);
    }

    public override Dimension Dimension => Dimension.Length;

    public override double Evaluate(PhasePoint point)
    {
        (int particle, int axis) = index.Resolve(point.Dimension);
        RequireParticle(point, particle);
        return point.Positions[particle][axis];
    }

    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
        (int particle, int axis) = index.Resolve(point.Dimension);
        RequireParticle(point, particle);
        gradient[particle] += CoordinateIndex.Unit(axis) * factor;
    }

    public override string Describe() => index.Describe(string.Empty);
}
