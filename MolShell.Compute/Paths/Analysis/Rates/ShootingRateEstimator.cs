using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Runs trajectories forward and backward from frames in a region between two states, with velocities of the Maxwell-Boltzmann distribution, and
/// holds sums over their windows of time. See <see cref="ShootingRateEstimate"/> for the equations.
/// </summary>
public sealed class ShootingRateEstimator
{
    private const sbyte None = -1, Initial = 0, Final = 1, Region = 2;
    private const int ShortestLength = 4;

    // Enough for errors, of sums as wide as the correlation function is long.
    private const int MostBlocks = 512;

    private readonly ISimulationEngine engine;
    private readonly StateVolume[] volumes;
    private readonly ShootingRateOptions options;
    private readonly BlockSums sums;
    private readonly HashSet<Frame> points = new(ReferenceEqualityComparer.Instance);
    private readonly sbyte[] regions;
    private readonly sbyte[] visited;
    private readonly int[] inside;
    private readonly double[] slopeWeights;
    private UnitSystem? units;
    private long trials;
    private long transitions;

    /// <param name="engine">Makes the trajectories; not disposed here.</param>
    /// <param name="initial">The initial state A.</param>
    /// <param name="final">The final state B.</param>
    /// <param name="region">The region S, which every trajectory from A to B passes with a frame at least.</param>
    /// <param name="options">How trajectories run.</param>
    /// <exception cref="ArgumentException">A region depends on velocities, the engine does not tell the time between frames, or a number is out
    /// of range.</exception>
    public ShootingRateEstimator(
        ISimulationEngine engine, StateVolume initial, StateVolume final, StateVolume region, ShootingRateOptions options)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(options);
        (this.engine, volumes, this.options) = (engine, [initial, final, region], options);
        if (volumes.FirstOrDefault(v => !v.IsTimeReversible) is { } directed)
        {
            throw new ArgumentException($"{directed.Name} depends on velocities; expected states and a region of positions, since trajectories run in both directions.");
        }

        if (!double.IsFinite(engine.FrameInterval))
        {
            throw new ArgumentException($"The engine {engine.Name} does not tell the time between frames, without which there is no rate.");
        }

