namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>Crossing probabilities and ends of the paths of one transition, from the sums of its ensembles.</summary>
internal sealed class CrossingSolution
{
    // Sums of weights are exact to far more digits; what is less than this comes from rounding.
    private const double Nothing = 1e-9;

    private readonly RateLayout layout;
    private readonly int transition;
    private readonly double[] sums;
    private readonly double[,] beyond;
    private readonly int interfaces;

    public CrossingSolution(RateLayout layout, int transition, double[] sums, CrossingEstimator estimator, double cutoff)
    {
        (this.layout, this.transition, this.sums) = (layout, transition, sums);
        interfaces = layout.Interfaces(transition);
        beyond = new double[interfaces, interfaces];
        for (int i = 0; i < interfaces; i++)
        {
            for (int j = interfaces - 1; j >= i; j--)
            {
                beyond[i, j] = (j + 1 < interfaces ? beyond[i, j + 1] : 0) + WeightIn(i, j);
            }
        }

        Solve(estimator, cutoff);
    }

    /// <summary>Probability to reach interface j for a path that reached the first, shape [n].</summary>
    public double[] Probabilities { get; private set; } = [];

    /// <summary>Probability to reach interface j + 1 for a path that reached j, shape [n - 1].</summary>
    public double[] Next { get; private set; } = [];

    /// <summary>The same from the ensemble of interface j alone, shape [n - 1].</summary>
    public double[] Own { get; private set; } = [];

    /// <summary>Probability to end in a state for a path that reached interface j, shape [n, states].</summary>
    public double[,] Ends { get; private set; } = new double[0, 0];

    /// <summary>Whether ensemble i counts beyond interface j, shape [n, n].</summary>
    public bool[,] Counts { get; private set; } = new bool[0, 0];

    /// <summary>Weight of the paths of an ensemble.</summary>
    public double Weight(int ensemble) => beyond[ensemble, ensemble];

    /// <summary>Mean number of frame intervals of the paths of an ensemble.</summary>
    public double MeanIntervals(int ensemble) => Ratio(sums[layout.Length(transition, ensemble)], Weight(ensemble));

    /// <summary>The quotient; NaN where the denominator is nothing.</summary>
    public static double Ratio(double numerator, double denominator) => denominator > Nothing ? numerator / denominator : double.NaN;

    private void Solve(CrossingEstimator estimator, double cutoff)
    {
        Probabilities = new double[interfaces];
        Next = new double[interfaces - 1];
        Own = new double[interfaces - 1];
        Counts = new bool[interfaces, interfaces];
        Probabilities[0] = 1;
        for (int j = 0; j < interfaces; j++)
        {
            double here = 0, further = 0;
            for (int i = 0; i <= j; i++)
            {
                Counts[i, j] = i == j || (estimator == CrossingEstimator.Pooled && beyond[i, j] >= cutoff * Weight(i));
                if (Counts[i, j])
                {
                    here += beyond[i, j];
                    further += j + 1 < interfaces ? beyond[i, j + 1] : 0;
                }
            }

            if (j + 1 < interfaces)
            {
                Next[j] = Ratio(further, here);
                Own[j] = Ratio(beyond[j, j + 1], beyond[j, j]);

                // What lies beyond an interface that no path reached is not reached either.
                Probabilities[j + 1] = Probabilities[j] == 0 ? 0 : Probabilities[j] * Next[j];
            }
        }

        SolveEnds();
    }

    // A path beyond interface j is between some k >= j and k + 1, and there the ensembles tell where it ends.
    private void SolveEnds()
    {
        Ends = new double[interfaces, layout.States];
        for (int state = 0; state < layout.States; state++)
        {
            double probability = 0;
            for (int j = interfaces - 1; j >= 0; j--)
            {
                double mass = Probabilities[j] - (j + 1 < interfaces ? Probabilities[j + 1] : 0);
                double weight = 0, ending = 0;
                for (int i = 0; i <= j; i++)
                {
                    if (Counts[i, j])
                    {
                        weight += WeightIn(i, j);
                        ending += sums[layout.Paths(transition, i, j, state)];
                    }
                }

                // Where no path ends in an interval, its mass is 0 but for rounding.
                probability += mass * (weight > Nothing ? ending / weight : 0);
                Ends[j, state] = Ratio(probability, Probabilities[j]);
            }
        }
    }

    private double WeightIn(int ensemble, int interval)
    {
        int first = layout.Paths(transition, ensemble, interval, 0);
        double weight = 0;
        for (int state = 0; state <= layout.States; state++)
        {
            weight += sums[first + state];
        }

        return weight;
    }
}
