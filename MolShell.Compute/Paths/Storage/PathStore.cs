using Microsoft.Data.Sqlite;
using MolShell.Compute.Paths.Swapping;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// The run file of path sampling: an SQLite database (write-ahead log) with every step, the paths, and their frames, each stored once.
/// Steps are stored whole, those of a twentieth of a second together, so that killing the process at any moment loses at most these or the step
/// under way, which a run that goes on makes again. One process writes; any number may read at the same time. Paths that come from a file load
/// their frames when asked for, also after the store was closed.
/// </summary>
public sealed class PathStore : IDisposable
{
    private readonly string path;
    private readonly Database database;
    private readonly FrameCache cache;
    private readonly RunLock? runLock;
    private readonly StepWriter? writer;
    private readonly bool keepRejectedTrials;
    private bool isDisposed;

    private PathStore(string path, Database database, PathRunHeader header, RunLock? runLock, PathStoreOptions options)
    {
        this.path = path;
        this.database = database;
        this.runLock = runLock;
        keepRejectedTrials = options.KeepRejectedTrials;
        Header = header;
        FrameShape shape = ShapeOf(header);
        FrameCodec codec = new(shape);
        FrameFiles files = new(path, shape);
        cache = new FrameCache(path, codec, files, header.Topology.ParticleCount);
        writer = runLock is null ? null : new StepWriter(database, header, codec, options.KeepFrameFiles ? files : null);
        LastStep = CountSteps();
    }

    public PathRunHeader Header { get; }

    /// <summary>Full path of the file.</summary>
    public string FilePath => path;

    /// <summary>Number of the last step in the file when it was opened, or appended here; 0 without steps.</summary>
    public long LastStep { get; private set; }

    /// <summary>Number of steps in the file; less than <see cref="LastStep"/> where it is a part of a run.</summary>
    public long Count => (long)(database.Scalar("SELECT count(*) FROM steps") ?? 0L);

    /// <summary>Begins a run file.</summary>
    /// <param name="path">Path of the file, by custom with the extension .molpath.</param>
    /// <param name="header">What the run is.</param>
    /// <param name="initial">The active paths before the first step.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="PathStoreException">The file exists, is in use, or cannot be written.</exception>
    public static PathStore Create(string path, PathRunHeader header, SampleSet initial, PathStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(initial);
        return Create(path, header, initial.ToRecords(), options);
    }

