using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Numerics.SpecialFunctions;
using MolShell.Compute.Structure.Neighbors;

namespace MolShell.Compute.Structure.Order;

/// <summary>
/// The bond-order vectors q_lm(i) = sum_j w_j Y_lm(r_ij) / sum_j w_j over the neighbours j of each particle, for m >= 0
/// (q_l,-m = (-1)^m conj(q_lm)). NaN for a particle without neighbours. Eight particles are computed side by side. Steinhardt, Nelson, Ronchetti
/// 1983, doi:10.1103/PhysRevB.28.784; weights by faces of Voronoi cells: Mickel et al. 2013, doi:10.1063/1.4774084.
/// </summary>
internal sealed class HarmonicField
{
    private const int ParticlesAtOnce = 4096;

    private readonly SphericalHarmonics harmonics;
    private readonly double[] values;

    private HarmonicField(NeighborTable neighbors, SphericalHarmonics harmonics)
    {
        (Neighbors, this.harmonics) = (neighbors, harmonics);
        values = new double[checked(neighbors.ParticleCount * 2 * harmonics.Count)];
    }

    /// <summary>The neighbours that were summed over.</summary>
    public NeighborTable Neighbors { get; }

    /// <summary>The vectors of degrees <paramref name="degrees"/>.</summary>
    public static HarmonicField Compute(NeighborTable neighbors, ReadOnlySpan<int> degrees, CpuDevice device, CancellationToken cancellation)
    {
        HarmonicField field = new(neighbors, new SphericalHarmonics(degrees));
        int blocks = (neighbors.ParticleCount + ParticlesAtOnce - 1) / ParticlesAtOnce;
        device.For(blocks, (from, to) =>
        {
            for (int block = from; block < to; block++)
            {
                cancellation.ThrowIfCancellationRequested();
                int first = block * ParticlesAtOnce, end = Math.Min(first + ParticlesAtOnce, neighbors.ParticleCount);
                if (Vector512.IsHardwareAccelerated)
                {
                    field.Sum<Lanes512<double>>(first, end);
                }
                else if (Vector256.IsHardwareAccelerated)
                {
                    field.Sum<Lanes256<double>>(first, end);
                }
                else
                {
                    field.Sum<Lanes128<double>>(first, end);
                }
            }
        });
        return field;
    }

    /// <summary>The vector of a particle: real and imaginary part of m = 0, of m = 1, ..., shape [l + 1, 2].</summary>
    public ReadOnlySpan<double> Of(int particle, int degree) =>
        values.AsSpan(2 * ((particle * harmonics.Count) + harmonics.PlaceOf(degree)), 2 * (degree + 1));

    /// <summary>
    /// The means of the vectors of one degree over each particle and its neighbours. Lechner and Dellago 2008, doi:10.1063/1.2977970.
    /// </summary>
    public HarmonicField Averaged(int degree, CpuDevice device, CancellationToken cancellation)
    {
        HarmonicField averaged = new(Neighbors, new SphericalHarmonics([degree]));
        device.For(Neighbors.ParticleCount, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                if (i % ParticlesAtOnce == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                Average(i, degree, averaged.values.AsSpan(i * 2 * (degree + 1), 2 * (degree + 1)));
            }
        });
        return averaged;
    }

    // Part after part of the vectors, so that sums stay in registers; lengths are even.
    private void Average(int particle, int degree, Span<double> into)
    {
        ReadOnlySpan<int> neighbors = Neighbors.Of(particle);
        nuint width = (nuint)(2 * harmonics.Count), place = (nuint)(2 * harmonics.PlaceOf(degree));
        ref double all = ref MemoryMarshal.GetArrayDataReference(values);
        double scale = 1.0 / (neighbors.Length + 1);
        int k = 0;
        for (; k <= into.Length - Vector256<double>.Count; k += Vector256<double>.Count, place += (nuint)Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref all, ((nuint)particle * width) + place);
            foreach (int neighbor in neighbors)
            {
                sum += Vector256.LoadUnsafe(ref all, ((nuint)neighbor * width) + place);
            }

            (sum * scale).CopyTo(into[k..]);
        }

        if (k < into.Length)
        {
            Vector128<double> sum = Vector128.LoadUnsafe(ref all, ((nuint)particle * width) + place);
            foreach (int neighbor in neighbors)
            {
                sum += Vector128.LoadUnsafe(ref all, ((nuint)neighbor * width) + place);
            }

            (sum * scale).CopyTo(into[k..]);
        }
    }

    // The lanes are particles; the shorter lists of neighbours are filled up with directions of no weight.
    internal void Sum<TReal>(int first, int end)
        where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    {
        Span<TReal> real = new TReal[harmonics.Count], imaginary = new TReal[harmonics.Count];
        Span<double> x = stackalloc double[TReal.Count], y = stackalloc double[TReal.Count], z = stackalloc double[TReal.Count];
        Span<double> w = stackalloc double[TReal.Count];
        for (int group = first; group < end; group += TReal.Count)
        {
            int particles = Math.Min(TReal.Count, end - group), most = 0;
            for (int lane = 0; lane < particles; lane++)
            {
                most = Math.Max(most, Neighbors.CountOf(group + lane));
            }

            real.Clear();
            imaginary.Clear();
            TReal total = 0;
            for (int k = 0; k < most; k++)
            {
                for (int lane = 0; lane < TReal.Count; lane++)
                {
                    bool there = lane < particles && k < Neighbors.CountOf(group + lane);
                    Vec3 r = there ? Neighbors.Vector(group + lane, k) : new Vec3(0, 0, 1);
                    (x[lane], y[lane], z[lane]) = (r.X, r.Y, r.Z);
                    w[lane] = !there ? 0 : Neighbors.HasWeights ? Neighbors.WeightsOf(group + lane)[k] : 1;
                }

                TReal lanesX = TReal.Load(in x[0], 0), lanesY = TReal.Load(in y[0], 0), lanesZ = TReal.Load(in z[0], 0);
                TReal weight = TReal.Load(in w[0], 0);
                TReal scale = (TReal)1 / TReal.Sqrt((lanesX * lanesX) + (lanesY * lanesY) + (lanesZ * lanesZ));
                harmonics.Add(lanesX * scale, lanesY * scale, lanesZ * scale, weight, real, imaginary);
                total += weight;
            }

            Keep(group, particles, (TReal)1 / total, real, imaginary);
        }
    }

    private void Keep<TReal>(int group, int particles, TReal scale, Span<TReal> real, Span<TReal> imaginary)
        where TReal : unmanaged, IMemoryLanes<TReal, double>, ILanes<TReal>
    {
        Span<double> re = stackalloc double[TReal.Count], im = stackalloc double[TReal.Count];
        for (int k = 0; k < harmonics.Count; k++)
        {
            (real[k] * scale).Store(ref re[0], 0);
            (imaginary[k] * scale).Store(ref im[0], 0);
            for (int lane = 0; lane < particles; lane++)
            {
                int at = 2 * (((group + lane) * harmonics.Count) + k);
                (values[at], values[at + 1]) = (re[lane], im[lane]);
            }
        }
    }
}
