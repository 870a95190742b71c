using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Writes steps of a run file to another one: a part of the run, or all of it with fewer frames. The steps keep their numbers, and frames
/// that paths share are stored once. What was measured of a path stays with it, also where its frames are left out; so everything that needs
/// no frames can be analysed, and the run can go on from the last step. The file is written beside its place and then moved there.
/// </summary>
/// <param name="Steps">Number of steps written.</param>
/// <param name="Paths">Number of paths that these steps made, and those before them.</param>
/// <param name="PathsWithFrames">Number of these paths that have their frames.</param>
/// <param name="SourceBytes">Size of the file that was read [byte], without frames in files of their own.</param>
/// <param name="Bytes">Size of the file that was written [byte], likewise.</param>
public sealed record PathRunExport(long Steps, long Paths, long PathsWithFrames, long SourceBytes, long Bytes)
{
    private const string SampleValues = "replica, ensemble, slices, initial, final, progress, inside, outside, memberships";

    /// <summary>Writes steps of a run file to another one.</summary>
    /// <param name="source">The file to read.</param>
    /// <param name="steps">Numbers of the steps, in ascending order.</param>
    /// <param name="target">The file to write; may be the same, to leave frames out of it.</param>
    /// <param name="options">What to write.</param>
    /// <param name="cancellation">Stops the work; nothing has changed then.</param>
    /// <exception cref="ArgumentException">There are no steps, or they are not in ascending order.</exception>
    /// <exception cref="PathStoreException">A file is missing, in use or damaged, exists, or is of another run.</exception>
    public static PathRunExport Write(
        string source, IReadOnlyList<long> steps, string target, PathRunExportOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.FrameStride);
        source = PathStore.RequireFile(source);
        target = Path.GetFullPath(target);
        if (steps.Count == 0)
        {
            throw new ArgumentException("There are no steps to write.", nameof(steps));
        }

        if (Enumerable.Range(1, steps.Count - 1).Any(i => steps[i] <= steps[i - 1]))
        {
            throw new ArgumentException("The steps of a run file must be in ascending order of their numbers, each once.", nameof(steps));
        }

        using RunLock held = RunLock.Take(target);
        bool appends = options.Append && File.Exists(target);
        if (File.Exists(target) && !appends && !options.Overwrite)
        {
            throw new PathStoreException($"The run file '{target}' exists already. Overwrite it, or choose another name.");
        }

