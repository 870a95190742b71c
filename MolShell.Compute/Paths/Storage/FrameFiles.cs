using System.Buffers.Binary;
using System.Globalization;
using MolShell.Compute.IO;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Frames of a run that are kept in TRR files in a folder beside its run file, "run.molpath.frames", one file for each run of frames, named by
/// step and part. The run file holds a reference in place of the frames: number of frames, length and checksum of the file. A file is
/// written beside and renamed before the step that needs it is stored, and never overwritten.
/// </summary>
internal sealed class FrameFiles(string runFile, FrameShape shape)
{
    // Differs from the versions of frames as bytes.
    private const byte Marker = 0xfe;
    private const int ReferenceBytes = 1 + sizeof(int) + sizeof(long) + sizeof(uint);
    private const string Extension = ".trr";
    private const string DraftExtension = ".trr-new";

    public string Folder { get; } = runFile + ".frames";

    /// <summary>Whether bytes of the run file are a reference.</summary>
    public static bool IsReference(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && bytes[0] == Marker;

    /// <summary>Path of the file of a run of frames.</summary>
    public string PathOf(SegmentId id) =>
        Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{id.Step:d10}-{id.Part}{Extension}"));

    /// <summary>Checks that frames of the run can be written so.</summary>
    /// <exception cref="PathStoreException">They cannot.</exception>
    public void RequireUsable()
    {
        if (!ReferenceEquals(shape.Units, UnitSystem.Gromacs))
        {
            throw new PathStoreException(
                $"Frames in {shape.Units.Describe()} cannot be kept in TRR files, which hold nm and ps: keep them in the run file.");
        }
    }

    /// <summary>Makes place for a new run: removes the files of the run that is replaced, or of one that was killed when it began.</summary>
    /// <exception cref="PathStoreException">There are files of a run whose run file is gone.</exception>
    public void Clear(bool replacesRun)
    {
        RemoveOrphans(id => !replacesRun && id.Step > 0);
        if (Directory.Exists(Folder) && Directory.EnumerateFiles(Folder).Any())
        {
            throw new PathStoreException($"The folder '{Folder}' has frames of another run. Remove it, or choose another name for the run file.");
        }
    }

    /// <summary>Writes the file of a segment.</summary>
    /// <returns>The reference for the run file.</returns>
    public byte[] Write(FrameSegment segment)
    {
        Frame[] frames = [.. Enumerable.Range(segment.First, segment.Count).Select(place => segment[place])];
        Directory.CreateDirectory(Folder);
        string path = PathOf(segment.Id);
        string draft = Path.ChangeExtension(path, DraftExtension);
        File.Delete(draft);
        using (TrrWriter writer = new(draft, !frames.All(TrrWriter.FitsSingle)))
        {
            foreach (Frame frame in frames)
            {
                writer.Write(frame);
            }

            writer.Flush();
        }

        byte[] reference = new byte[ReferenceBytes];
        byte[] contents = File.ReadAllBytes(draft);
        reference[0] = Marker;
        BinaryPrimitives.WriteInt32LittleEndian(reference.AsSpan(1), frames.Length);
        BinaryPrimitives.WriteInt64LittleEndian(reference.AsSpan(5), contents.LongLength);
        BinaryPrimitives.WriteUInt32LittleEndian(reference.AsSpan(13), Checksum.Of(contents));
        File.Move(draft, path, overwrite: false);
        return Checksum.Seal(reference);
    }

    /// <summary>Takes over those files of another run that this has not yet.</summary>
    public void CopyFrom(FrameFiles other, IEnumerable<SegmentId> ids)
    {
        foreach (SegmentId id in ids.Where(id => File.Exists(other.PathOf(id)) && !File.Exists(PathOf(id))))
        {
            Directory.CreateDirectory(Folder);
            string draft = Path.ChangeExtension(PathOf(id), DraftExtension);
            File.Copy(other.PathOf(id), draft, overwrite: true);
            File.Move(draft, PathOf(id), overwrite: false);
        }
    }

    /// <exception cref="InvalidDataException">The file is missing or not the one that was written.</exception>
    public Frame[] Read(SegmentId id, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> reference = Checksum.Unseal(bytes);
        if (reference.Length != ReferenceBytes)
        {
            throw new InvalidDataException("the reference to their file is damaged");
        }

        string path = PathOf(id);
        byte[] contents;
        try
        {
            contents = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"their file '{path}' cannot be read: {error.Message.TrimEnd('.')}", error);
        }

        if (contents.LongLength != BinaryPrimitives.ReadInt64LittleEndian(reference[5..])
            || Checksum.Of(contents) != BinaryPrimitives.ReadUInt32LittleEndian(reference[13..]))
        {
            throw new InvalidDataException($"their file '{path}' was changed");
        }

        using TrrReader reader = new(path);
        Frame[] frames = new Frame[BinaryPrimitives.ReadInt32LittleEndian(reference[1..])];
        for (int i = 0; i < frames.Length; i++)
        {
            frames[i] = (reader.TryRead() ?? throw new InvalidDataException($"their file '{path}' has only {i} of them"))
                .ToFrame(shape.Topology, shape.Box);
        }

        return frames;
    }

    /// <summary>Removes files of steps that were not stored, which a kill left.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveOrphans(Func<SegmentId, bool> isStored)
    {
        int removed = 0;
        foreach (string path in Directory.Exists(Folder) ? Directory.GetFiles(Folder) : [])
        {
            if (path.EndsWith(DraftExtension, StringComparison.Ordinal) || (IdOf(path) is SegmentId id && !isStored(id)))
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    private static SegmentId? IdOf(string path)
    {
        string[] words = Path.GetFileNameWithoutExtension(path).Split('-');
        return path.EndsWith(Extension, StringComparison.Ordinal) && words.Length == 2
            && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out long step)
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            ? new SegmentId(step, part)
            : null;
    }
}