    /// <summary>Begins a run file with paths as records, which of runs with infinite swapping know all ensembles that they are in.</summary>
    internal static PathStore Create(string path, PathRunHeader header, IReadOnlyCollection<SampledPath> initial, PathStoreOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(header);
        options ??= new PathStoreOptions();
        path = Path.GetFullPath(path);
        if (Directory.Exists(path))
        {
            throw new PathStoreException($"'{path}' is a folder; expected the name of a run file.");
        }

        RunLock runLock = RunLock.Take(path);
        try
        {
            if (File.Exists(path) && !options.Overwrite)
            {
                throw new PathStoreException($"The run file '{path}' exists already. Resume it, overwrite it, or choose another name.");
            }

            WriteNew(path, header, initial, options);
            return OpenToWrite(path, runLock, options);
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    /// <summary>Opens a run file to go on with the run.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="header">What the run is that goes on; the file must be of the same.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="PathStoreException">The file is missing, in use, damaged, no run file, or of another run.</exception>
    public static PathStore OpenToAppend(string path, PathRunHeader header, PathStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        path = RequireFile(path);
        RunLock runLock = RunLock.Take(path);
        try
        {
            PathStore store = OpenToWrite(path, runLock, options ?? new PathStoreOptions());
            if (store.Header.DifferenceFrom(header) is string difference)
            {
                store.Dispose();
                throw new PathStoreException(
                    $"The run file '{path}' cannot be resumed: {difference}. "
                    + "Use the same settings as before, or another file name for a new run.");
            }

            return store;
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    /// <summary>Opens a run file to read it, also while a run is writing it.</summary>
    /// <exception cref="PathStoreException">The file is missing, damaged, or no run file.</exception>
    public static PathStore OpenToRead(string path)
    {
        path = RequireFile(path);
        Database database = new(path, SqliteOpenMode.ReadOnly);
        try
        {
            return new PathStore(path, database, PathSchema.ReadHeader(database), null, new PathStoreOptions());
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Stores a step. It survives the end of the process, and readers see it, once a step has been stored a twentieth of a second after the last
    /// ones did, or when <see cref="Flush"/> or <see cref="Dispose"/> returns.
    /// </summary>
    /// <exception cref="ArgumentException">The step is not the next one, or of another run.</exception>
    /// <exception cref="PathStoreException">The file cannot be written; steps that did not survive are made again when the run goes on.</exception>
    public void Append(PathStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (writer is null)
        {
            throw new InvalidOperationException($"The run file '{path}' is open for reading only.");
        }

        if (step.Step != LastStep + 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Step {step.Step} does not follow step {LastStep} of the run file."), nameof(step));
        }

        Write(() =>
        {
            writer.Write(step, keepRejectedTrials);
            LastStep = step.Step;
        });
    }

    /// <summary>Makes all steps so far survive the end of the process, and readers see them; of a closed store they do already.</summary>
    /// <exception cref="PathStoreException">The file cannot be written.</exception>
    public void Flush()
    {
        if (!isDisposed && writer is not null)
        {
            Write(writer.Commit);
        }
    }

    /// <summary>All steps from a number on, in order, up to the end that the file has when it is reached.</summary>
    /// <exception cref="PathStoreException">The file is damaged.</exception>
    public IEnumerable<PathStep> ReadSteps(long first = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 1);
        return Read(first, null);
    }

    /// <summary>The same, as steps of one of several runs that are read as one.</summary>
    internal IEnumerable<PathStep> ReadSteps(long first, PathRunInfo info, int run) => Read(first, (info, run));

    /// <summary>Number of the step at a place from 0 in the file; 0 if it has not so many.</summary>
    public long StepAt(long place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        return (long)(database.Scalar(FormattableString.Invariant($"SELECT step FROM steps ORDER BY step LIMIT 1 OFFSET {place}")) ?? 0L);
    }

    /// <summary>The paths that the run began with, in the order of their replicas.</summary>
    /// <exception cref="PathStoreException">The file is damaged.</exception>
    public IReadOnlyList<SampledPath> ReadInitial()
    {
        using Database source = new(path, SqliteOpenMode.ReadOnly);
        return new StepReader(source, Header, cache).ActiveAfter(0);
    }

    /// <summary>Greatest number of a move of the steps in the file; 0 without steps.</summary>
    public long LastMove => (long)(database.Scalar("SELECT coalesce(max(move), 0) FROM steps") ?? 0L);

    /// <summary>The active paths after the last step, in memory, for going on with the run.</summary>
    /// <exception cref="PathStoreException">The file is damaged, or not of this scheme.</exception>
    public SampleSet ReadActive(MoveScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        Flush();
        using Database source = new(path, SqliteOpenMode.ReadOnly);
        IReadOnlyList<SampledPath> active = new StepReader(source, Header, cache).ActiveAfter(LastStep);
        PathSample[] samples = [.. active.Select(a => new PathSample(EnsembleOf(scheme, a.Ensemble), a.Trajectory.InMemory(), a.Replica))];
        return new SampleSet(Header.IsSwapping ? Assign(scheme, active, samples) : samples);
    }

    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        cache.Dispose();
        try
        {
            writer?.Commit();
        }
        finally
        {
            if (writer is not null)
            {
                writer.Dispose();
                database.EndLog();
            }

            database.Dispose();
            runLock?.Dispose();
        }
    }

    internal static string RequireFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        path = Path.GetFullPath(path);
        return File.Exists(path) ? path
            : Directory.Exists(path) ? throw new PathStoreException($"'{path}' is a folder; expected the name of a run file.")
            : throw new PathStoreException($"There is no run file '{path}'.");
    }

    // A file appears under its name only when it is complete, so that no kill leaves one that cannot be opened.
    private static void WriteNew(string path, PathRunHeader header, IReadOnlyCollection<SampledPath> initial, PathStoreOptions options)
    {
        FrameShape shape = ShapeOf(header);
        FrameFiles files = new(path, shape);
        if (options.KeepFrameFiles)
        {
            files.RequireUsable();
        }

        files.Clear(File.Exists(path));
        string draft = path + "-new";
        File.Delete(draft);
        using (Database database = new(draft, SqliteOpenMode.ReadWriteCreate))
        {
            PathSchema.Create(database, header);
            using StepWriter writer = new(database, header, new FrameCodec(shape), options.KeepFrameFiles ? files : null);
            writer.WriteInitial(initial);
        }

        // What an overwritten run had not yet moved from its log must not come into the new file.
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        File.Move(draft, path, overwrite: true);
    }

    internal static FrameShape ShapeOf(PathRunHeader header) =>
        new(header.Topology, header.CreateBox(), UnitSystem.Parse(header.Units));

    private static bool IsStored(Database database, SegmentId id) => database.Guard(() =>
    {
        using SqliteCommand select = database.Command("SELECT 1 FROM segments WHERE id = $id AND length(frames) > 0", "$id");
        select.Parameters[0].Value = SliceCodec.Key(id);
        return select.ExecuteScalar() is not null;
    });

    private static PathStore OpenToWrite(string path, RunLock runLock, PathStoreOptions options)
    {
        Database database = new(path, SqliteOpenMode.ReadWrite);
        try
        {
            PathRunHeader header = PathSchema.ReadHeader(database);
            database.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000;");
            new FrameFiles(path, ShapeOf(header)).RemoveOrphans(id => IsStored(database, id));
            return new PathStore(path, database, header, runLock, options);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private PathEnsemble EnsembleOf(MoveScheme scheme, string name) => scheme.Network.Ensembles.FirstOrDefault(e => e.Name == name)
        ?? throw new PathStoreException($"The run file '{path}' has an ensemble {name}: it is of another network.");

    // Paths that swap are in no ensemble for certain: each gets one that it is a member of.
    private static IEnumerable<PathSample> Assign(MoveScheme scheme, IReadOnlyList<SampledPath> active, PathSample[] samples)
    {
        double[,] weights = new double[scheme.Ensembles.Length, active.Count];
        for (int i = 0; i < scheme.Ensembles.Length; i++)
        {
            for (int j = 0; j < active.Count; j++)
            {
                weights[i, j] = active[j].Memberships.Any(m => m.Ensemble == scheme.Ensembles[i].Name) ? 1 : 0;
            }
        }

        int[] pathOf = SwapProbabilities.Assign(weights);
        return scheme.Ensembles.Select((ensemble, i) => samples[pathOf[i]] with { Ensemble = ensemble });
    }

    private IEnumerable<PathStep> Read(long first, (PathRunInfo Info, int Run)? merged)
    {
        Flush();
        using Database source = new(path, SqliteOpenMode.ReadOnly);
        foreach (PathStep step in new StepReader(source, Header, cache, merged).Read(first, LastStep))
        {
            yield return step;
        }
    }

    // A fault takes steps with it that were stored with this one.
    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch
        {
            LastStep = CountSteps();
            throw;
        }
    }

    // One statement sees one state of a file that is growing. Step 0 is among the samples only.
    private long CountSteps() => database.Scalar(
        "SELECT last FROM "
        + "(SELECT coalesce((SELECT max(step) FROM steps), 0) AS last, (SELECT max(step) FROM samples) AS sampled) WHERE sampled <= last")
        is long last
        ? last
        : throw new PathStoreException(
            $"The run file '{path}' is damaged: its last steps are missing. Restore it from a copy, or begin a new run.");
}
