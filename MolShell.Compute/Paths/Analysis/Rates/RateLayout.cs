namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>
/// Places in a vector of sums. For each transition with n interfaces and each of its ensembles i: the weight of paths whose outermost value is
/// between interfaces j and j + 1, by the state that they end in, and the sum of their lengths; then three numbers of its minus paths. For plain
/// dynamics also the frames spent in each state and the passages between them.
/// </summary>
internal sealed class RateLayout
{
    private readonly int[] starts;

    public RateLayout(NetworkSummary network)
    {
        Network = network;
        States = network.States.Length;
        starts = new int[network.Transitions.Length];
        int next = 0;
        for (int t = 0; t < starts.Length; t++)
        {
            starts[t] = next;
            next = Minus(t) + 3;
        }

        TimesAt = next;
        Width = next + (3 * States) + (States * States);
    }

    public NetworkSummary Network { get; }

    /// <summary>Number of states.</summary>
    public int States { get; }

    /// <summary>Length of the vector.</summary>
    public int Width { get; }

    private int TimesAt { get; }

    public int Interfaces(int transition) => Network.Transitions[transition].Values.Length;

    /// <summary>Weight of paths of an ensemble by interval and final state; the last place is for paths that end in no state.</summary>
    public int Paths(int transition, int ensemble, int interval, int state) =>
        starts[transition] + (((((ensemble * Interfaces(transition)) + interval) * (States + 1)) + (state < 0 ? States : state)));

    /// <summary>Weight times length [frame intervals] of the paths of an ensemble.</summary>
    public int Length(int transition, int ensemble) => Paths(transition, Interfaces(transition), 0, 0) + ensemble;

    /// <summary>Weight of minus paths; the next two places are for their time inside and outside [frame intervals].</summary>
    public int Minus(int transition) => Length(transition, Interfaces(transition));

    /// <summary>Frame intervals of which a state was the last one visited.</summary>
    public int Time(int state) => TimesAt + state;

    /// <summary>Frame intervals that began in a state.</summary>
    public int Inside(int state) => TimesAt + States + state;

    /// <summary>Number of uninterrupted stays in a state that ended.</summary>
    public int Stays(int state) => TimesAt + (2 * States) + state;

    /// <summary>Number of passages from a state to another.</summary>
    public int Passages(int from, int to) => TimesAt + (3 * States) + (from * States) + to;

    /// <summary>Number of the last interface that a value is at or beyond; -1 where it is beyond none.</summary>
    public static int IntervalOf(TransitionSummary transition, double progress)
    {
        double sign = transition.IsIncreasing ? 1 : -1;
        int interval = -1;
        while (interval + 1 < transition.Values.Length && sign * progress >= sign * transition.Values[interval + 1])
        {
            interval++;
        }

        return interval;
    }
}
