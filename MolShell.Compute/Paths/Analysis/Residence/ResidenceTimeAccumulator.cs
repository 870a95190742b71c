using System.Collections.Immutable;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Analysis.Residence;

/// <summary>
/// Follows stays in states through a stream of frames of plain dynamics, holding none of them. Stays whose begin was not seen do not count.
/// </summary>
/// <remarks>
/// A stay of n frames lasts n intervals. A frame that is earlier than the one before it begins another trajectory.
/// </remarks>
public sealed class ResidenceTimeAccumulator
{
    private const int None = -1;
    private const double Roundoff = 1e-6;

    private readonly ImmutableArray<StateVolume> states;
    private readonly ResidenceKind kind;
    private readonly double absence;
    private readonly StayCounter[] counters;
    private Frame? last;
    private double elapsed;
    private long intervals;

    // Of the trajectory under way: number of the frame, and the stay in a state.
    private long now = None;
    private int home = None;
    private bool isWhole;
    private long began;
    private long left = None;
    private bool hadHome;

    /// <param name="states">One state or more, which must not overlap.</param>
    /// <param name="kind">What ends a stay.</param>
    /// <param name="absence">Longest absence that does not end an intermittent stay [time].</param>
    /// <exception cref="ArgumentException">There is no state, one only where another ends a stay, or the absence does not fit the kind.</exception>
    public ResidenceTimeAccumulator(IEnumerable<StateVolume> states, ResidenceKind kind = ResidenceKind.Continuous, double absence = 0)
    {
        this.states = [.. states];
        (this.kind, this.absence) = (kind, absence);
        int fewest = kind == ResidenceKind.LastVisited ? 2 : 1;
        if (this.states.Length < fewest)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Stays of the kind {kind} need at least {fewest} states, not {this.states.Length}."), nameof(states));
        }

        if (kind == ResidenceKind.Intermittent ? !(absence > 0) : absence != 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The absence is {absence}; expected above 0 for intermittent stays, and none for others."), nameof(absence));
        }

        counters = [.. this.states.Select(_ => new StayCounter())];
    }

    /// <summary>Number of frames so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Takes the next frame.</summary>
    /// <exception cref="PathSamplingException">The frame is in two states.</exception>
    public void Add(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Frames++;
        if (last is not null && frame.Time < last.Time)
        {
            EndTrajectory(counters);
            (now, home, left, hadHome) = (None, None, None, false);
        }
        else if (last is not null)
        {
            elapsed += frame.Time - last.Time;
            intervals++;
        }

        last = frame;
        now++;
        Follow(StateOf(frame));
    }

    /// <summary>The residence times of the frames so far, one for each state.</summary>
    /// <param name="samples">Number of samples for the probability, at least 1.</param>
    /// <param name="key">Decides them.</param>
    /// <exception cref="InvalidOperationException">There were fewer than two frames.</exception>
    public ImmutableArray<ResidenceTime> ToTimes(int samples, RandomKey key)
    {
        if (intervals == 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"Residence times need two frames or more, not {Frames}."));
        }

        StayCounter[] all = [.. counters.Select(c => c.Copy())];
        EndTrajectory(all);
        return [.. all.Select((counter, state) => ToTime(counter, state, samples, key.Derive((ulong)state)))];
    }

    private void Follow(int state)
    {
        if (home != None)
        {
            if (state == home)
            {
                left = None;
                return;
            }

            left = left == None ? now : left;
            if (!IsOver(state))
            {
                return;
            }

            if (isWhole)
            {
                counters[home].AddEnded((kind == ResidenceKind.LastVisited ? now : left) - began);
            }

            home = None;
        }

        if (state != None)
        {
            // Whether its begin was seen: from outside for long enough, or from another state.
            isWhole = kind switch
            {
                ResidenceKind.Continuous => now > 0,
                ResidenceKind.Intermittent => hadHome || now > Tolerance,
                _ => hadHome,
            };
            (home, began, left, hadHome) = (state, now, None, true);
        }
    }

    private bool IsOver(int state) => kind switch
    {
        ResidenceKind.Continuous => true,
        ResidenceKind.Intermittent => state != None || now - left + 1 > Tolerance,
        _ => state != None,
    };

    // Frames of an absence that is tolerated; the interval is known from the second frame on.
    private long Tolerance => intervals == 0 ? 0 : (long)Math.Floor((absence / (elapsed / intervals)) + Roundoff);

    private void EndTrajectory(StayCounter[] to)
    {
        if (home != None && isWhole)
        {
            bool isAway = left != None && kind == ResidenceKind.Intermittent;
            to[home].AddOpen((isAway ? left : now + 1) - began);
        }
    }

    private ResidenceTime ToTime(StayCounter counter, int state, int samples, RandomKey key)
    {
        double interval = elapsed / intervals;
        (long Length, double Survival, double Error)[] survival = [(0, 1, 0), .. counter.Survival()];
        bool known = counter.Ended > 1;
        return new ResidenceTime
        {
            State = states[state].Name,
            Kind = kind,
            Absence = absence,
            Stays = counter.Ended,
            Open = counter.Open,
            Mean = counter.Ended > 0 ? counter.Mean * interval : double.NaN,
            StandardError = Math.Sqrt(counter.Variance / counter.Ended) * interval,
            Variation = Math.Sqrt(counter.Variance) / counter.Mean,
            Distance = known ? ExponentialTest.Distance(counter.Lengths) : double.NaN,
            Probability = known ? ExponentialTest.Probability(counter.Lengths, samples, key) : double.NaN,
            Times = [.. survival.Select(s => s.Length * interval)],
            Survival = [.. survival.Select(s => s.Survival)],
            SurvivalError = [.. survival.Select(s => s.Error)],
            TimeUnit = last!.Units.Symbol(Dimension.Time),
        };
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
}
