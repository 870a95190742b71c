using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// One Cartesian component of a velocity [length/time], numbered as <see cref="Coordinate"/>. It changes sign with time, so paths
/// in states or interfaces of it cannot be reversed for free.
/// </summary>
public sealed record VelocityComponent : CollectiveVariable
{
    private readonly CoordinateIndex index;

    /// <summary>A component by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public VelocityComponent(int number)
    {
        index = new CoordinateIndex(number);
    }

    /// <summary>A component by particle and axis (0 = x, 1 = y, 2 = z).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The particle is negative or the axis is not 0, 1 or 2.</exception>
    public VelocityComponent(int particle, int axis)
    {
        index = new CoordinateIndex(particle, axis);
    }

    public override Dimension Dimension => Dimension.Velocity;

    public override bool IsTimeReversible => false;

    public override double Evaluate(PhasePoint point)
    {
        (int particle, int axis) = index.Resolve(point.Dimension);
        RequireParticle(point, particle);
        return point.Velocities.Length == point.Positions.Length
            ? point.Velocities[particle][axis]
            : throw new ArgumentException($"The variable '{Name}' needs velocities, and the frame has none.");
    }

    /// <summary>Adds nothing: a velocity does not depend on positions.</summary>
    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
    }

    public override string Describe() => index.Describe("v_");
}
