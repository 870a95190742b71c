using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics.Simd;

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

    public static int ParameterCount => 2;

    public static string OpenCl => """
        real energy = 0;
        *fx = 0;
        *fy = 0;
        *fz = 0;
        for (int t = (int)p[0]; t < (int)p[1]; t += 7)
        {
            real dx = x - data[t + 1], dy = y - data[t + 2], dz = z - data[t + 3];
            real ax = data[t + 4] * dx, ay = data[t + 5] * dy, az = data[t + 6] * dz;
            real value = data[t] * exp(-(ax * dx + ay * dy + az * dz));
            energy += value;
            *fx += 2 * ax * value;
            *fy += 2 * ay * value;
            *fz += 2 * az * value;
        }
        return energy;
        """;

    public ImmutableArray<GaussianTerm> Terms => ImmutableCollectionsMarshal.AsImmutableArray(terms ?? []);

    public int Dimension { get; }

    public void Pack(Span<double> parameters, List<double> data)
    {
        parameters[0] = data.Count;
        foreach (GaussianTerm term in Terms)
        {
            data.Add(term.Amplitude);
            data.AddRange([term.Center.X, term.Center.Y, term.Center.Z]);
            data.AddRange([term.Alpha.X, term.Alpha.Y, term.Alpha.Z]);
        }

        parameters[1] = data.Count;
    }

    // A call of its own, since the compiler inlines only so much into one method.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TReal Evaluate<TReal>(TReal x, TReal y, TReal z, Parameters<TReal> p, out TReal fx, out TReal fy, out TReal fz)
        where TReal : struct, ILanes<TReal>
    {
        TReal energy = 0;
        fx = 0;
        fy = 0;
        fz = 0;
        ReadOnlySpan<double> all = p.Data[(int)p[0][0]..(int)p[1][0]];
        for (; all.Length >= 7; all = all[7..])
        {
            TReal dx = x - all[1], dy = y - all[2], dz = z - all[3];
            TReal ax = all[4] * dx, ay = all[5] * dy, az = all[6] * dz;
            TReal value = all[0] * LaneMath.Exp(-((ax * dx) + (ay * dy) + (az * dz)));
            energy += value;
            fx += 2 * ax * value;
            fy += 2 * ay * value;
            fz += 2 * az * value;
        }

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
