using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Reads steps in order and follows the active path of each ensemble. Rows are read in blocks, so that no transaction stays open while a
/// caller works on a step, and a run that is still growing is followed to its present end.
/// </summary>
/// <param name="database">The run file.</param>
/// <param name="header">What the run is.</param>
/// <param name="cache">Loads frames.</param>
/// <param name="merged">What the steps share with those of other runs that are read as one with this, and its place among them.</param>
internal sealed class StepReader(Database database, PathRunHeader header, FrameCache cache, (PathRunInfo Info, int Run)? merged = null)
{
    private const int BlockSize = 512;
    private const string SampleColumns = "replica, ensemble, slices, initial, final, progress, inside, outside, memberships";

    private readonly Dictionary<long, StoredSegment> segments = [];
    private readonly PathRunInfo info = merged?.Info ?? header.ToRunInfo(database.FilePath);
    private readonly SortedDictionary<int, SampledPath> active = [];
    private SampledPath[]? samples;

    /// <summary>Steps from a number on, at least up to <paramref name="last"/>.</summary>
    public IEnumerable<PathStep> Read(long first, long last)
    {
        GoTo(first - 1);
        for (long next = first; ;)
        {
            List<PathStep> block = Guarded(() => ReadBlock(next));
            foreach (PathStep step in block)
            {
                yield return step;
            }

            if (block.Count == 0)
            {
                if (next <= last)
                {
                    throw Damage(FormattableString.Invariant($"step {next} is missing."));
                }

                yield break;
            }

            next = block[^1].Step + 1;
        }
    }

    /// <summary>The active paths after a step, in the order of their replicas.</summary>
    public IReadOnlyList<SampledPath> ActiveAfter(long step)
    {
        GoTo(step);
        return Samples();
    }

    private void GoTo(long step) => Guarded(() =>
    {
        List<int> replicas = [];
        using (SqliteCommand all = database.Command("SELECT replica FROM samples WHERE step = 0"))
        using (SqliteDataReader rows = all.ExecuteReader())
        {
            while (rows.Read())
            {
                replicas.Add(rows.GetInt32(0));
            }
        }

        using SqliteCommand select = database.Command(
            $"SELECT {SampleColumns} FROM samples WHERE replica = $replica AND step <= $step ORDER BY step DESC LIMIT 1", "$replica", "$step");
        active.Clear();
        foreach (int replica in replicas)
        {
            select.Parameters[0].Value = replica;
            select.Parameters[1].Value = step;
            using SqliteDataReader row = select.ExecuteReader();
            if (row.Read())
            {
                active[replica] = ToSample(ReadSample(row, 0));
            }
        }

        samples = null;
        return 0;
    });

    // The same object as long as nothing changes, so that a reader of many steps holds it once.
    private SampledPath[] Samples() => samples ??= [.. active.Values];

    private static SampleRow ReadSample(SqliteDataReader row, int first) => new(
        row.GetInt32(first),
        row.GetInt32(first + 1),
        row.GetFieldValue<byte[]>(first + 2),
        new PathSummary(0)
        {
            InitialState = row.GetInt32(first + 3),
            FinalState = row.GetInt32(first + 4),
            Progress = row.IsDBNull(first + 5) ? double.NaN : row.GetDouble(first + 5),
            Inside = row.GetInt32(first + 6),
            Outside = row.GetInt32(first + 7),
        },
        row.IsDBNull(first + 8) ? null : row.GetFieldValue<byte[]>(first + 8));

    private SampledPath ToSample(SampleRow row)
    {
        Trajectory path = Decode(row.Slices);
        return new SampledPath
        {
            Ensemble = header.Network.Ensembles[row.Ensemble],
            Replica = row.Replica,
            Summary = row.Summary with { Length = path.Count },
            Trajectory = path,
            Memberships = row.Memberships is null
                ? []
                : MembershipCodec.Decode(row.Memberships, header.Network.Ensembles, row.Replica, path),
        };
    }

