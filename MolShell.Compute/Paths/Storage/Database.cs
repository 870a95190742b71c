using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>A connection to a run file that speaks of its faults in terms of run files.</summary>
internal sealed class Database : IDisposable
{
    private const int CorruptCode = 11;
    private const int BusyCode = 5;
    private const int CannotOpenCode = 14;
    private const int ConstraintCode = 19;
    private const int FullCode = 13;
    private const int NotADatabaseCode = 26;
    private const int ReadOnlyCode = 8;

    private readonly SqliteConnection connection;

    public Database(string path, SqliteOpenMode mode)
    {
        SqliteNative.EnsureLoaded();
        FilePath = path;

        // Without pooling, closing a store lets go of the file.
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Translate(error);
        }
    }

    public string FilePath { get; }

    public bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Dispose() => connection.Dispose();

    public void Execute(string sql) => Guard(() =>
    {
        using SqliteCommand command = Command(sql);
        return command.ExecuteNonQuery();
    });

    public object? Scalar(string sql) => Guard(() =>
    {
        using SqliteCommand command = Command(sql);
        return command.ExecuteScalar();
    });

    /// <summary>Does something with the database and speaks of its faults in terms of run files.</summary>
    public T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw Translate(error);
        }
    }

    /// <summary>
    /// Moves the write-ahead log into the file and gives the log up, so that the file is whole by itself. While somebody reads, or the disk has
    /// no room for the move, the log stays, and the next to open the file moves it.
    /// </summary>
    public void EndLog()
    {
        using SqliteCommand command = Command("PRAGMA journal_mode = DELETE");
        command.CommandTimeout = 1;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException error) when (error.SqliteErrorCode is BusyCode or FullCode)
        {
            // A reader is at work, or there is no room: as said above.
        }
    }

    /// <summary>A command that is prepared at its first use and may be used again; belongs to the caller.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // All texts are constants of this namespace; values are bound as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (string parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter(parameter, null));
        }

        return command;
    }

    /// <summary>A statement without results, for many times; belongs to the caller.</summary>
    public Statement Prepare(string sql) => Guard(() => new Statement(connection.Handle!, sql));

    /// <summary>The fault as a user of run files sees it.</summary>
    private PathStoreException Translate(SqliteException error) => new(
        error.SqliteErrorCode switch
        {
            NotADatabaseCode => $"'{FilePath}' is not a path sampling run file.",
            CorruptCode => $"The run file '{FilePath}' is damaged. Restore it from a copy, or begin a new run.",
            CannotOpenCode => $"The run file '{FilePath}' cannot be opened: check that the folder exists and may be read and written.",
            ReadOnlyCode => $"The run file '{FilePath}' cannot be written: the file or its folder is read-only.",
            FullCode => $"The run file '{FilePath}' cannot grow: the disk is full. Make room and resume: no more than the steps of the last moment are made again.",
            ConstraintCode => $"The run file '{FilePath}' was changed by another process at the same time.",
            _ => $"The run file '{FilePath}' cannot be used: {error.Message}",
        },
        error);
}
