using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// The dihedral angle i-j-k-l [rad] in [-pi, pi), 0 for cis and positive clockwise seen along j-k (IUPAC), by the minimum image.
/// Gradient after Blondel and Karplus 1996, doi:10.1002/(SICI)1096-987X(19960715)17:9%3C1132::AID-JCC5%3E3.0.CO;2-T.
/// </summary>
public sealed record Dihedral : CollectiveVariable
{
    /// <exception cref="ArgumentException">Particles are the same or negative.</exception>
    public Dihedral(int i, int j, int k, int l)
    {
        RequireDistinct(i, j, k, l);
        (I, J, K, L) = (i, j, k, l);
    }

    public int I { get; }

    public int J { get; }

    public int K { get; }

    public int L { get; }

    public override Dimension Dimension => Dimension.Angle;

    public override double? Period => 2 * Math.PI;

    public override double Evaluate(PhasePoint point)
    {
        (Vec3 f, Vec3 g, Vec3 h) = Bonds(point);
        Vec3 a = Vec3.Cross(f, g), b = Vec3.Cross(h, g);
        double angle = Math.Atan2(Vec3.Dot(Vec3.Cross(b, a), g) / g.Length(), Vec3.Dot(a, b));
        return angle < Math.PI ? angle : -Math.PI;
    }

    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
        (Vec3 f, Vec3 g, Vec3 h) = Bonds(point);
        Vec3 a = Vec3.Cross(f, g), b = Vec3.Cross(h, g);
        double a2 = a.LengthSquared(), b2 = b.LengthSquared(), length = g.Length();
        if (a2 == 0 || b2 == 0)
        {
            return;
        }

        Vec3 byI = a * (-factor * length / a2);
        Vec3 byL = b * (factor * length / b2);
        Vec3 shift = (a * (factor * Vec3.Dot(f, g) / (a2 * length))) - (b * (factor * Vec3.Dot(h, g) / (b2 * length)));
        gradient[I] += byI;
        gradient[J] += shift - byI;
        gradient[K] -= shift + byL;
        gradient[L] += byL;
    }

    public override string Describe() => FormattableString.Invariant($"dihedral({I}, {J}, {K}, {L})");

    private (Vec3 F, Vec3 G, Vec3 H) Bonds(PhasePoint point)
    {
        RequireParticle(point, Math.Max(Math.Max(I, J), Math.Max(K, L)));
        ReadOnlySpan<Vec3> r = point.Positions;
        return (point.Box.MinimumImage(r[I] - r[J]), point.Box.MinimumImage(r[J] - r[K]), point.Box.MinimumImage(r[L] - r[K]));
    }
}
