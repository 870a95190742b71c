using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Order;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Solids;

/// <summary>
/// The solid particles of a frame, by the correlation of each particle's bond-order vector with those of its neighbours,
/// s_ij = Re sum_m q_lm(i) conj(q_lm(j)) / (|q_l(i)| |q_l(j)|). Immutable; computed anew from neighbours each time.
/// </summary>
public sealed class SolidParticles : INeighborResult
{
    private readonly bool[] bonds;

    private SolidParticles(NeighborTable neighbors, SolidOptions options)
    {
        (Neighbors, Options) = (neighbors, options);
        bonds = new bool[neighbors.NeighborCount];
        IsSolid = new bool[neighbors.ParticleCount];
        BondCounts = new int[neighbors.ParticleCount];
        MeanCorrelations = new double[neighbors.ParticleCount];
    }

    /// <inheritdoc/>
    public Frame Frame => Neighbors.Frame;

    /// <summary>Step of the frame.</summary>
    public long Step => Frame.Step;

    /// <summary>Time of the frame [time].</summary>
    public double Time => Frame.Time;

    /// <summary>Number of particles n.</summary>
    public int ParticleCount => Frame.ParticleCount;

    /// <summary>The neighbours.</summary>
    public NeighborTable Neighbors { get; }

    /// <summary>When a particle is solid.</summary>
    public SolidOptions Options { get; }

    /// <summary>The rule by which a particle is solid.</summary>
    public SolidRule Rule => Options.Rule;

    /// <summary>Whether each particle is solid, shape [n].</summary>
    public bool[] IsSolid { get; }

    /// <summary>Number of bonds of each particle: neighbours with s_ij above the threshold, shape [n].</summary>
    public int[] BondCounts { get; }

    /// <summary>Mean of s_ij over the neighbours of each particle, shape [n]; NaN without neighbours.</summary>
    public double[] MeanCorrelations { get; }

    /// <summary>Number of solid particles.</summary>
    public int SolidCount { get; private set; }

    /// <summary>Solid particles over all.</summary>
    public double SolidFraction => (double)SolidCount / ParticleCount;

    /// <summary>Whether a particle is bonded to one of its neighbours.</summary>
    public bool IsBond(int particle, int neighbor) => bonds[Neighbors.StartOf(particle) + neighbor];

    /// <summary>Finds the solid particles, the same for any number of threads.</summary>
    /// <exception cref="ArgumentException">The degree is out of range.</exception>
    public static SolidParticles Find(NeighborTable neighbors, SolidOptions options, CpuDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neighbors);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(device);
        new OrderParameterOptions { Degrees = [options.Degree] }.Validate();
        HarmonicField field = HarmonicField.Compute(neighbors, [options.Degree], device, cancellation);
        SolidParticles solids = new(neighbors, options);
        int stride = 2 * (options.Degree + 1);
        stride += -stride & (Vector512<double>.Count - 1);
        double[] vectors = Prepare(field, options, stride, device);
        cancellation.ThrowIfCancellationRequested();
        device.For(neighbors.ParticleCount, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                solids.Correlate(i, vectors, stride);
            }
        });
        solids.SolidCount = solids.IsSolid.Count(isSolid => isSolid);
        return solids;
    }

    /// <inheritdoc/>
    public Frame ToFrame() => Frame
        .WithColumn(new ParticleColumn<bool>("solid", IsSolid))
        .WithColumn(new ParticleColumn<long>("solid_bonds", Array.ConvertAll(BondCounts, count => (long)count)))
        .WithColumn(new ParticleColumn<double>("mean_correlation", MeanCorrelations));

    public override string ToString() => FormattableString.Invariant($"{SolidCount} of {ParticleCount} particles are solid");

    // Vectors whose plain scalar product is the correlation: m > 0 stands for -m too, and lengths are one. Padded with zeros.
    private static double[] Prepare(HarmonicField field, SolidOptions options, int stride, CpuDevice device)
    {
        BondOrder order = new(options.Degree);
        double[] vectors = new double[checked(field.Neighbors.ParticleCount * stride)];
        device.For(field.Neighbors.ParticleCount, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                ReadOnlySpan<double> vector = field.Of(i, options.Degree);
                double scale = options.IsNormalized ? 1 / Math.Sqrt(order.Square(vector)) : 1, both = Math.Sqrt(2) * scale;
                int at = i * stride;
                vectors[at] = scale * vector[0];
                for (int k = 2; k < vector.Length; k++)
                {
                    vectors[at + k] = both * vector[k];
                }
            }
        });
        return vectors;
    }

    private void Correlate(int i, double[] vectors, int stride)
    {
        ReadOnlySpan<int> neighbors = Neighbors.Of(i);
        Span<bool> isBond = bonds.AsSpan(Neighbors.StartOf(i), neighbors.Length);
        double sum = 0;
        int count = 0;
        for (int k = 0; k < neighbors.Length; k++)
        {
            Vector512<double> product = Vector512<double>.Zero;
            for (int at = 0; at < stride; at += Vector512<double>.Count)
            {
                product += Vector512.Create(vectors.AsSpan((i * stride) + at)) * Vector512.Create(vectors.AsSpan((neighbors[k] * stride) + at));
            }

            double correlation = Vector512.Sum(product);
            sum += correlation;
            isBond[k] = correlation > Options.Threshold;
            count += isBond[k] ? 1 : 0;
        }

        MeanCorrelations[i] = sum / neighbors.Length;
        BondCounts[i] = count;
        IsSolid[i] = neighbors.Length > 0 && Options.IsSolid(count, neighbors.Length, MeanCorrelations[i]);
    }
}
