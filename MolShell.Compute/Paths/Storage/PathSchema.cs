using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// The tables of a run file, version 2. <c>segments</c>: frames that one move made, key 1024 move + part. <c>samples</c>: the ensemble and the
/// path that a replica got in a step, as slices of segments, with its summary and, where paths swap, those in all its ensembles; step 0 is
/// the beginning. <c>steps</c>: one row a step; mover and ensemble by place in the header; reason and direction as their enumerations number
/// them; where paths swap, their weights after the step; checksum over the other numbers.
/// </summary>
internal static class PathSchema
{
    public const int Version = 2;

    // "MolP"
    private const int ApplicationId = 0x4d6f6c50;

    private const string Tables = """
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE segments (id INTEGER PRIMARY KEY, count INTEGER NOT NULL, frames BLOB NOT NULL);
        CREATE TABLE samples (
            step INTEGER NOT NULL, replica INTEGER NOT NULL, ensemble INTEGER NOT NULL, slices BLOB NOT NULL,
            initial INTEGER NOT NULL, final INTEGER NOT NULL, progress REAL, inside INTEGER NOT NULL, outside INTEGER NOT NULL,
            memberships BLOB,
            PRIMARY KEY (step, replica)) WITHOUT ROWID;
        CREATE TABLE steps (
            step INTEGER PRIMARY KEY, move INTEGER NOT NULL, mover INTEGER NOT NULL, ensemble INTEGER NOT NULL, replica INTEGER NOT NULL,
            accepted INTEGER NOT NULL, probability REAL NOT NULL, reason INTEGER NOT NULL,
            trial_length INTEGER NOT NULL, shooting_frame INTEGER, direction INTEGER, path_length INTEGER NOT NULL,
            trial BLOB, weights BLOB, checksum INTEGER NOT NULL);
        """;

    public static void Create(Database database, PathRunHeader header)
    {
        database.Execute(FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};"));
        database.Execute(Tables);
        WriteHeader(database, header);
    }

    /// <summary>Puts a header in the place of another.</summary>
    public static void WriteHeader(Database database, PathRunHeader header)
    {
        string text = JsonSerializer.Serialize(header);
        database.Guard(() =>
        {
            using SqliteCommand insert = database.Command(
                "INSERT OR REPLACE INTO meta VALUES ('header', $header), ('checksum', $checksum)", "$header", "$checksum");
            insert.Parameters[0].Value = text;
            insert.Parameters[1].Value = SumOf(text);
            return insert.ExecuteNonQuery();
        });
    }

    /// <summary>Checks that the file is a run file of a version that is understood, and reads its header.</summary>
    public static PathRunHeader ReadHeader(Database database)
    {
        long application = (long)(database.Scalar("PRAGMA application_id") ?? 0L);
        if (application != ApplicationId)
        {
            throw new PathStoreException($"'{database.FilePath}' is not a path sampling run file.");
        }

        long version = (long)(database.Scalar("PRAGMA user_version") ?? 0L);
        if (version != Version)
        {
            throw new PathStoreException(
                FormattableString.Invariant($"'{database.FilePath}' has format version {version}; this MolShell reads version {Version}. ")
                + (version > Version ? "Use a newer MolShell." : "Read it with the MolShell that wrote it, or begin a new run."));
        }

        string? text = database.Scalar("SELECT value FROM meta WHERE key = 'header'") as string;
        string? sum = database.Scalar("SELECT value FROM meta WHERE key = 'checksum'") as string;
        return text is not null && sum == SumOf(text) && JsonSerializer.Deserialize<PathRunHeader>(text) is PathRunHeader header
            ? header
            : throw new PathStoreException(
                $"The header of the run file '{database.FilePath}' is damaged. Restore it from a copy, or begin a new run.");
    }

    private static string SumOf(string text) => Checksum.Of(Encoding.UTF8.GetBytes(text)).ToString("x8", CultureInfo.InvariantCulture);
}