        string draft = target + "-new";
        File.Delete(draft);
        try
        {
            return Write(source, steps, target, draft, appends, options, cancellation);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static PathRunExport Write(
        string source,
        IReadOnlyList<long> steps,
        string target,
        string draft,
        bool appends,
        PathRunExportOptions options,
        CancellationToken cancellation)
    {
        PathRunHeader header;
        HashSet<long> kept;
        PathRunExport result;
        using (Database read = new(source, SqliteOpenMode.ReadOnly))
        {
            header = PathSchema.ReadHeader(read);
        }

        if (appends)
        {
            RequireSameRun(target, header);
            CopyWhole(target, draft);
        }

        using (Database database = new(draft, SqliteOpenMode.ReadWriteCreate))
        {
            if (!appends)
            {
                PathSchema.Create(database, header);
            }

            Attach(database, source);
            database.Execute("CREATE TEMP TABLE chosen (step INTEGER PRIMARY KEY); CREATE TEMP TABLE used (id INTEGER PRIMARY KEY, keep INTEGER); BEGIN");
            long last = (long)database.Scalar("SELECT coalesce(max(step), 0) FROM main.steps")!;
            if (appends && steps[0] <= last)
            {
                throw new PathStoreException(FormattableString.Invariant(
                    $"Step {steps[0]} cannot be appended to '{target}', which has steps up to {last}: leave the steps that it has out."));
            }

            CopySteps(database, steps, options, source);
            cancellation.ThrowIfCancellationRequested();
            CopySamples(database, steps, appends ? last : steps[0] - 1, !appends);
            cancellation.ThrowIfCancellationRequested();
            (long paths, long withFrames) = ChooseFrames(database, steps, appends ? last : -1, options.FrameStride);
            CopySegments(database, source);
            kept = Keys(database, "SELECT id FROM main.segments WHERE length(frames) > 0");
            bool hasGap = steps[^1] - last != steps.Count;
            PathSchema.WriteHeader(database, header with { IsPart = hasGap || (appends && PathSchema.ReadHeader(database).IsPart) });
            database.Execute("COMMIT; DETACH DATABASE source");
            result = new PathRunExport(steps.Count, paths, withFrames, SizeOf(source), 0);
        }

        cancellation.ThrowIfCancellationRequested();
        MoveIntoPlace(draft, source, target, header, kept, appends);
        return result with { Bytes = SizeOf(target) };
    }

    private static void RequireSameRun(string target, PathRunHeader header)
    {
        using Database database = new(target, SqliteOpenMode.ReadOnly);
        if (PathSchema.ReadHeader(database).DifferenceFrom(header) is string difference)
        {
            throw new PathStoreException($"Nothing can be appended to the run file '{target}': {difference}. Only steps of the same run can.");
        }
    }

    private static void CopyWhole(string source, string target)
    {
        using Database database = new(source, SqliteOpenMode.ReadOnly);
        Execute(database, "VACUUM INTO $value", target);
    }

    private static void Attach(Database database, string source) => Execute(database, "ATTACH DATABASE $value AS source", source);

    private static int Execute(Database database, string sql, object value) => database.Guard(() =>
    {
        using SqliteCommand command = database.Command(sql, "$value");
        command.Parameters[0].Value = value;
        return command.ExecuteNonQuery();
    });

    private static void CopySteps(Database database, IReadOnlyList<long> steps, PathRunExportOptions options, string source)
    {
        database.Guard(() =>
        {
            using SqliteCommand insert = database.Command("INSERT INTO chosen VALUES ($step)", "$step");
            foreach (long step in steps)
            {
                insert.Parameters[0].Value = step;
                insert.ExecuteNonQuery();
            }

            return 0;
        });
        database.Execute("INSERT INTO main.steps SELECT steps.* FROM source.steps AS steps JOIN chosen USING (step) ORDER BY step");
        if (database.Scalar("SELECT min(step) FROM chosen WHERE step NOT IN (SELECT step FROM main.steps)") is long missing)
        {
            throw new PathStoreException(FormattableString.Invariant($"There is no step {missing} in the run file '{source}'."));
        }

        if (options.DropRejectedTrials)
        {
            database.Execute("UPDATE main.steps SET trial = NULL WHERE step IN (SELECT step FROM chosen)");
        }
    }

    // What replicas got in steps that were left out they have after the next chosen one. Of a group, SQLite gives the row with the maximum.
    private static void CopySamples(Database database, IReadOnlyList<long> steps, long before, bool begins)
    {
        if (begins)
        {
            database.Execute(FormattableString.Invariant(
                $"INSERT INTO main.samples SELECT 0, {SampleValues} FROM (SELECT *, max(step) FROM source.samples WHERE step <= {before} GROUP BY replica)"));
        }

        database.Execute(FormattableString.Invariant($"""
            INSERT INTO main.samples SELECT chosen, {SampleValues} FROM (
                SELECT *, max(step) FROM (
                    SELECT *, (SELECT min(chosen.step) FROM chosen WHERE chosen.step >= samples.step) AS chosen
                    FROM source.samples AS samples WHERE step > {before} AND step <= {steps[^1]})
                GROUP BY chosen, replica) ORDER BY chosen, replica
            """));
    }

    /// <summary>Notes the segments that the paths after a step use, and which of these keep their frames.</summary>
    private static (long Paths, long WithFrames) ChooseFrames(Database database, IReadOnlyList<long> steps, long after, long stride)
    {
        Dictionary<long, bool> used = [];
        long paths = 0;
        long withFrames = 0;
        database.Guard(() =>
        {
            // A path is the active one of its replica up to the next.
            using SqliteCommand samples = database.Command(FormattableString.Invariant(
                $"SELECT slices, step, lead(step) OVER (PARTITION BY replica ORDER BY step) FROM main.samples WHERE step > {after}"));
            using SqliteDataReader rows = samples.ExecuteReader();
            while (rows.Read())
            {
                bool keep = rows.IsDBNull(2) || (stride > 0 && (rows.GetInt64(1) == 0 || HasKeptStep(rows.GetInt64(1), rows.GetInt64(2))));
                paths++;
                withFrames += keep ? 1 : 0;
                Note(rows.GetFieldValue<byte[]>(0), keep);
            }

            using SqliteCommand trials = database.Command(FormattableString.Invariant(
                $"SELECT trial FROM main.steps WHERE step > {after} AND trial IS NOT NULL"));
            using SqliteDataReader rejected = trials.ExecuteReader();
            while (rejected.Read())
            {
                Note(rejected.GetFieldValue<byte[]>(0), true);
            }

            using SqliteCommand insert = database.Command("INSERT INTO used VALUES ($id, $keep)", "$id", "$keep");
            foreach ((long key, bool keep) in used)
            {
                insert.Parameters[0].Value = key;
                insert.Parameters[1].Value = keep;
                insert.ExecuteNonQuery();
            }

            return 0;
        });
        return (paths, withFrames);

        // Whether one of the steps whose paths keep their frames is among those from one number to the one before another.
        bool HasKeptStep(long from, long to)
        {
            int place = FirstFrom(steps, from);
            long kept = (place + stride - 1) / stride * stride;
            return kept < steps.Count && steps[(int)kept] < to;
        }

        void Note(byte[] slices, bool keep)
        {
            foreach (long key in SliceCodec.KeysOf(slices))
            {
                used[key] = keep || used.GetValueOrDefault(key);
            }
        }
    }

    private static void CopySegments(Database database, string source)
    {
        database.Execute("""
            INSERT INTO main.segments SELECT id, count, CASE WHEN keep THEN frames ELSE x'' END
            FROM source.segments JOIN used USING (id) WHERE true ORDER BY id
            ON CONFLICT (id) DO UPDATE SET frames = excluded.frames WHERE length(frames) = 0
            """);
        if (database.Scalar("SELECT min(id) FROM used WHERE id NOT IN (SELECT id FROM main.segments)") is long missing)
        {
            throw new PathStoreException(string.Create(
                CultureInfo.InvariantCulture, $"The run file '{source}' is damaged: frames of step {SliceCodec.Id(missing).Step} are missing."));
        }
    }

    // The place of the first of ascending numbers that is not below another.
    private static int FirstFrom(IReadOnlyList<long> numbers, long number)
    {
        (int low, int high) = (0, numbers.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = numbers[middle] < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static HashSet<long> Keys(Database database, string sql) => database.Guard(() =>
    {
        using SqliteCommand select = database.Command(sql);
        using SqliteDataReader rows = select.ExecuteReader();
        HashSet<long> keys = [];
        while (rows.Read())
        {
            keys.Add(rows.GetInt64(0));
        }

        return keys;
    });

    // Frames in files of their own come before the file that refers to them, and go after it.
    private static void MoveIntoPlace(string draft, string source, string target, PathRunHeader header, HashSet<long> kept, bool appends)
    {
        FrameFiles from = new(source, PathStore.ShapeOf(header));
        FrameFiles to = new(target, PathStore.ShapeOf(header));
        if (source != target)
        {
            if (!appends)
            {
                to.Clear(File.Exists(target));
            }

            to.CopyFrom(from, kept.Select(SliceCodec.Id));
        }

        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        File.Move(draft, target, overwrite: true);
        to.RemoveOrphans(id => kept.Contains(SliceCodec.Key(id)));
    }

    private static long SizeOf(string path) => new FileInfo(path).Length;
}
