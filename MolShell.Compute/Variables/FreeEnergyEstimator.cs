using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Variables;

/// <summary>
/// Estimates the free energy F = -kT ln p of one or two variables from a time series by a histogram; p is the probability density of the
/// variables, so a distance keeps its 4 pi r^2. Errors of F are those of p by a jackknife over blocks of the series (Efron 1979,
/// doi:10.1214/aos/1176344552), each many correlation times long.
/// </summary>
public sealed class FreeEnergyEstimator
{
    // A block of 10 independent samples: 2 tau each. Shorter blocks would hide correlation.
    private const double BlockLengthInTimes = 20;
    private const int MostBlocks = 100;
    private const int FewestBlocks = 8;

    private readonly List<double>[] values;
    private readonly List<double> weights = [];

    /// <param name="axes">One or two variables.</param>
    /// <exception cref="ArgumentException">There are no or more axes.</exception>
    public FreeEnergyEstimator(params ReadOnlySpan<FreeEnergyAxis> axes)
    {
        if (axes.Length is < 1 or > 2)
        {
            throw new ArgumentException($"A free energy of {axes.Length} variables was asked for; expected 1 or 2.", nameof(axes));
        }

        Axes = [.. axes];
        values = [.. Axes.Select(_ => new List<double>())];
    }

    public ImmutableArray<FreeEnergyAxis> Axes { get; }

    /// <summary>kT [energy]; 1 gives F in units of kT.</summary>
    public double ThermalEnergy { get; init; } = 1;

    /// <summary>Unit of <see cref="ThermalEnergy"/>, for axes.</summary>
    public string EnergyUnit { get; init; } = "kT";

