using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Bonded;

/// <summary>The loop over angles for any angle potential.</summary>
internal sealed class AngleEvaluator<TPotential>(AngleForce<TPotential> force) : IForceEvaluator
    where TPotential : struct, IAnglePotential
{
    private readonly BondAngle[] angles = ImmutableCollectionsMarshal.AsArray(force.Angles)!;
    private readonly PackedPotentials<TPotential> potentials = new(force.Potentials.AsSpan());
    private readonly bool minimumImage = force.UsesMinimumImage;

    public void Evaluate(ForceContext context, ForceSum sum, int part, int parts)
    {
        Particles particles = context.Particles;
        Work work = Work.Of(angles.Length, part, parts);
        for (int a = work.From; a < work.To; a++)
        {
            (int i, int j, int k) = angles[a];
            Vec3 middle = particles[j];
            (Vec3 r1, Vec3 r2) = Arms(particles[i] - middle, particles[k] - middle, particles.Box);
            double square1 = r1.LengthSquared();
            double square2 = r2.LengthSquared();
            double product = Math.Sqrt(square1 * square2);
            double cosine = Vec3.Dot(r1, r2) / product;
            double sine = Vec3.Cross(r1, r2).Length() / product;
            double energy = TPotential.Evaluate<Lane<double>>(cosine, sine, potentials[a], out Lane<double> derivative).Value;
            Vec3 f1 = ((r1 * (cosine / square1)) - (r2 / product)) * derivative.Value;
            Vec3 f2 = ((r2 * (cosine / square2)) - (r1 / product)) * derivative.Value;
            sum.Add(particles.SlotOf[i], f1);
            sum.Add(particles.SlotOf[k], f2);
            sum.Add(particles.SlotOf[j], -(f1 + f2));
            if (sum.WantsEnergy)
            {
                sum.AddEnergy(energy);
                sum.AddVirial(r1, f1);
                sum.AddVirial(r2, f2);
            }
        }
    }

    public string? FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        foreach (BondAngle angle in angles)
        {
            (Vec3 r1, Vec3 r2) = Arms(positions[angle.I] - positions[angle.J], positions[angle.K] - positions[angle.J], box);
            if (!double.IsFinite(1 / Math.Sqrt(r1.LengthSquared() * r2.LengthSquared())))
            {
                return FormattableString.Invariant(
                    $"the angle {angle.I}-{angle.J}-{angle.K} has arms of length {r1.Length():g6} and {r2.Length():g6}");
            }
        }

        return null;
    }

    public void Dispose()
    {
    }

    private (Vec3 First, Vec3 Second) Arms(Vec3 first, Vec3 second, Box box) =>
        minimumImage ? (box.MinimumImage(first), box.MinimumImage(second)) : (first, second);
}
