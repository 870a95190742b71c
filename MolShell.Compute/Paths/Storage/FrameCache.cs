using Microsoft.Data.Sqlite;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Loads frames of stored segments and holds those used last, up to a number of particles. After its run file was closed it opens
/// the file for each load. Safe for use by several threads.
/// </summary>
internal sealed class FrameCache(string path, FrameCodec codec, FrameFiles files, int particlesPerFrame) : IDisposable
{
    // About 50 MiB of positions and velocities.
    private const long Capacity = 1_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<long, LinkedListNode<(long Key, Frame[] Frames)>> entries = [];
    private readonly LinkedList<(long Key, Frame[] Frames)> byUse = new();
    private Database? database;
    private bool isClosed;
    private long held;

    public Frame[] Load(long key)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out LinkedListNode<(long Key, Frame[] Frames)>? node))
            {
                byUse.Remove(node);
            }
            else
            {
                node = new LinkedListNode<(long Key, Frame[] Frames)>((key, Read(key)));
                entries.Add(key, node);
                held += Size(node);
            }

            byUse.AddFirst(node);
            while (held > Capacity && byUse.Last is { } last && last != node)
            {
                byUse.RemoveLast();
                entries.Remove(last.Value.Key);
                held -= Size(last);
            }

            return node.Value.Frames;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            database?.Dispose();
            database = null;
        }
    }

    private long Size(LinkedListNode<(long Key, Frame[] Frames)> node) => (long)node.Value.Frames.Length * particlesPerFrame;

    private Frame[] Read(long key)
    {
        Database source = database ?? new Database(path, SqliteOpenMode.ReadOnly);
        try
        {
            byte[] bytes = source.Guard(() =>
            {
                using SqliteCommand select = source.Command("SELECT frames FROM segments WHERE id = $id", "$id");
                select.Parameters[0].Value = key;
                return select.ExecuteScalar() as byte[] ?? throw new InvalidDataException("they are missing");
            });
            if (bytes.Length == 0)
            {
                throw new PathStoreException(
                    $"Frames of step {SliceCodec.Id(key).Step} are not in the run file '{path}', which was written without them; "
                    + "what was measured of the paths is there. Use the file that it was made from.");
            }

            return FrameFiles.IsReference(bytes) ? files.Read(SliceCodec.Id(key), bytes) : codec.Decode(bytes);
        }
        catch (InvalidDataException error)
        {
            throw new PathStoreException(
                $"Frames of step {SliceCodec.Id(key).Step} in the run file '{path}' are damaged: {error.Message}. "
                + "Restore the file from a copy, or begin a new run.",
                error);
        }
        finally
        {
            if (isClosed)
            {
                source.Dispose();
            }
            else
            {
                database = source;
            }
        }
    }
}
