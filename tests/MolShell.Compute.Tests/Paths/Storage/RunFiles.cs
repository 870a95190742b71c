using Microsoft.Data.Sqlite;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;

namespace MolShell.Compute.Tests.Paths.Storage;

/// <summary>A folder for run files of one test, and runs of the walk on the integers.</summary>
internal sealed class RunFiles : IDisposable
{
    public static readonly MoveScheme Scheme = MoveScheme.Create(
        Model.BothWays, new MoveSchemeOptions { ReversalWeight = MoveScheme.DefaultReversalWeight });

    private readonly string folder = Directory.CreateTempSubdirectory("molshell-paths-").FullName;

    public static SampleSet Initial => new([new PathSample(Scheme.Network.Ensembles[0], Model.Path(0, 2, 3, 4, 5, 9))]);

    public string this[string name] => Path.Combine(folder, name);

    /// <summary>Begins a run and makes some steps.</summary>
    public string Sample(string name, int steps, ulong seed = 7, PathStoreOptions? storage = null)
    {
        using WalkEngine engine = new();
        using PathSamplingRun run = PathSamplingRun.Create(this[name], Scheme, engine, Initial, seed, storage: storage);
        foreach (PathStep step in run.Run(steps))
        {
            if (run.Step != step.Step)
            {
                throw new InvalidOperationException("The run and its records disagree.");
            }
        }

        return this[name];
    }

    /// <summary>Goes on with a run.</summary>
    public static void Resume(string path, int steps, ulong seed = 7)
    {
        using WalkEngine engine = new();
        using PathSamplingRun run = PathSamplingRun.Resume(path, Scheme, engine, seed);
        foreach (PathStep step in run.Run(steps))
        {
            if (run.Step != step.Step)
            {
                throw new InvalidOperationException("The run and its records disagree.");
            }
        }
    }

    /// <summary>All rows of all tables of a run file as text.</summary>
    public static List<string> Rows(string path)
    {
        using Database database = new(path, SqliteOpenMode.ReadOnly);
        List<string> rows = [];
        foreach (string table in new[] { "steps", "samples", "segments", "meta" })
        {
            using SqliteCommand select = database.Command($"SELECT * FROM {table} ORDER BY 1, 2");
            using SqliteDataReader reader = select.ExecuteReader();
            while (reader.Read())
            {
                IEnumerable<string> values = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
                {
                    byte[] bytes => Convert.ToHexString(bytes),
                    IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                    object other => other.ToString() ?? string.Empty,
                });
                rows.Add(table + ": " + string.Join(" | ", values));
            }
        }

        return rows;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
