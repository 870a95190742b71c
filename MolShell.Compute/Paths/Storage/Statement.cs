using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// A statement without results that is executed many times. Its parameters are bound by their order, which SqliteCommand cannot and which for
/// short rows takes less time than finding them by name.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;

    /// <exception cref="SqliteException">The text is no statement.</exception>
    public Statement(sqlite3 connection, string sql)
    {
        this.connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out statement), connection);
    }

    public void Dispose() => statement.Dispose();

    /// <summary>Executes the statement.</summary>
    /// <param name="values">The values in the order of the parameters.</param>
    /// <exception cref="SqliteException">It failed.</exception>
    public void Execute(params ReadOnlySpan<StatementValue> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Check(values[i].Bind(statement, i + 1));
        }

        // A reset gives the fault of the step again, and after it the statement can be executed once more.
        _ = raw.sqlite3_step(statement);
        Check(raw.sqlite3_reset(statement));
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection);
}
