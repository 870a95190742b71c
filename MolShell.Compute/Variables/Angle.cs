using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// The angle i-j-k at particle j [rad], in [0, pi]: atan2(|a x b|, a.b) with a = r_i - r_j and b = r_k - r_j by the minimum image.
/// </summary>
public sealed record Angle : CollectiveVariable
{
    /// <exception cref="ArgumentException">Particles are the same or negative.</exception>
    public Angle(int i, int j, int k)
    {
        RequireDistinct(i, j, k);
        (I, J, K) = (i, j, k);
    }

    public int I { get; }

    public int J { get; }

    public int K { get; }

    public override Dimension Dimension => Dimension.Angle;

    public override double Evaluate(PhasePoint point)
    {
        (Vec3 a, Vec3 b) = Arms(point);
        return Math.Atan2(Vec3.Cross(a, b).Length(), Vec3.Dot(a, b));
    }

    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
        (Vec3 a, Vec3 b) = Arms(point);
        Vec3 normal = Vec3.Cross(a, b);
        double sine = normal.Length();
        if (sine == 0)
        {
            return;
        }

        // Each end turns in the plane, away from the other arm, by its displacement over its arm.
        Vec3 byI = Vec3.Cross(a, normal) * (factor / (sine * a.LengthSquared()));
        Vec3 byK = Vec3.Cross(normal, b) * (factor / (sine * b.LengthSquared()));
        gradient[I] += byI;
        gradient[K] += byK;
        gradient[J] -= byI + byK;
    }

    public override string Describe() => FormattableString.Invariant($"angle({I}, {J}, {K})");

    private (Vec3 A, Vec3 B) Arms(PhasePoint point)
    {
        RequireParticle(point, Math.Max(I, Math.Max(J, K)));
        Vec3 centre = point.Positions[J];
        return (point.Box.MinimumImage(point.Positions[I] - centre), point.Box.MinimumImage(point.Positions[K] - centre));
    }
}