        int from = options.FitFrom ?? (options.Length / 2);
        if (options.Length < ShortestLength || from < 0 || from > options.Length - 2)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Trajectories of {options.Length} frames fitted from frame {from} on; expected at least {ShortestLength}, and 3 of them to fit."));
        }

        if (options.Population is not (null or (> 0 and < double.PositiveInfinity)) || !(options.PopulationError >= 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The population of the region is {options.Population} +- {options.PopulationError} times that of the state; expected above 0."));
        }

        sums = new BlockSums(options.Length + 2, MostBlocks);
        regions = new sbyte[(2 * options.Length) + 1];
        (visited, inside) = (new sbyte[regions.Length], new int[regions.Length + 1]);
        slopeWeights = SlopeWeights(from, options.Length, engine.FrameInterval);
    }

    private int Length => options.Length;

    /// <summary>Whether a frame is in the region, and so can be shot from.</summary>
    public bool CanLeave(Frame frame) => RegionOf(PhasePoint.Of(frame)) == Region;

    /// <summary>Runs trajectories; number n leaves the frame n / perFrame.</summary>
    /// <param name="frames">Frames of equilibrium in the region; their velocities do not matter.</param>
    /// <param name="perFrame">Number of trajectories of each frame.</param>
    /// <param name="key">Decides velocities and noise.</param>
    /// <param name="first">Number of the first trajectory; each is the same whatever others run with it.</param>
    /// <param name="count">Number of trajectories.</param>
    /// <param name="cancellation">Stops all.</param>
    /// <exception cref="ArgumentException">A frame does not fit the system, or is not in the region.</exception>
    /// <exception cref="SimulationException">A trajectory left the finite numbers.</exception>
    public void Run(IReadOnlyList<Frame> frames, int perFrame, RandomKey key, long first, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ShootingRateLeg[] legs = new ShootingRateLeg[2 * count];
        for (int n = 0; n < count; n++)
        {
            Frame point = Checked(frames[checked((int)((first + n) / perFrame))]);
            RandomKey own = key.Derive((ulong)(first + n));
            Frame start = EngineStart.Draw(engine, point, own);
            legs[2 * n] = Leg(start, RandomStream.TrialForward);
            legs[(2 * n) + 1] = Leg(start.Reversed(), RandomStream.TrialBackward);

            ShootingRateLeg Leg(Frame from, RandomStream stream) => new(from, own.Derive(stream), RegionOf, Length);
        }

        ReplicaRun.All(engine, legs, options.Device, cancellation);
        for (int n = 0; n < count; n++)
        {
            Add(legs[2 * n], legs[(2 * n) + 1]);
        }
    }

    /// <summary>The rate of the trajectories so far.</summary>
    /// <exception cref="InvalidOperationException">There were none.</exception>
    public ShootingRateEstimate ToEstimate()
    {
        if (trials == 0)
        {
            throw new InvalidOperationException("No trajectories were run from the region.");
        }

        double population = options.Population ?? 1;
        Estimate slope = BlockResampling.Of(sums, s => [Slope(s)], options.Resamples, options.Key)[0];
        Estimate[] curve = BlockResampling.Of(sums, s => [.. s.Take(Length + 1).Select(c => population * c / s[^1])], 0, options.Key);
        double[] times = [.. Enumerable.Range(0, Length + 1).Select(t => t * engine.FrameInterval)];
        return new ShootingRateEstimate
        {
            From = volumes[Initial].Name,
            To = volumes[Final].Name,
            Region = volumes[Region].Name,
            Points = points.Count,
            Trials = trials,
            Transitions = transitions,
            Frequency = slope,
            Rate = options.Population is { } known ? slope.Times(known, options.PopulationError) : new Estimate(double.NaN),
            Times = times,
            Correlation = [.. curve.Select(c => c.Value)],
            CorrelationError = [.. curve.Select(c => c.StandardError)],
            Line = LineOf(times, [.. curve.Select(c => c.Value)], population * slope.Value),
            TimeUnit = units!.Symbol(Dimension.Time),
        };
    }

    private Frame Checked(Frame point)
    {
        if (point.ParticleCount != engine.System.ParticleCount)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The frame has {point.ParticleCount} particles, and the system '{engine.System.Name}' has {engine.System.ParticleCount}."));
        }

        if (!CanLeave(point))
        {
            throw new ArgumentException($"A frame is not in the region {volumes[Region].Name}, or is in a state too; expected frames of the region alone.");
        }

        units ??= point.Units;
        points.Add(point);
        return point;
    }

    private sbyte RegionOf(PhasePoint point)
    {
        for (sbyte region = 0; region < volumes.Length; region++)
        {
            if (volumes[region].Contains(point))
            {
                return region;
            }
        }

        return None;
    }

    private void Add(ShootingRateLeg forward, ShootingRateLeg backward)
    {
        for (int t = 0; t <= Length; t++)
        {
            regions[Length - t] = backward.Regions[t];
            regions[Length + t] = forward.Regions[t];
        }

        sbyte last = None;
        for (int i = 0; i < regions.Length; i++)
        {
            last = regions[i] is Initial or Final ? regions[i] : last;
            visited[i] = last;
            inside[i + 1] = inside[i] + (regions[i] == Region ? 1 : 0);
        }

        // Windows from a frame in A, up to the time of the shot, to one with B as the last state, from then on.
        Span<double> current = sums.Current;
        bool any = false;
        for (int begin = 0; begin <= Length; begin++)
        {
            for (int end = Length; regions[begin] == Initial && end <= begin + Length; end++)
            {
                if (visited[end] == Final)
                {
                    current[end - begin] += 1.0 / (inside[end + 1] - inside[begin]);
                    any = true;
                }
            }
        }

        current[^1]++;
        trials++;
        transitions += any ? 1 : 0;
        sums.Advance();
    }

    private double Slope(double[] s)
    {
        double slope = 0;
        for (int t = 0; t <= Length; t++)
        {
            slope += slopeWeights[t] * s[t];
        }

        return slope / s[^1];
    }

    // The slope of the line by least squares is a sum over the values with these weights.
    private static double[] SlopeWeights(int from, int to, double interval)
    {
        double middle = 0.5 * (from + to), squares = Enumerable.Range(from, to - from + 1).Sum(t => (t - middle) * (t - middle));
        return [.. Enumerable.Range(0, to + 1).Select(t => t < from ? 0 : (t - middle) / (squares * interval))];
    }

    // The line passes through the mean of what it was fitted to.
    private double[] LineOf(double[] times, double[] values, double slope)
    {
        int[] fitted = [.. Enumerable.Range(0, times.Length).Where(t => t >= (options.FitFrom ?? (Length / 2)))];
        double time = fitted.Average(t => times[t]), value = fitted.Average(t => values[t]);
        return [.. times.Select((t, i) => i < fitted[0] ? double.NaN : value + (slope * (t - time)))];
    }
}
