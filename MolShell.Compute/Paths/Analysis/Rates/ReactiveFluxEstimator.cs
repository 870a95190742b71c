using System.Collections.Immutable;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Runs pairs of trajectories from points of a dividing surface, with velocities of the Maxwell-Boltzmann distribution and with the opposite ones,
/// until they reach a state, and holds sums of them. See <see cref="ReactiveFluxEstimate"/> for the equations.
/// </summary>
/// <remarks>
/// Points near a surface do as well as points on it: each has its own surface of the variable through it. The net flux of transitions is the same
/// through each, so that over points of equilibrium in a window around x the estimate holds exactly with the mean density in the window.
/// </remarks>
public sealed class ReactiveFluxEstimator
{
    // Places in the sums; the changes of the curve follow from its first frame on.
    private const int Count = 0, Positive = 1, Net = 2, First = 3, Curve = 4;

    // Enough for errors, of sums as wide as the curve is long.
    private const int MostBlocks = 512;

    private readonly ISimulationEngine engine;
    private readonly CollectiveVariable variable;
    private readonly ImmutableArray<StateVolume> states;
    private readonly ReactiveFluxOptions options;
    private readonly BlockSums sums;
    private readonly HashSet<Frame> points = new(ReferenceEqualityComparer.Instance);
    private UnitSystem? units;
    private int longest = 1;
    private long trials;
    private long unfinished;

