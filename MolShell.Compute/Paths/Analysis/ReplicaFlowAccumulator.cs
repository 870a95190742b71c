using System.Collections.Immutable;
using MolShell.Compute.Numerics.Statistics;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>Follows replicas through a stream of steps.</summary>
internal sealed class ReplicaFlowAccumulator
{
    private readonly ImmutableArray<string> ensembles;
    private readonly Dictionary<string, int> places;
    private readonly HashSet<int> innermost = [];
    private readonly HashSet<int> outermost = [];
    private readonly SortedDictionary<int, Follower> followers = [];
    private readonly long[,] passages;
    private readonly RunningMoments trips = new();
    private IReadOnlyList<SampledPath> last = [];
    private long since;

    public ReplicaFlowAccumulator(NetworkSummary network)
    {
        ensembles = network.Ensembles;
        places = ensembles.Select((name, i) => (name, i)).ToDictionary(e => e.name, e => e.i);
        passages = new long[ensembles.Length, ensembles.Length];
        foreach (TransitionSummary transition in network.Transitions)
        {
            innermost.Add(places[transition.Ensembles[0]]);
            outermost.Add(places[transition.Ensembles[^1]]);
        }

        outermost.UnionWith(network.OuterEnsembles.Select(name => places[name]));
        outermost.ExceptWith(innermost);
    }

    public void Add(PathStep step)
    {
        if (ReferenceEquals(step.Samples, last))
        {
            since++;
            return;
        }

        Settle();
        last = step.Samples;
        since = 1;

        // A replica in several ensembles at once, as with infinite swapping, passes nowhere.
        bool isDefinite = last.Select(s => s.Replica).Distinct().Count() == last.Count;
        foreach (SampledPath sample in isDefinite ? last : [])
        {
            Follow(sample.Replica, places[sample.Ensemble], step.Step);
        }
    }

    /// <summary>Place of an ensemble in the network.</summary>
    public int PlaceOf(string ensemble) => places[ensemble];

    public ReplicaFlow ToFlow()
    {
        Settle();
        double[,] visits = new double[followers.Count, ensembles.Length];
        foreach ((Follower follower, int row) in followers.Values.Select((f, i) => (f, i)))
        {
            for (int i = 0; i < ensembles.Length; i++)
            {
                visits[row, i] = follower.Visits[i];
            }
        }

        return new ReplicaFlow
        {
            Ensembles = ensembles,
            Replicas = [.. followers.Keys],
            Visits = visits,
            Passages = (long[,])passages.Clone(),
            RoundTrips = trips.Count,
            StepsPerRoundTrip = trips.Count > 0 ? trips.Mean : null,
        };
    }

    private void Settle()
    {
        foreach (SampledPath sample in last)
        {
            At(sample.Replica).Visits[places[sample.Ensemble]] += sample.Weight * since;
        }

        since = 0;
    }

    private Follower At(int replica)
    {
        if (!followers.TryGetValue(replica, out Follower? follower))
        {
            followers.Add(replica, follower = new Follower(ensembles.Length));
        }

        return follower;
    }

    private void Follow(int replica, int place, long step)
    {
        Follower follower = At(replica);
        if (follower.Place >= 0 && follower.Place != place)
        {
            passages[follower.Place, place]++;
        }

        follower.Place = place;
        if (outermost.Contains(place))
        {
            follower.HasBeenOut = follower.LeftInside is not null;
        }
        else if (innermost.Contains(place))
        {
            if (follower.HasBeenOut)
            {
                trips.Add(step - follower.LeftInside!.Value);
            }

            if (follower.HasBeenOut || follower.LeftInside is null)
            {
                follower.LeftInside = step;
            }

            follower.HasBeenOut = false;
        }
    }

    private sealed class Follower(int ensembles)
    {
        public double[] Visits { get; } = new double[ensembles];

        public int Place { get; set; } = -1;

        /// <summary>The step at which the trip under way began, in an innermost ensemble.</summary>
        public long? LeftInside { get; set; }

        public bool HasBeenOut { get; set; }
    }
}
