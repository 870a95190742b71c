using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Makes rates and all they are made of from sums. What is estimated is one list of numbers, so that all of them are resampled together.
/// </summary>
internal sealed class RateEstimator(RateLayout layout, PathRunInfo run, RateOptions options, bool isDynamics)
{
    private static readonly int ExcursionsOfMinus = Ensembles.MinusEnsemble.UsualExcursions;

    private readonly NetworkSummary network = layout.Network;
    private readonly double interval = double.IsNaN(run.FrameInterval) ? 1 : run.FrameInterval;
    private readonly string timeUnit = double.IsNaN(run.FrameInterval) ? "frame" : run.TimeUnit;

    /// <summary>The result of sums over blocks.</summary>
    /// <param name="sums">Sums in the places of the layout.</param>
    /// <param name="histograms">What paths reached, for each transition.</param>
    /// <param name="steps">Number of steps that count.</param>
    /// <param name="skipped">Number of steps left out.</param>
    public TransitionRateEstimate Estimate(BlockSums sums, IReadOnlyList<ProgressHistogram> histograms, long steps, long skipped)
    {
        Queue<Estimate> estimates = new(BlockResampling.Of(sums, Quantities, options.Resamples, options.Key));
        double[] total = sums.Total();
        ImmutableArray<TransitionEstimate> transitions =
            [.. Enumerable.Range(0, network.Transitions.Length).Select(t => ToTransition(t, estimates, Solve(t, total), histograms[t]))];
        List<TransitionRate> rates = [];
        for (int from = 0; from < layout.States; from++)
        {
            for (int to = 0; to < layout.States; to++)
            {
                Estimate rate = estimates.Dequeue();
                if (IsAskedFor(from, to))
                {
                    rates.Add(new TransitionRate
                    {
                        From = network.States[from],
                        To = network.States[to],
                        Estimate = WithFlux(rate, TransitionOf(from, to)),
                        Unit = RateUnit,
                    });
                }
            }
        }

        return new TransitionRateEstimate
        {
            States = network.States,
            Steps = steps,
            Skipped = skipped,
            Transitions = transitions,
            Rates = [.. rates],
            LifeTimes = [.. Enumerable.Range(0, layout.States).Select(_ => estimates.Dequeue())],
            StayTimes = isDynamics ? [.. Enumerable.Range(0, layout.States).Select(_ => estimates.Dequeue())] : [],
            TimeUnit = timeUnit,
        };
    }

    private string RateUnit => timeUnit.Length == 0 ? string.Empty : $"1/{timeUnit}";

    // In the order in which the result takes them.
    private double[] Quantities(double[] sums)
    {
        List<double> list = new(64);
        CrossingSolution[] solutions = new CrossingSolution[network.Transitions.Length];
        double[] fluxes = new double[solutions.Length];
        for (int t = 0; t < solutions.Length; t++)
        {
            solutions[t] = Solve(t, sums);
            fluxes[t] = AddFlux(t, solutions[t], sums, list);
            AddCrossing(t, solutions[t], list);
        }

        AddRates(solutions, fluxes, sums, list);
        return [.. list];
    }

    private CrossingSolution Solve(int transition, double[] sums) => new(layout, transition, sums, options.Estimator, options.Cutoff);

    // The flux without its error where it was given, since that is added to the results.
    private double AddFlux(int transition, CrossingSolution solution, double[] sums, List<double> list)
    {
        int minus = layout.Minus(transition);
        double inside = CrossingSolution.Ratio(sums[minus + 1], sums[minus] * (ExcursionsOfMinus - 1));
        double outside = CrossingSolution.Ratio(sums[minus + 2], sums[minus] * ExcursionsOfMinus);
        double excursion = solution.MeanIntervals(0);
        double fluxOfMinus = 1 / (inside + outside);
        double flux = 1 / (inside + (double.IsNaN(excursion) ? outside : excursion));
        if (isDynamics)
        {
            double time = sums[layout.Time(network.Transitions[transition].InitialState)];
            flux = CrossingSolution.Ratio(solution.Weight(0), time);
            inside = (1 / flux) - excursion;
        }

        flux = GivenFlux(transition)?.Value ?? (flux / interval);
        list.AddRange([flux, fluxOfMinus / interval, inside * interval, (isDynamics ? excursion : double.IsNaN(excursion) ? outside : excursion) * interval]);
        return flux;
    }

