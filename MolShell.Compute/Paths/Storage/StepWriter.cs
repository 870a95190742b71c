using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Appends steps to a run file. Steps that come quickly share a transaction, since beginning and ending one takes longer than a quick step; each
/// is whole, and a kill loses at most those of the last twentieth of a second.
/// </summary>
internal sealed class StepWriter : IDisposable
{
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMilliseconds(50);

    private readonly Database database;
    private readonly FrameCodec codec;
    private readonly FrameFiles? files;
    private readonly PathRunHeader header;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand rollback;
    private readonly Statement insertSegment;
    private readonly Statement insertSample;
    private readonly Statement insertStep;
    private long committed = Stopwatch.GetTimestamp();

    /// <param name="database">The run file.</param>
    /// <param name="header">What the run is.</param>
    /// <param name="codec">Makes bytes of frames.</param>
    /// <param name="files">Keeps frames in files of their own; null keeps them in the run file.</param>
    public StepWriter(Database database, PathRunHeader header, FrameCodec codec, FrameFiles? files)
    {
        this.files = files;
        this.database = database;
        this.header = header;
        this.codec = codec;
        begin = database.Command("BEGIN IMMEDIATE");
        commit = database.Command("COMMIT");
        rollback = database.Command("ROLLBACK");
        insertSegment = database.Prepare("INSERT INTO segments VALUES (?, ?, ?)");
        insertSample = database.Prepare("INSERT INTO samples VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insertStep = database.Prepare("INSERT INTO steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    public void Dispose()
    {
        foreach (IDisposable command in new IDisposable[] { begin, commit, rollback, insertSegment, insertSample, insertStep })
        {
            command.Dispose();
        }
    }

    /// <summary>Stores the paths that the run begins with as step 0.</summary>
    public void WriteInitial(IReadOnlyCollection<SampledPath> samples)
    {
        InTransaction(() => WriteSamples(0, 0, samples));
        Commit();
    }

    /// <summary>Stores a step.</summary>
    /// <exception cref="ArgumentException">The step is of another run; nothing was written.</exception>
    /// <exception cref="PathStoreException">It cannot be written, and steps that are not committed are lost with it.</exception>
    public void Write(PathStep step, bool keepRejectedTrial)
    {
        int mover = Place(header.Movers.IndexOf(step.Mover), step.Mover);
        int ensemble = Place(header.Network.Ensembles.IndexOf(step.Ensemble), step.Ensemble);
        InTransaction(() =>
        {
            WriteSamples(step.Step, step.Move, step.Changes);
            byte[]? trial = null;
            if (keepRejectedTrial && !step.Accepted && step.Trial is not null)
            {
                WriteSegments(step.Move, [step.Trial]);
                trial = SliceCodec.Encode(step.Trial);
            }

            insertStep.Execute(
                step.Step,
                step.Move,
                mover,
                ensemble,
                step.Replica,
                step.Accepted ? 1 : 0,
                step.AcceptanceProbability,
                (int)step.Reason,
                step.TrialLength,
                step.ShootingFrame,
                (int?)step.Direction,
                step.PathLength,
                trial,
                header.IsSwapping ? MembershipCodec.EncodeWeights(step.Samples, header.Network.Ensembles) : null,
                SumOf(step, mover, ensemble));
        });
        if (Stopwatch.GetElapsedTime(committed) >= LongestTransaction)
        {
            Commit();
        }
    }

    /// <summary>Makes the steps so far survive the end of the process, and readers see them.</summary>
    /// <exception cref="PathStoreException">The file cannot be written.</exception>
    public void Commit()
    {
        if (database.IsInTransaction)
        {
            Guarded(() => commit.ExecuteNonQuery());
        }

        committed = Stopwatch.GetTimestamp();
    }

    /// <summary>The checksum of the row of a step.</summary>
    public static uint SumOf(PathStep step, int mover, int ensemble) => Checksum.Of(
        step.Step,
        step.Move,
        mover,
        ensemble,
        step.Replica,
        step.Accepted ? 1 : 0,
        BitConverter.DoubleToInt64Bits(step.AcceptanceProbability),
        (int)step.Reason,
        step.TrialLength,
        step.ShootingFrame ?? -1,
        (int?)step.Direction ?? -1,
        step.PathLength);

    private static int Place(int index, string name) => index >= 0
        ? index
        : throw new ArgumentException($"The step is of '{name}', which the run file does not know: it belongs to another run.");

    private void WriteSamples(long step, long move, IReadOnlyCollection<SampledPath> samples)
    {
        WriteSegments(move, samples.Select(s => s.Trajectory));
        foreach (SampledPath sample in samples)
        {
            PathSummary summary = sample.Summary;
            insertSample.Execute(
                step,
                sample.Replica,
                Place(header.Network.Ensembles.IndexOf(sample.Ensemble), sample.Ensemble),
                SliceCodec.Encode(sample.Trajectory),
                summary.InitialState,
                summary.FinalState,
                double.IsNaN(summary.Progress) ? (double?)null : summary.Progress,
                summary.Inside,
                summary.Outside,
                header.IsSwapping ? MembershipCodec.Encode(sample.Memberships, header.Network.Ensembles) : null);
        }
    }

    // Frames of earlier moves are in the file already.
    private void WriteSegments(long move, IEnumerable<Trajectory> paths)
    {
        IEnumerable<FrameSegment> made = paths.SelectMany(p => p.Slices).Select(s => s.Segment).Where(s => s.Id.Step == move);
        foreach (FrameSegment segment in made.DistinctBy(s => s.Id))
        {
            insertSegment.Execute(SliceCodec.Key(segment.Id), segment.Count, files?.Write(segment) ?? codec.Encode(segment));
        }
    }

    private void InTransaction(Action write) => Guarded(() =>
    {
        if (!database.IsInTransaction)
        {
            begin.ExecuteNonQuery();
        }

        write();
    });

    private void Guarded(Action write) => database.Guard(() =>
    {
        try
        {
            write();
            return true;
        }
        catch
        {
            // Some faults, such as a full disk, have ended the transaction already.
            if (database.IsInTransaction)
            {
                rollback.ExecuteNonQuery();
            }

            throw;
        }
    });
}
