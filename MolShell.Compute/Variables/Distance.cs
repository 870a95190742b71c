using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>The distance |r_j - r_i| of two particles [length], by the minimum image.</summary>
public sealed record Distance : CollectiveVariable
{
    /// <exception cref="ArgumentException">The particles are the same or negative.</exception>
    public Distance(int i, int j)
    {
        RequireDistinct(i, j);
        (I, J) = (i, j);
    }

    public int I { get; }

    public int J { get; }

    public override Dimension Dimension => Dimension.Length;

    public override double Evaluate(PhasePoint point) => Separation(point).Length();

    public override void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient)
    {
        Vec3 d = Separation(point);
        double length = d.Length();
        if (length > 0)
        {
            d *= factor / length;
            gradient[I] -= d;
            gradient[J] += d;
        }
    }

    public override string Describe() => FormattableString.Invariant($"distance({I}, {J})");

    private Vec3 Separation(PhasePoint point)
    {
        RequireParticle(point, Math.Max(I, J));
        return point.Box.MinimumImage(point.Positions[J] - point.Positions[I]);
    }
}