    private void AddCrossing(int transition, CrossingSolution solution, List<double> list)
    {
        list.AddRange(solution.Probabilities);
        list.AddRange(solution.Next);
        list.AddRange(solution.Own);
        for (int i = 0; i < layout.Interfaces(transition); i++)
        {
            list.Add(solution.MeanIntervals(i) + 1);
            for (int state = 0; state < layout.States; state++)
            {
                list.Add(solution.Ends[i, state]);
            }
        }
    }

    private void AddRates(CrossingSolution[] solutions, double[] fluxes, double[] sums, List<double> list)
    {
        double[] leaving = new double[layout.States];
        for (int from = 0; from < layout.States; from++)
        {
            for (int to = 0; to < layout.States; to++)
            {
                int transition = TransitionOf(from, to);
                double rate = isDynamics ? CrossingSolution.Ratio(sums[layout.Passages(from, to)], sums[layout.Time(from)]) / interval
                    : transition >= 0 ? fluxes[transition] * solutions[transition].Ends[0, to]
                    : double.NaN;
                leaving[from] += from == to ? 0 : rate;
                list.Add(rate);
            }
        }

        list.AddRange(leaving.Select(rate => rate > 0 ? 1 / rate : double.NaN));
        if (isDynamics)
        {
            list.AddRange(Enumerable.Range(0, layout.States).Select(
                state => CrossingSolution.Ratio(sums[layout.Inside(state)], sums[layout.Stays(state)]) * interval));
        }
    }

    private TransitionEstimate ToTransition(int index, Queue<Estimate> estimates, CrossingSolution solution, ProgressHistogram histogram)
    {
        TransitionSummary transition = network.Transitions[index];
        int interfaces = transition.Values.Length;
        Estimate flux = estimates.Dequeue();
        Estimate fluxOfMinus = estimates.Dequeue();
        Estimate inside = estimates.Dequeue();
        Estimate outside = estimates.Dequeue();
        Estimate[] probabilities = [.. Enumerable.Range(0, interfaces).Select(_ => estimates.Dequeue())];
        Estimate[] next = [.. Enumerable.Range(1, interfaces - 1).Select(_ => estimates.Dequeue())];
        Estimate[] own = [.. Enumerable.Range(1, interfaces - 1).Select(_ => estimates.Dequeue())];
        return new TransitionEstimate
        {
            Name = transition.Name,
            State = network.States[transition.InitialState],
            Variable = transition.Variable,
            Flux = GivenFlux(index) is { } given ? Known(given.Value, given.StandardError) : flux,
            MinusFlux = fluxOfMinus,
            InsideTime = inside,
            OutsideTime = outside,
            FluxUnit = RateUnit,
            Interfaces = [.. Enumerable.Range(0, interfaces).Select(i => new InterfaceEstimate
            {
                Ensemble = transition.Ensembles[i],
                Value = transition.Values[i],
                Weight = solution.Weight(i),
                Probability = i == 0 ? Known(1, 0) : probabilities[i],
                Next = i + 1 < interfaces ? next[i] : null,
                Own = i + 1 < interfaces ? own[i] : null,
                MeanLength = estimates.Dequeue(),
                Ends = [.. Enumerable.Range(0, layout.States).Select(_ => estimates.Dequeue())],
            })],
            Curve = histogram.ToCurve(solution),
        };
    }

    private static Estimate Known(double value, double error) => new(value)
    {
        StandardError = error,
        BootstrapError = error,
        Lower = value - (Numerics.Statistics.Estimate.HalfWidth * error),
        Upper = value + (Numerics.Statistics.Estimate.HalfWidth * error),
        IsConverged = true,
    };

    private bool IsAskedFor(int from, int to) => from != to && (isDynamics || TransitionOf(from, to) >= 0);

    // Of several sets of interfaces between two states the first counts.
    private int TransitionOf(int from, int to)
    {
        for (int t = 0; t < network.Transitions.Length; t++)
        {
            if (network.Transitions[t].InitialState == from && network.Transitions[t].FinalStates.Contains(to))
            {
                return t;
            }
        }

        return -1;
    }

    private InterfaceFlux? GivenFlux(int transition) => options.Fluxes.Count switch
    {
        0 => null,
        1 => options.Fluxes[0],
        _ => options.Fluxes[transition],
    };

    private Estimate WithFlux(Estimate rate, int transition) =>
        !isDynamics && GivenFlux(transition) is { } flux ? rate.Times(1, flux.StandardError / flux.Value) : rate;
}
