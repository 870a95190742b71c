using System.Collections.Immutable;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths.Ensembles;
using MolShell.Compute.Paths.Movers;
using MolShell.Compute.Paths.Selectors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths;

/// <summary>
/// Places interfaces so that each is reached from the one before with a wanted probability: excursions of plain dynamics place the second,
/// short interface sampling at each places the next, until a final state is reached often enough.
/// </summary>
public static class InterfacePlacer
{
    // Sampling forgets the path that it began with in the first part of the steps.
    private const double Discarded = 0.2;

    /// <summary>Places interfaces from a first one outward.</summary>
    /// <param name="first">The state and its first interface, with the direction outward.</param>
    /// <param name="final">States that paths are to reach.</param>
    /// <param name="engine">Makes the frames; its system's start is in the state or comes there.</param>
    /// <param name="options">Wanted probability and lengths of the runs; null for the defaults.</param>
    /// <param name="progress">Gets the interfaces as they are placed.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">States overlap, or the engine has no noise, without which one-way shots repeat the path.</exception>
    /// <exception cref="PathSamplingException">The state is not found or not left, or no interface lies further out.</exception>
    public static InterfacePlacement Place(
        InterfaceSet first,
        IEnumerable<StateVolume> final,
        ISimulationEngine engine,
        InterfacePlacementOptions? options = null,
        IProgress<ImmutableArray<double>>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(engine);
        options ??= new InterfacePlacementOptions();
        ImmutableArray<StateVolume> ends = [.. final];
        List<double> values = [first.Values[0]];
        List<double> probabilities = [];
        List<Trajectory> paths = [];
        Sampled sampled = Excursions(EnsembleOf(first, ends, values), engine, options, cancellation);
        paths.Add(sampled.Paths[0]);
        while (sampled.FinalFraction < options.CrossingProbability)
        {
            if (values.Count == options.MaximumCount)
            {
                throw new PathSamplingException(FormattableString.Invariant(
                    $"{values.Count} interfaces up to {first.Variable.Name} = {values[^1]} do not lead from {first.State.Name} to ")
                    + $"{string.Join(" or ", ends.Select(s => s.Name))}: choose another variable, or a lower probability.");
            }

            double next = sampled.Quantile(first, options.CrossingProbability, values[^1]);
            probabilities.Add(sampled.Fraction(s => first.Outer(s.Progress, next) == s.Progress));
            values.Add(next);
            progress?.Report([.. values]);
            InterfaceEnsemble ensemble = EnsembleOf(first, ends, values);
            Trajectory start = sampled.Paths[sampled.FindReaching(first, next)];
            sampled = Sample(ensemble, first, ends, values, start, engine, options, cancellation);
            paths.Add(sampled.Paths[^1]);
        }

        probabilities.Add(sampled.FinalFraction);
        return new InterfacePlacement
        {
            State = first.State.Name,
            Variable = first.Variable.Label(engine.System.Units),
            InterfaceValue = [.. values],
            CrossingProbability = [.. probabilities],
            Paths = [.. paths],
        };
    }

    private static InterfaceEnsemble EnsembleOf(InterfaceSet first, ImmutableArray<StateVolume> final, List<double> values)
    {
        // One value does not tell the direction outward where the state does not, so the first set gives it by a second one.
        IEnumerable<double> all = values.Count > 1 ? values : first.Values.Length > 1 ? [values[0], first.Values[1]] : values;
        return new InterfaceEnsemble(
            first.State.Name, [first.State, .. final], new InterfaceOrigin(new InterfaceSet(first.State, all, first.Variable), values.Count - 1));
    }

