using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Sums up the steps of one run of interface sampling, holding none of them. All paths that are active after a step count for it, each with its
/// weight; paths of an outer ensemble count as paths over the outermost interface of the state that they begin in.
/// </summary>
public sealed class TransitionRateAccumulator
{
    private readonly PathRunInfo run;
    private readonly RateLayout layout;
    private readonly RateOptions options;
    private readonly BlockSums sums;
    private readonly ProgressHistogram[] histograms;
    private readonly Dictionary<string, (int Transition, int Ensemble)> places = [];
    private readonly HashSet<string> outer;
    private readonly long skip;
    private IReadOnlyList<SampledPath> pending = [];
    private long pendingSteps;

    /// <param name="run">What all steps share.</param>
    /// <param name="skip">Number of steps at the beginning to leave out.</param>
    /// <param name="options">How rates and errors are found.</param>
    /// <exception cref="ArgumentException">The network has no interfaces, or the number of fluxes does not fit.</exception>
    public TransitionRateAccumulator(PathRunInfo run, long skip = 0, RateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        this.run = run;
        this.skip = skip;
        this.options = options ?? new RateOptions();
        NetworkSummary network = run.Network;
        if (network.Transitions.IsEmpty)
        {
            throw new ArgumentException(
                $"The run samples {network.Kind} and has no interfaces; rates need a network of the kind Tis, Mistis or Mstis.", nameof(run));
        }

        int fluxes = this.options.Fluxes.Count;
        if (fluxes > 1 && fluxes != network.Transitions.Length)
        {
            throw new ArgumentException(
                $"There are {fluxes} fluxes for the {network.Transitions.Length} transitions {string.Join(", ", network.Transitions.Select(t => t.Name))}; "
                + "expected one for each, or one for all.",
                nameof(options));
        }

        layout = new RateLayout(network);
        sums = new BlockSums(layout.Width);
        histograms = [.. network.Transitions.Select(t => new ProgressHistogram(t))];
        outer = [.. network.OuterEnsembles];
        for (int t = 0; t < network.Transitions.Length; t++)
        {
            TransitionSummary transition = network.Transitions[t];
            places.Add(transition.MinusEnsemble, (t, -1));
            for (int i = 0; i < transition.Ensembles.Length; i++)
            {
                places.Add(transition.Ensembles[i], (t, i));
            }
        }
    }

    /// <summary>Number of steps so far, those left out included.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether a step is of the same run.</summary>
    public bool IsOfRun(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return ReferenceEquals(step.Run, run);
    }

    /// <summary>Counts a step.</summary>
    public void Add(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (++Steps <= skip)
        {
            return;
        }

        if (!ReferenceEquals(step.Samples, pending))
        {
            Flush();
            pending = step.Samples;
        }

        if (++pendingSteps == sums.Room)
        {
            Flush();
        }
    }

    /// <summary>The rates of the steps so far.</summary>
    /// <exception cref="InvalidOperationException">There were no steps that count.</exception>
    public TransitionRateEstimate ToEstimate()
    {
        if (Steps <= skip)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"No step is left to measure rates: there were {Steps}, of which {skip} were to be skipped."));
        }

        Flush();
        return new RateEstimator(layout, run, options, isDynamics: false).Estimate(sums, histograms, Steps - skip, skip);
    }

    // Steps that change nothing cost nothing: the samples count as many times as steps they stood.
    private void Flush()
    {
        if (pendingSteps == 0)
        {
            return;
        }

        foreach (SampledPath sample in pending)
        {
            Count(sample, sample.Weight * pendingSteps);
        }

        sums.Advance(pendingSteps);
        pendingSteps = 0;
    }

    private void Count(SampledPath sample, double weight)
    {
        PathSummary path = sample.Summary;
        if (!places.TryGetValue(sample.Ensemble, out (int Transition, int Ensemble) place))
        {
            if (!outer.Contains(sample.Ensemble))
            {
                return;
            }

            int transition = OuterTransition(path.InitialState);
            place = (transition, layout.Interfaces(transition) - 1);
        }

        Span<double> current = sums.Current;
        if (place.Ensemble < 0)
        {
            int minus = layout.Minus(place.Transition);
            current[minus] += weight;
            current[minus + 1] += weight * path.Inside;
            current[minus + 2] += weight * path.Outside;
            return;
        }

        TransitionSummary of = layout.Network.Transitions[place.Transition];
        int interval = RateLayout.IntervalOf(of, path.Progress);
        if (interval < place.Ensemble)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"A path of {sample.Ensemble} reaches {of.Variable} = {path.Progress} only, not its interface at {of.Values[place.Ensemble]}."));
        }

        current[layout.Paths(place.Transition, place.Ensemble, interval, path.FinalState)] += weight;
        current[layout.Length(place.Transition, place.Ensemble)] += weight * (path.Length - 1);
        histograms[place.Transition].Add(place.Ensemble, path.Progress, weight);
    }

    // As the outer ensemble is made: the first set around a state takes part.
    private int OuterTransition(int state)
    {
        for (int t = 0; t < layout.Network.Transitions.Length; t++)
        {
            if (layout.Network.Transitions[t].InitialState == state)
            {
                return t;
            }
        }

        throw new InvalidOperationException(FormattableString.Invariant($"A path of an outer ensemble begins in state {state}, which has no interfaces."));
    }
}