    private List<PathStep> ReadBlock(long first)
    {
        Dictionary<long, List<SampleRow>> changes = [];
        List<PathStep> block = [];
        database.Execute("BEGIN");
        try
        {
            using SqliteCommand select = database.Command(
                $"SELECT step, {SampleColumns} FROM samples WHERE step >= $first AND step <= "
                + "(SELECT max(step) FROM (SELECT step FROM steps WHERE step >= $first ORDER BY step LIMIT $count)) ORDER BY step",
                "$first",
                "$count");
            select.Parameters[0].Value = first;
            select.Parameters[1].Value = BlockSize;
            using (SqliteDataReader reader = select.ExecuteReader())
            {
                while (reader.Read())
                {
                    long step = reader.GetInt64(0);
                    if (!changes.TryGetValue(step, out List<SampleRow>? list))
                    {
                        changes.Add(step, list = []);
                    }

                    list.Add(ReadSample(reader, 1));
                }
            }

            using SqliteCommand steps = database.Command(
                "SELECT step, mover, ensemble, accepted, probability, reason, trial_length, shooting_frame, direction, trial, checksum, "
                + "move, replica, weights FROM steps WHERE step >= $first ORDER BY step LIMIT $count", "$first", "$count");
            steps.Parameters[0].Value = first;
            steps.Parameters[1].Value = BlockSize;
            using SqliteDataReader rows = steps.ExecuteReader();
            while (rows.Read())
            {
                if (rows.GetInt64(0) != first + block.Count && !header.IsPart)
                {
                    throw new InvalidDataException(FormattableString.Invariant($"step {first + block.Count} is missing"));
                }

                block.Add(ReadStep(rows, changes.GetValueOrDefault(rows.GetInt64(0)) ?? []));
            }
        }
        finally
        {
            database.Execute("COMMIT");
        }

        return block;
    }

    private PathStep ReadStep(SqliteDataReader row, List<SampleRow> changes)
    {
        foreach (SampleRow change in changes)
        {
            active[change.Replica] = ToSample(change);
            samples = null;
        }

        int ensemble = row.GetInt32(2);
        bool accepted = row.GetBoolean(3);
        Trajectory path = active.GetValueOrDefault(row.GetInt32(12))?.Trajectory
            ?? throw new InvalidDataException(FormattableString.Invariant($"there is no replica {row.GetInt32(12)}"));
        PathStep step = new()
        {
            Step = row.GetInt64(0),
            Move = row.GetInt64(11),
            Mover = header.Movers[row.GetInt32(1)],
            Ensemble = header.Network.Ensembles[ensemble],
            Replica = row.GetInt32(12),
            Accepted = accepted,
            AcceptanceProbability = row.GetDouble(4),
            Reason = (RejectionReason)row.GetInt32(5),
            TrialLength = row.GetInt32(6),
            ShootingFrame = row.IsDBNull(7) ? null : row.GetInt32(7),
            Direction = row.IsDBNull(8) ? null : (PathDirection)row.GetInt32(8),
            Trajectory = path,
            Trial = accepted ? path : row.IsDBNull(9) ? null : Decode(row.GetFieldValue<byte[]>(9)),
            Samples = row.IsDBNull(13)
                ? Samples()
                : MembershipCodec.DecodeWeights(row.GetFieldValue<byte[]>(13), header.Network.Ensembles, active),
            Run = info,
        };
        return row.GetInt64(10) == StepWriter.SumOf(step, row.GetInt32(1), ensemble)
            ? step
            : throw new InvalidDataException(FormattableString.Invariant($"the checksum of step {step.Step} is wrong"));
    }

    private Trajectory Decode(byte[] slices)
    {
        Trajectory path = SliceCodec.Decode(slices, SegmentOf);
        Forget();
        return path;
    }

    private StoredSegment SegmentOf(long key)
    {
        if (segments.TryGetValue(key, out StoredSegment? known))
        {
            return known;
        }

        using SqliteCommand select = database.Command("SELECT count, length(frames) > 0 FROM segments WHERE id = $id", "$id");
        select.Parameters[0].Value = key;
        using SqliteDataReader row = select.ExecuteReader();
        if (!row.Read())
        {
            throw new InvalidDataException($"frames of step {SliceCodec.Id(key).Step} are missing");
        }

        StoredSegment segment = new(SliceCodec.Id(key) with { Run = merged?.Run ?? 0 }, row.GetInt32(0), row.GetBoolean(1), cache);
        segments.Add(key, segment);
        return segment;
    }

    // Segments are kept, with the values of variables they carry, as long as an active path uses them.
    private void Forget()
    {
        if (segments.Count < 1000)
        {
            return;
        }

        HashSet<SegmentId> used = [.. active.Values.SelectMany(s => s.Trajectory.Slices).Select(s => s.Segment.Id)];
        foreach ((long key, StoredSegment segment) in segments)
        {
            if (!used.Contains(segment.Id))
            {
                segments.Remove(key);
            }
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return database.Guard(read);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidCastException or InvalidOperationException
            or IndexOutOfRangeException or OverflowException)
        {
            throw Damage(error.Message, error);
        }
    }

    private PathStoreException Damage(string what, Exception? cause = null)
    {
        string message = $"The run file '{database.FilePath}' is damaged: {what.TrimEnd('.')}. Restore it from a copy, or begin a new run.";
        return cause is null ? new PathStoreException(message) : new PathStoreException(message, cause);
    }

    private readonly record struct SampleRow(int Replica, int Ensemble, byte[] Slices, PathSummary Summary, byte[]? Memberships);
}
