using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Paths.Analysis.Rates;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>
/// What independent runs found beside what a model is known to have, in combined standard errors: means over the runs, with the errors that
/// the runs tell of themselves; and the scatter of the runs, which those errors must explain.
/// </summary>
internal sealed class RateComparison
{
    private const double Sigmas = 3;
    private readonly RateModel model;
    private readonly IReadOnlyList<TransitionRateEstimate> runs;
    private readonly List<(string What, Known Known, Known Found)> numbers = [];
    private readonly List<double> scatter = [];

    private RateComparison(RateModel model, IReadOnlyList<TransitionRateEstimate> runs, bool withFlux)
    {
        (this.model, this.runs) = (model, runs);
        for (int t = 0; t < model.Interfaces.Length; t++)
        {
            for (int i = 0; i < model.Interfaces[t].Length; i++)
            {
                AddInterface(t, i, withFlux);
            }
        }

        foreach ((string name, Known known) in model.Rates.Where(r => runs[0].Rates.Any(found => found.From + found.To == r.Key)))
        {
            Add($"rate {name}", known, r => RateOf(r, name));
        }

        foreach ((string first, string second) in model.EqualRates)
        {
            Add($"rates {first} and {second}", Known.Mean(runs.Select(r => RateOf(r, second))), r => RateOf(r, first));
        }
    }

    /// <summary>
    /// Compares rates, and of each transition the flux, crossing probabilities, mean lengths and ends. Of hundreds of numbers one or the other is
    /// beyond 3 sigma by chance: what is, four times as many further runs must find within 3 sigma, where a bias would be twice as clear.
    /// </summary>
    /// <param name="model">What is known.</param>
    /// <param name="sample">Makes a number of runs, the first of them with the first seed.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="withFlux">Whether fluxes were found, and not given.</param>
    public static void Check(RateModel model, Func<int, int, IReadOnlyList<TransitionRateEstimate>> sample, int runs, bool withFlux)
    {
        string[] outliers = Outliers(firstSeed: 0, runs);
        string[] again = outliers.Length > 0 ? [.. outliers.Intersect(Outliers(runs, 4 * runs))] : [];
        Assert.True(again.Length == 0, $"Beyond {Sigmas} sigma of {runs} runs and of {4 * runs} others: {string.Join("; ", again)}.");

        string[] Outliers(int firstSeed, int count)
        {
            RateComparison comparison = new(model, sample(firstSeed, count), withFlux);
            comparison.Write();
            comparison.AssertScatter();
            return [.. comparison.numbers.Where(n => Math.Abs(Score(n.Known, n.Found)) > Sigmas).Select(n => n.What)];
        }
    }

    private double Scatter => Math.Sqrt(scatter.Average());

    private static double Score(Known known, Known found) => (found.Value - known.Value) / double.Hypot(known.Error, found.Error);

    private static Estimate RateOf(TransitionRateEstimate run, string name) => run.Rates.Single(r => r.From + r.To == name).Estimate;

    private void AddInterface(int transition, int index, bool withFlux)
    {
        KnownInterface known = model.Interfaces[transition][index];
        string what = FormattableString.Invariant($"{runs[0].Transitions[transition].Name} at {known.Value:g6}");
        if (index > 0)
        {
            Add($"P of {what}", known.Probability, r => At(r).Probability);
        }
        else if (withFlux)
        {
            Add($"flux of {what}", known.Flux, r => r.Transitions[transition].Flux);
        }

        if (known.MeanLength is Known length)
        {
            Add($"mean length of {what}", length, r => At(r).MeanLength);
        }

        for (int state = 0; state < known.Ends.Length; state++)
        {
            int end = state;
            Add($"end in {runs[0].States[state]} of {what}", known.Ends[state], r => At(r).Ends[end]);
        }

        InterfaceEstimate At(TransitionRateEstimate run) => run.Transitions[transition].Interfaces[index];
    }

    private void Add(string what, Known known, Func<TransitionRateEstimate, Estimate> quantity)
    {
        Known found = Known.Mean(runs.Select(quantity));
        numbers.Add((what, known, found));
        double error = found.Error * Math.Sqrt(runs.Count);
        scatter.Add(runs.Sum(r => Math.Pow((quantity(r).Value - found.Value) / error, 2)) / Math.Max(runs.Count - 1, 1));
    }

    // The numbers of a transition depend on each other, so that there are no more degrees of freedom than transitions and further runs make.
    private void AssertScatter()
    {
        double freedom = (runs.Count - 1) * runs[0].Transitions.Length;
        Sigma.AssertWithin(4, 1, 1 / Math.Sqrt(2 * freedom), Scatter, "scatter of runs in their standard errors");
        for (int i = 0; i < runs[0].Rates.Length; i++)
        {
            double bootstrap = runs.Average(r => r.Rates[i].BootstrapError), blocks = runs.Average(r => r.Rates[i].StandardError);
            Assert.InRange(bootstrap / blocks, 0.5, 2);
        }
    }

    private void Write()
    {
        ITestOutputHelper output = TestContext.Current.TestOutputHelper!;
        foreach ((string what, Known known, Known found) in numbers)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{what}: {found.Value:g5} +- {found.Error:g2}, expected {known.Value:g5} +- {known.Error:g2}, z {Score(known, found):f2}"));
        }

        double[] scores = [.. numbers.Select(n => Score(n.Known, n.Found))];
        double rms = Math.Sqrt(scores.Average(z => z * z));
        output.WriteLine(FormattableString.Invariant(
            $"{scores.Length} comparisons of {runs.Count} runs: rms z {rms:f2}, mean z {scores.Average():f2}, ")
            + FormattableString.Invariant($"scatter of runs {Scatter:f2} of their standard errors"));
    }
}
