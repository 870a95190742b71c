using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Forces.External;

/// <summary>A sum of Gaussians: V = sum over terms of A exp(-sum over axes of alpha_a (r_a - c_a)^2).</summary>
public readonly struct GaussianSum : IExternalPotential
{
    private readonly GaussianTerm[]? terms;

    /// <exception cref="ArgumentException">There is no term, or a number is not finite.</exception>
    public GaussianSum(params IEnumerable<GaussianTerm> terms)
    {
        GaussianTerm[] all = [.. terms];
        this.terms = all;
        if (all.Length == 0)
        {
            throw new ArgumentException($"{Name}: expected at least one term.");
        }

        Dimension = 1;
        foreach (GaussianTerm term in all)
        {
            Parameter.Finite(term.Amplitude, nameof(term.Amplitude), Name);
            for (int axis = 0; axis < 3; axis++)
            {
                Parameter.Finite(term.Center[axis], nameof(term.Center), Name);
                Parameter.Finite(term.Alpha[axis], nameof(term.Alpha), Name);
                Dimension = term.Alpha[axis] != 0 ? Math.Max(Dimension, axis + 1) : Dimension;
            }
        }
    }

    public static string Name => "GaussianSum";

    public ImmutableArray<GaussianTerm> Terms => ImmutableCollectionsMarshal.AsImmutableArray(terms ?? []);

    public int Dimension { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Evaluate(Vec3 r, out Vec3 force)
    {
        double energy = 0;
        double fx = 0, fy = 0, fz = 0;
        foreach (ref readonly GaussianTerm term in terms.AsSpan())
        {
            double dx = r.X - term.Center.X, dy = r.Y - term.Center.Y, dz = r.Z - term.Center.Z;
            double ax = term.Alpha.X * dx, ay = term.Alpha.Y * dy, az = term.Alpha.Z * dz;
            double value = term.Amplitude * Math.Exp(-((ax * dx) + (ay * dy) + (az * dz)));
            energy += value;
            fx += 2 * ax * value;
            fy += 2 * ay * value;
            fz += 2 * az * value;
        }

        force = new Vec3(fx, fy, fz);
        return energy;
    }

    public string Describe()
    {
        IEnumerable<string> texts = Terms.Select(t => FormattableString.Invariant(
            $"{t.Amplitude} exp({t.Alpha.X},{t.Alpha.Y},{t.Alpha.Z} at {t.Center.X},{t.Center.Y},{t.Center.Z})"));
        return $"{Name}({string.Join("; ", texts)})";
    }

    public override string ToString() => Describe();
}