    /// <param name="engine">Makes the trajectories; not disposed here.</param>
    /// <param name="variable">Grows from the initial state to the final one.</param>
    /// <param name="initial">The initial state.</param>
    /// <param name="final">The final state.</param>
    /// <param name="options">How trajectories run.</param>
    /// <exception cref="ArgumentException">The dynamics has no velocities, the variable depends on them, or a number is out of range.</exception>
    public ReactiveFluxEstimator(
        ISimulationEngine engine, CollectiveVariable variable, StateVolume initial, StateVolume final, ReactiveFluxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(variable);
        (this.engine, this.variable, states, this.options) = (engine, variable, [initial, final], options ?? new ReactiveFluxOptions());
        if (!engine.NeedsVelocities)
        {
            throw new ArgumentException(
                $"A reactive flux needs velocities, and the dynamics of {engine.Name} has none: every trajectory crosses a surface without end. "
                + "Use Langevin dynamics, or S-shooting (Measure-ShootingRate).");
        }

        if (!variable.IsTimeReversible)
        {
            throw new ArgumentException($"The variable {variable.Name} depends on velocities; expected one of positions, whose change in time is the flux.");
        }

        if (this.options.MaximumLength < 1 || this.options.Density is not (null or (> 0 and < double.PositiveInfinity)) || !(this.options.DensityError >= 0))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Trajectories of {this.options.MaximumLength} frames and a density of {this.options.Density} +- {this.options.DensityError}; ")
                + "expected at least 1 frame, and a density above 0.");
        }

        sums = new BlockSums(Curve + this.options.MaximumLength, MostBlocks);
    }

    /// <summary>Runs pairs of trajectories; pair n leaves the frame n / perFrame.</summary>
    /// <param name="frames">Points on or near the surface, in no state; their velocities do not matter.</param>
    /// <param name="perFrame">Number of pairs of each frame.</param>
    /// <param name="key">Decides velocities and noise.</param>
    /// <param name="first">Number of the first pair; each is the same whatever others run with it.</param>
    /// <param name="count">Number of pairs.</param>
    /// <param name="cancellation">Stops all.</param>
    /// <exception cref="ArgumentException">A frame does not fit the system, or is in a state.</exception>
    /// <exception cref="SimulationException">A trajectory left the finite numbers.</exception>
    public void Run(IReadOnlyList<Frame> frames, int perFrame, RandomKey key, long first, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        double[] velocities = new double[count];
        ReactiveFluxLeg[] legs = new ReactiveFluxLeg[2 * count];
        for (int n = 0; n < count; n++)
        {
            Frame point = frames[checked((int)((first + n) / perFrame))];
            RandomKey own = key.Derive((ulong)(first + n));
            DividingSurface surface = SurfaceThrough(point);
            Frame start = EngineStart.Draw(engine, point, own);
            velocities[n] = surface.Velocity(start.Velocities);
            bool outward = velocities[n] > 0;
            legs[2 * n] = Leg(outward ? start : start.Reversed(), RandomStream.TrialForward);
            legs[(2 * n) + 1] = Leg(outward ? start.Reversed() : start, RandomStream.TrialBackward);

            ReactiveFluxLeg Leg(Frame from, RandomStream stream) => new(from, own.Derive(stream), surface, options.MaximumLength);
        }

        ReplicaRun.All(engine, legs, options.Device, cancellation);
        for (int n = 0; n < count; n++)
        {
            Add(Math.Abs(velocities[n]), legs[2 * n], legs[(2 * n) + 1]);
        }
    }

    /// <summary>The rate of the trajectories so far.</summary>
    /// <exception cref="InvalidOperationException">There were none.</exception>
    public ReactiveFluxEstimate ToEstimate()
    {
        if (trials == 0)
        {
            throw new InvalidOperationException("No trajectories were run from a dividing surface.");
        }

        Estimate[] main = BlockResampling.Of(
            sums,
            s => [s[Net] / s[Positive], s[First] / s[Positive], s[Positive] / (2 * s[Count]), s[Net] / (2 * s[Count]), s[First] / (2 * s[Count])],
            options.Resamples,
            options.Key);
        Estimate[] curve = BlockResampling.Of(sums, CurveOf, 0, options.Key);
        return new ReactiveFluxEstimate
        {
            From = states[0].Name,
            To = states[1].Name,
            Variable = variable.Name,
            Points = points.Count,
            Trials = trials,
            Unfinished = unfinished,
            Transmission = main[0],
            PositiveTransmission = main[1],
            MeanVelocity = main[2],
            TransitionStateRate = TimesDensity(main[2]),
            Rate = TimesDensity(main[3]),
            PositiveRate = TimesDensity(main[4]),
            Times = [.. Enumerable.Range(0, longest + 1).Select(frame => frame * engine.FrameInterval)],
            Curve = [1, .. curve.Select(c => c.Value)],
            CurveError = [0, .. curve.Select(c => c.StandardError)],
            TimeUnit = units!.Symbol(Dimension.Time),
        };
    }

    private double[] CurveOf(double[] s)
    {
        double[] curve = new double[longest];
        double sum = s[Positive];
        for (int i = 0; i < longest; i++)
        {
            sum += s[Curve + i];
            curve[i] = sum / s[Positive];
        }

        return curve;
    }

    private Estimate TimesDensity(Estimate velocity) =>
        options.Density is { } density ? velocity.Times(density, options.DensityError) : new Estimate(double.NaN);

    private DividingSurface SurfaceThrough(Frame point)
    {
        if (point.ParticleCount != engine.System.ParticleCount)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The frame has {point.ParticleCount} particles, and the system '{engine.System.Name}' has {engine.System.ParticleCount}."));
        }

        DividingSurface surface = new(variable, states, point);
        if (surface.StateAt(PhasePoint.Of(point)) is >= 0 and var state)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A frame with {variable.Name} = {variable.Evaluate(point):g6} is in the state {states[state].Name}; expected points of a surface between the states."));
        }

        units ??= point.Units;
        points.Add(point);
        return surface;
    }

    // Of two trajectories with opposite velocities each is the past of the other.
    private void Add(double speed, ReactiveFluxLeg outward, ReactiveFluxLeg inward)
    {
        Span<double> current = sums.Current;
        current[Count]++;
        current[Positive] += speed;
        current[First] += outward.Outcome == 1 && inward.Outcome == 0 && !inward.WasBeyond ? speed : 0;
        int settled = Math.Max(outward.Length, inward.Length);
        double before = speed;
        for (int frame = 1; frame <= settled; frame++)
        {
            double now = speed * ((outward.IsBeyond(frame) ? 1 : 0) - (inward.IsBeyond(frame) ? 1 : 0));
            current[Curve + frame - 1] += now - before;
            before = now;
        }

        current[Net] += before;
        longest = Math.Max(longest, settled);
        trials++;
        unfinished += (outward.Outcome < 0 ? 1 : 0) + (inward.Outcome < 0 ? 1 : 0);
        sums.Advance();
    }
}