    private static Sampled Excursions(
        InterfaceEnsemble ensemble, ISimulationEngine engine, InterfacePlacementOptions options, CancellationToken cancellation)
    {
        RandomKey key = RandomKey.FromSeed(options.Seed, RandomStream.InitialPath);
        Sampled sampled = new();
        PathSearch search = ensemble.Search(backward: false);
        Queue<Frame> held = new();
        int firstHeld = 0;
        using IEngineRun run = engine.Begin(EngineStart.Of(engine, key), key);
        for (long i = 0; i < options.MaximumFrames && sampled.Paths.Count < options.Excursions; i++)
        {
            Frame frame = run.Next(cancellation);
            held.Enqueue(frame);
            if (search.Add(frame) is int begin)
            {
                Trajectory path = Trajectory.FromFrames(held.Skip(begin - firstHeld));
                if (path.Count <= options.MaximumLength)
                {
                    sampled.Add(path, ensemble.Summarize(path));
                }
            }

            for (; firstHeld < search.FirstNeeded; firstHeld++)
            {
                held.Dequeue();
            }
        }

        return sampled.Paths.Count >= Math.Min(10, options.Excursions) ? sampled : throw new PathSamplingException(FormattableString.Invariant(
            $"{options.MaximumFrames} frames of dynamics made {sampled.Paths.Count} excursions of the ensemble {ensemble.Describe()}: ")
            + $"{string.Join(", ", search.Visits.Select(v => FormattableString.Invariant($"state {v.State} had {v.Frames} frames")))}. "
            + "Begin in the state, put the first interface closer to it, or allow more frames.");
    }

    private static Sampled Sample(
        InterfaceEnsemble ensemble,
        InterfaceSet first,
        ImmutableArray<StateVolume> final,
        List<double> values,
        Trajectory start,
        ISimulationEngine engine,
        InterfacePlacementOptions options,
        CancellationToken cancellation)
    {
        PathNetwork network = PathNetwork.Tis(new InterfaceSet(first.State, values, first.Variable), final);
        PathEnsemble own = network.Transitions[0].Ensembles[^1];
        MoveScheme scheme = new(network,
        [
            new MoverWeight(new OneWayShootingMover(own, ShootingSelector.Uniform), 1),
            new MoverWeight(new PathReversalMover(own), MoveScheme.DefaultReversalWeight),
        ]);

        // Each interface has random numbers of its own.
        ulong seed = options.Seed + ((ulong)values.Count << 32);
        PathSampler sampler = new(scheme, engine, start, seed, new PathSamplingOptions { MaximumLength = options.MaximumLength });
        Sampled sampled = new();
        foreach (PathStep step in sampler.Run(options.Steps, cancellation))
        {
            if (step.Step > Discarded * options.Steps)
            {
                sampled.Add(step.Trajectory, ensemble.Summarize(step.Trajectory));
            }
        }

        return sampled;
    }

    /// <summary>Paths over an interface.</summary>
    private sealed class Sampled
    {
        private readonly List<PathSummary> summaries = [];

        public List<Trajectory> Paths { get; } = [];

        public double FinalFraction => Fraction(s => s.FinalState != s.InitialState);

        public void Add(Trajectory path, PathSummary summary)
        {
            Paths.Add(path);
            summaries.Add(summary);
        }

        public double Fraction(Func<PathSummary, bool> predicate) => (double)summaries.Count(predicate) / summaries.Count;

        public int FindReaching(InterfaceSet set, double value) => summaries.FindLastIndex(s => set.Outer(s.Progress, value) == s.Progress);

        /// <summary>The value that a fraction of the paths reach, with as few digits as tell it from the interface before.</summary>
        public double Quantile(InterfaceSet set, double fraction, double before)
        {
            double[] progress = [.. summaries.Select(s => s.Progress).Order()];
            if (set.IsIncreasing)
            {
                Array.Reverse(progress);
            }

            double value = progress[Math.Min((int)(fraction * progress.Length), progress.Length - 1)];
            if (value == before)
            {
                // Fewer paths than wanted lead on at all: the closest place that some of them reach.
                value = progress.LastOrDefault(v => v != before, before);
            }

            double gap = Math.Abs(value - before);
            if (gap == 0)
            {
                throw new PathSamplingException(
                    FormattableString.Invariant($"No path over {set.Variable.Name} = {before} led further out: ")
                    + "sample more steps, or choose another variable.");
            }

            // Rounded towards the state, so that the paths that reached the value still do.
            double digit = Math.Pow(10, Math.Floor(Math.Log10(gap)) - 1);
            double rounded = set.IsIncreasing ? Math.Floor(value / digit) * digit : Math.Ceiling(value / digit) * digit;
            rounded = Math.Round(rounded, 12);
            return set.Outer(before, rounded) == rounded && rounded != before ? rounded : value;
        }
    }
}
