using System.Collections.Immutable;
using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Order;

/// <summary>
/// Order parameters of each particle of a frame, by name: q_l as "q6", w_l over |q|^3 as "w6", without that as "w6_raw"; the same of averaged vectors
/// as "aq6", "aw6", "aw6_raw" (Lechner and Dellago 2008, doi:10.1063/1.2977970); hexatic order |psi_k| as "psi6" and its direction arg(psi_k) / k
/// [rad] as "psi6_angle", with psi_k = mean over neighbours of exp(i k theta). NaN where undefined: of particles without neighbours, and w_l where q_l
/// is zero. w_l of an odd degree is zero. Immutable.
/// </summary>
public sealed class OrderParameters : INeighborResult
{
    // Memory goes with the number of harmonics at once.
    private const int HarmonicsAtOnce = 16;
    private const string AngleSuffix = "_angle";

    private OrderParameters(NeighborTable neighbors, ImmutableArray<ParticleColumn<double>> columns)
    {
        (Neighbors, Columns) = (neighbors, columns);
        Means = columns.ToImmutableDictionary(column => column.Name, column => MeanOf(column.Values), StringComparer.OrdinalIgnoreCase);
    }

    private delegate double Invariant(ReadOnlySpan<double> vector);

    /// <inheritdoc/>
    public Frame Frame => Neighbors.Frame;

    /// <summary>Step of the frame.</summary>
    public long Step => Frame.Step;

    /// <summary>Time of the frame [time].</summary>
    public double Time => Frame.Time;

    /// <summary>Number of particles n.</summary>
    public int ParticleCount => Frame.ParticleCount;

    /// <summary>The neighbours that the order is of.</summary>
    public NeighborTable Neighbors { get; }

    /// <summary>The order parameters, shape [n] each.</summary>
    public ImmutableArray<ParticleColumn<double>> Columns { get; }

    /// <summary>The mean of each order parameter over the particles for which it is defined.</summary>
    public ImmutableDictionary<string, double> Means { get; }

    /// <summary>The means as a text.</summary>
    public string Summary => string.Join(
        "  ", Columns.Where(column => !column.Name.EndsWith(AngleSuffix, StringComparison.Ordinal))
            .Select(column => FormattableString.Invariant($"{column.Name} {Means[column.Name]:g4}")));

    /// <summary>An order parameter of each particle, shape [n].</summary>
    /// <exception cref="ArgumentException">It was not computed.</exception>
    public double[] this[string name] =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))?.Values
        ?? throw new ArgumentException($"There is no order parameter '{name}' here; there are: {string.Join(", ", Columns.Select(c => c.Name))}.");

    /// <summary>Computes order parameters, the same bits for any number of threads.</summary>
    /// <exception cref="ArgumentException">The options ask for nothing, or for what does not exist.</exception>
    public static OrderParameters Compute(
        NeighborTable neighbors, OrderParameterOptions options, CpuDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(neighbors);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(device);
        options.Validate();
        ImmutableArray<ParticleColumn<double>>.Builder columns = ImmutableArray.CreateBuilder<ParticleColumn<double>>();
        foreach (int[] degrees in Groups(options.Degrees))
        {
            HarmonicField field = HarmonicField.Compute(neighbors, degrees, device, cancellation);
            foreach (int l in degrees)
            {
                BondOrder order = new(l);
                Add(string.Empty, order, field);
                if (options.IsAveraged)
                {
                    Add("a", order, field.Averaged(l, device, cancellation));
                }
            }
        }

        foreach (int k in options.Foldnesses)
        {
            cancellation.ThrowIfCancellationRequested();
            (double[] order, double[] angle) = Hexatic(neighbors, k, device);
            columns.Add(new ParticleColumn<double>(FormattableString.Invariant($"psi{k}"), order));
            columns.Add(new ParticleColumn<double>(FormattableString.Invariant($"psi{k}{AngleSuffix}"), angle));
        }

        return new OrderParameters(neighbors, columns.ToImmutable());

        void Add(string prefix, BondOrder order, HarmonicField field)
        {
            AddOne("q", string.Empty, order.Q);
            if (options.HasW)
            {
                AddOne("w", string.Empty, order.W);
            }

            if (options.HasRawW)
            {
                AddOne("w", "_raw", order.RawW);
            }

            void AddOne(string letter, string suffix, Invariant invariant) => columns.Add(new ParticleColumn<double>(
                FormattableString.Invariant($"{prefix}{letter}{order.Degree}{suffix}"), Values(field, order.Degree, invariant, device)));
        }
    }

    /// <inheritdoc/>
    public Frame ToFrame() => Columns.Aggregate(Frame, (frame, column) => frame.WithColumn(column));

    public override string ToString() => Summary;

    private static IEnumerable<int[]> Groups(ImmutableArray<int> degrees)
    {
        List<int> group = [];
        foreach (int l in degrees)
        {
            if (group.Count > 0 && group.Sum(other => other + 1) + l + 1 > HarmonicsAtOnce)
            {
                yield return [.. group];
                group.Clear();
            }

            group.Add(l);
        }

        if (group.Count > 0)
        {
            yield return [.. group];
        }
    }

    private static double[] Values(HarmonicField field, int degree, Invariant invariant, CpuDevice device)
    {
        double[] values = new double[field.Neighbors.ParticleCount];
        device.For(values.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                values[i] = invariant(field.Of(i, degree));
            }
        });
        return values;
    }

    // Of exp(i k theta) as a power of (x + i y) / r, without angles. Halperin and Nelson 1978, doi:10.1103/PhysRevLett.41.121.
    private static (double[] Order, double[] Angle) Hexatic(NeighborTable neighbors, int foldness, CpuDevice device)
    {
        double[] order = new double[neighbors.ParticleCount], angle = new double[neighbors.ParticleCount];
        device.For(order.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                ReadOnlySpan<double> weights = neighbors.WeightsOf(i);
                double re = 0, im = 0, total = 0;
                for (int n = 0; n < neighbors.CountOf(i); n++)
                {
                    Vec3 r = neighbors.Vector(i, n);
                    double length = Math.Sqrt((r.X * r.X) + (r.Y * r.Y)), weight = weights.IsEmpty ? 1 : weights[n];
                    (double x, double y) = (r.X / length, r.Y / length);
                    (double powerX, double powerY) = (1, 0);
                    for (int k = 0; k < foldness; k++)
                    {
                        (powerX, powerY) = ((powerX * x) - (powerY * y), (powerX * y) + (powerY * x));
                    }

                    re += weight * powerX;
                    im += weight * powerY;
                    total += weight;
                }

                order[i] = Math.Sqrt((re * re) + (im * im)) / total;
                angle[i] = total > 0 ? Math.Atan2(im, re) / foldness : double.NaN;
            }
        });
        return (order, angle);
    }

    private static double MeanOf(double[] values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sum += value;
                count++;
            }
        }

        return sum / count;
    }
}
