using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>Appends steps to a run file, each in a transaction of its own.</summary>
internal sealed class StepWriter : IDisposable
{
    private readonly Database database;
    private readonly FrameCodec codec;
    private readonly FrameFiles? files;
    private readonly PathRunHeader header;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand rollback;
    private readonly SqliteCommand insertSegment;
    private readonly SqliteCommand insertSample;
    private readonly SqliteCommand insertStep;

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
        insertSegment = database.Command("INSERT INTO segments VALUES ($id, $count, $frames)", "$id", "$count", "$frames");
        string[] sample =
        [
            "$step", "$replica", "$ensemble", "$slices", "$initial", "$final", "$progress", "$inside", "$outside", "$memberships",
        ];
        insertSample = database.Command($"INSERT INTO samples VALUES ({string.Join(", ", sample)})", sample);
        string[] columns =
        [
            "$step", "$move", "$mover", "$ensemble", "$replica", "$accepted", "$probability", "$reason",
            "$trial", "$frame", "$direction", "$length", "$path", "$weights", "$sum",
        ];
        insertStep = database.Command($"INSERT INTO steps VALUES ({string.Join(", ", columns)})", columns);
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in new[] { begin, commit, rollback, insertSegment, insertSample, insertStep })
        {
            command.Dispose();
        }
    }

    /// <summary>Stores the paths that the run begins with as step 0.</summary>
    public void WriteInitial(IReadOnlyCollection<SampledPath> samples) => InTransaction(() => WriteSamples(0, 0, samples));

    public void Write(PathStep step, bool keepRejectedTrial) => InTransaction(() =>
    {
        WriteSamples(step.Step, step.Move, step.Changes);
        byte[]? trial = null;
        if (keepRejectedTrial && !step.Accepted && step.Trial is not null)
        {
            WriteSegments(step.Move, [step.Trial]);
            trial = SliceCodec.Encode(step.Trial);
        }

        int mover = Place(header.Movers.IndexOf(step.Mover), step.Mover);
        int ensemble = Place(header.Network.Ensembles.IndexOf(step.Ensemble), step.Ensemble);
        Run(
            insertStep,
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
            (long)SumOf(step, mover, ensemble));
    });

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

    private static void Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    private static int Place(int index, string name) => index >= 0
        ? index
        : throw new ArgumentException($"The step is of '{name}', which the run file does not know: it belongs to another run.");

    private void WriteSamples(long step, long move, IReadOnlyCollection<SampledPath> samples)
    {
        WriteSegments(move, samples.Select(s => s.Trajectory));
        foreach (SampledPath sample in samples)
        {
            PathSummary summary = sample.Summary;
            Run(
                insertSample,
                step,
                sample.Replica,
                Place(header.Network.Ensembles.IndexOf(sample.Ensemble), sample.Ensemble),
                SliceCodec.Encode(sample.Trajectory),
                summary.InitialState,
                summary.FinalState,
                double.IsNaN(summary.Progress) ? null : summary.Progress,
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
            Run(insertSegment, SliceCodec.Key(segment.Id), segment.Count, files?.Write(segment) ?? codec.Encode(segment));
        }
    }

    private void InTransaction(Action write) => database.Guard(() =>
    {
        begin.ExecuteNonQuery();
        try
        {
            write();
            return commit.ExecuteNonQuery();
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