    /// <summary>Number of blocks for the errors, at least 2; by default chosen from the correlation time.</summary>
    public int? Blocks
    {
        get;
        init => field = value is null or >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Blocks), value, "Errors need at least 2 blocks.");
    }

    public int Count => weights.Count;

    /// <summary>Adds the values at the next time, in the order of the axes.</summary>
    /// <exception cref="ArgumentException">The number of values does not fit, or a number is not finite, or the weight is negative.</exception>
    public void Add(ReadOnlySpan<double> point, double weight = 1)
    {
        if (point.Length != values.Length)
        {
            throw new ArgumentException($"{point.Length} values were given for {values.Length} variables.", nameof(point));
        }

        for (int axis = 0; axis < point.Length; axis++)
        {
            if (!double.IsFinite(point[axis]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Value {Count} of '{Axes[axis].Name}' is {point[axis]}; expected a finite number."));
            }
        }

        if (!(weight >= 0) || !double.IsFinite(weight))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"Weight {Count} is {weight}; expected a finite number not below 0."));
        }

        for (int axis = 0; axis < point.Length; axis++)
        {
            values[axis].Add(point[axis]);
        }

        weights.Add(weight);
    }

    /// <summary>Adds the value of the only variable at the next time.</summary>
    public void Add(double value, double weight = 1) => Add([value], weight);

    /// <summary>The profile of one variable.</summary>
    /// <exception cref="InvalidOperationException">There are two variables, or no value that spans a range.</exception>
    public FreeEnergyProfile Profile()
    {
        RequireAxes(1);
        Histogram bins = Bins(0);
        Estimate estimate = Compute([bins]);
        return new FreeEnergyProfile
        {
            Axis = Axes[0],
            EnergyUnit = EnergyUnit,
            Edges = bins.Edges,
            Centers = bins.Centers,
            FreeEnergy = estimate.FreeEnergy,
            Error = estimate.Error,
            Density = estimate.Density,
            Quality = estimate.Quality,
        };
    }

    /// <summary>The surface of two variables.</summary>
    /// <exception cref="InvalidOperationException">There is one variable, or no value that spans a range.</exception>
    public FreeEnergySurface Surface()
    {
        RequireAxes(2);
        Histogram x = Bins(0), y = Bins(1);
        Estimate estimate = Compute([x, y]);
        return new FreeEnergySurface
        {
            XAxis = Axes[0],
            YAxis = Axes[1],
            EnergyUnit = EnergyUnit,
            XEdges = x.Edges,
            YEdges = y.Edges,
            FreeEnergy = Grid(estimate.FreeEnergy),
            Error = Grid(estimate.Error),
            Density = Grid(estimate.Density),
            Quality = estimate.Quality,
        };

        double[,] Grid(double[] flat)
        {
            double[,] grid = new double[x.BinCount, y.BinCount];
            Buffer.BlockCopy(flat, 0, grid, 0, flat.Length * sizeof(double));
            return grid;
        }
    }

    private void RequireAxes(int count)
    {
        if (Axes.Length != count)
        {
            throw new InvalidOperationException($"The estimator has {Axes.Length} variable(s); expected {count}.");
        }

        if (Count == 0)
        {
            throw new InvalidOperationException($"There are no values of '{Axes[0].Name}' to estimate a free energy from.");
        }
    }

    private Histogram Bins(int axis)
    {
        FreeEnergyAxis definition = Axes[axis];
        double low = definition.Minimum ?? (definition.Period is { } p ? -p / 2 : values[axis].Min());
        double high = definition.Maximum ?? (definition.Period is { } q ? q / 2 : values[axis].Max());
        return low < high ? new Histogram(low, high, definition.Bins) : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture, $"The values of '{definition.Name}' span no range ({low} to {high}), so they have no free energy."));
    }

    private Estimate Compute(Histogram[] bins)
    {
        BlockAverage[] averages = [.. values.Select(series => BlockAverage.Of(CollectionsMarshal.AsSpan(series)))];
        double time = 0.5 * averages.Max(average => Math.Max(1, average.StatisticalInefficiency));
        int wanted = (int)Math.Min(MostBlocks, Count / (BlockLengthInTimes * time));
        int blocks = Math.Min(Count, Blocks ?? Math.Max(FewestBlocks, wanted));
        int cells = bins.Aggregate(1, (product, axis) => product * axis.BinCount);
        double volume = bins.Aggregate(1.0, (product, axis) => product * axis.BinWidth);
        double[,] cellWeight = new double[blocks, cells];
        double[] blockWeight = new double[blocks], total = new double[cells];
        double all = 0, squares = 0;
        for (int i = 0; i < Count; i++)
        {
            int block = (int)((long)i * blocks / Count), cell = CellOf(bins, i);
            double weight = weights[i];
            blockWeight[block] += weight;
            all += weight;
            squares += weight * weight;
            if (cell >= 0)
            {
                cellWeight[block, cell] += weight;
                total[cell] += weight;
            }
        }

        if (!total.Any(weight => weight > 0))
        {
            throw new InvalidOperationException(
                $"No value with weight lies in the range of '{string.Join("', '", Axes.Select(axis => axis.Name))}'.");
        }

        double[] energy = new double[cells], error = new double[cells], density = new double[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            density[cell] = total[cell] / (all * volume);
            energy[cell] = total[cell] > 0 ? -ThermalEnergy * Math.Log(density[cell]) : double.PositiveInfinity;
            error[cell] = total[cell] > 0 ? ThermalEnergy * RelativeError(cell) : double.NaN;
        }

        double lowest = energy.Min();
        return new Estimate(
            Array.ConvertAll(energy, f => f - lowest),
            error,
            density,
            new FreeEnergyQuality(
                Count,
                all * all / squares / (2 * time),
                time,
                blocks,
                averages.All(average => average.IsConverged) && blocks >= FewestBlocks && (double)Count / blocks >= BlockLengthInTimes * time));

        // Standard error of p over p, from p without each block in turn.
        double RelativeError(int cell)
        {
            double mean = 0, sum = 0;
            Span<double> without = blocks <= MostBlocks ? stackalloc double[blocks] : new double[blocks];
            for (int b = 0; b < blocks; b++)
            {
                without[b] = (total[cell] - cellWeight[b, cell]) / (all - blockWeight[b]);
                mean += without[b] / blocks;
            }

            foreach (double p in without)
            {
                sum += (p - mean) * (p - mean);
            }

            return blocks > 1 ? Math.Sqrt(sum * (blocks - 1) / blocks) * all / total[cell] : double.NaN;
        }
    }

    private int CellOf(Histogram[] bins, int sample)
    {
        int cell = 0;
        for (int axis = 0; axis < bins.Length; axis++)
        {
            int bin = bins[axis].BinOf(values[axis][sample]);
            if (bin < 0)
            {
                return -1;
            }

            cell = (cell * bins[axis].BinCount) + bin;
        }

        return cell;
    }

    private readonly record struct Estimate(double[] FreeEnergy, double[] Error, double[] Density, FreeEnergyQuality Quality);
}
