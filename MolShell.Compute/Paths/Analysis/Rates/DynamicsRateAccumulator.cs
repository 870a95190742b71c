using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Counts what interface sampling estimates directly in a stream of frames of plain dynamics, holding none of them.
/// </summary>
/// <remarks>
/// The overall state is the last state visited. k(X to Y) is the number of passages from X to Y over the time that X was the overall state. An
/// excursion of X begins with the last frame in X and ends with the first frame in any state; the flux is the number of excursions that reach the
/// innermost interface over the same time, and crossing probabilities, ends and lengths are those of excursions. A frame that is earlier than the
/// one before it begins another trajectory.
/// </remarks>
public sealed class DynamicsRateAccumulator
{
    private const int None = -1;

    private readonly ImmutableArray<StateVolume> states;
    private readonly ImmutableArray<InterfaceSet> sets;
    private readonly NetworkSummary network;
    private readonly RateLayout layout;
    private readonly RateOptions options;
    private readonly BlockSums sums;
    private readonly ProgressHistogram[] histograms;
    private readonly double[] progress;
    private readonly long skip;
    private Frame? last;
    private int lastState = None;
    private int home = None;
    private int away;
    private double elapsed;
    private long intervals;

    /// <param name="states">All states, which must not overlap.</param>
    /// <param name="interfaces">Interfaces around some of them; none where only rates are asked for.</param>
    /// <param name="skip">Number of frames at the beginning to leave out.</param>
    /// <param name="options">How errors are found; fluxes are counted, not taken from here.</param>
    /// <exception cref="ArgumentException">There are fewer than two states, or a set of interfaces is around none of them.</exception>
    public DynamicsRateAccumulator(
        IEnumerable<StateVolume> states, IEnumerable<InterfaceSet> interfaces, long skip = 0, RateOptions? options = null)
    {
        this.states = [.. states];
        sets = [.. interfaces];
        this.skip = skip;
        this.options = (options ?? new RateOptions()) with { Fluxes = [] };
        if (this.states.Length < 2)
        {
            throw new ArgumentException($"Rates need at least two states, not {this.states.Length}.", nameof(states));
        }

        network = new NetworkSummary
        {
            Kind = PathNetworkKind.Mstis,
            States = [.. this.states.Select(s => s.Name)],
            Ensembles = [],
            Transitions = [.. sets.Select(Summarize)],
        };
        layout = new RateLayout(network);
        sums = new BlockSums(layout.Width);
        histograms = [.. network.Transitions.Select(t => new ProgressHistogram(t))];
        progress = new double[sets.Length];
    }

    /// <summary>Number of frames so far, those left out included.</summary>
    public long Frames { get; private set; }

    /// <summary>Counts the next frame.</summary>
    /// <exception cref="PathSamplingException">The frame is in two states.</exception>
    public void Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (++Frames <= skip)
        {
            return;
        }

        if (last is not null && frame.Time < last.Time)
        {
            (home, lastState) = (None, None);
        }
        else if (last is not null)
        {
            elapsed += frame.Time - last.Time;
            intervals++;
        }

        int state = StateOf(frame);
        if (lastState != None && state != lastState)
        {
            sums.Current[layout.Stays(lastState)]++;
        }

        Follow(frame, state);
        if (state != None)
        {
            sums.Current[layout.Inside(state)]++;
        }

        if (home != None)
        {
            sums.Current[layout.Time(home)]++;
        }

        (last, lastState) = (frame, state);
        sums.Advance();
    }

    /// <summary>The rates of the frames so far.</summary>
    /// <exception cref="InvalidOperationException">There were no frames that count.</exception>
    public TransitionRateEstimate ToEstimate()
    {
        if (last is null)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"No frame is left to measure rates: there were {Frames}, of which {skip} were to be skipped."));
        }

        PathRunInfo run = new()
        {
            Network = network,
            FrameInterval = elapsed > 0 ? elapsed / intervals : double.NaN,
            TimeUnit = last.Units.Symbol(Dimension.Time),
        };
        return new RateEstimator(layout, run, options, isDynamics: true).Estimate(sums, histograms, Frames - skip, skip);
    }

    private void Follow(Frame frame, int state)
    {
        away++;
        if (home != None && (state != home || away > 1))
        {
            Reach(frame);
            if (state != None)
            {
                EndExcursion(state);
            }
        }

        if (state != None)
        {
            if (home != None && state != home)
            {
                sums.Current[layout.Passages(home, state)]++;
            }

            (home, away) = (state, 0);
            Array.Fill(progress, double.NaN);
        }
    }

    private void Reach(Frame frame)
    {
        for (int i = 0; i < sets.Length; i++)
        {
            if (network.Transitions[i].InitialState == home)
            {
                double value = sets[i].Variable.Evaluate(frame);
                progress[i] = double.IsNaN(progress[i]) ? value : sets[i].Outer(progress[i], value);
            }
        }
    }

    // An excursion is a path of the ensembles of all interfaces that it reaches.
    private void EndExcursion(int end)
    {
        for (int i = 0; i < sets.Length; i++)
        {
            int interval = network.Transitions[i].InitialState == home ? RateLayout.IntervalOf(network.Transitions[i], progress[i]) : None;
            for (int ensemble = 0; ensemble <= interval; ensemble++)
            {
                sums.Current[layout.Paths(i, ensemble, interval, end)]++;
                sums.Current[layout.Length(i, ensemble)] += away;
                histograms[i].Add(ensemble, progress[i], 1);
            }
        }
    }

    private int StateOf(Frame frame)
    {
        int found = None;
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i].Contains(frame))
            {
                found = found == None ? i : throw new PathSamplingException(FormattableString.Invariant(
                    $"Frame {Frames} is in the states {states[found].Name} and {states[i].Name} at once: states must not overlap."));
            }
        }

        return found;
    }

    private TransitionSummary Summarize(InterfaceSet set)
    {
        int initial = states.IndexOf(set.State);
        if (initial < 0)
        {
            throw new ArgumentException($"The interfaces {set} are around a state that is not among {string.Join(", ", states.Select(s => s.Name))}.");
        }

        string name = sets.Count(s => s.State == set.State) == 1 ? set.State.Name : $"{set.State.Name} along {set.Variable.Name}";
        return new TransitionSummary
        {
            Name = name,
            InitialState = initial,
            FinalStates = [.. Enumerable.Range(0, states.Length).Where(i => i != initial)],
            Variable = set.Variable.Name,
            Values = set.Values,
            IsIncreasing = set.IsIncreasing,
            Ensembles = [.. set.Values.Select(value => FormattableString.Invariant($"{name}, {set.Variable.Name} = {value}"))],
            MinusEnsemble = string.Empty,
        };
    }
}
