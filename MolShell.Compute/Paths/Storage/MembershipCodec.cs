using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;

namespace MolShell.Compute.Paths.Storage;

/// <summary>
/// Paths that swap, as bytes. Memberships: for each ensemble that a path is in, its place, and the summary of the path. Weights: for each path
/// in each ensemble, the place of the ensemble, the replica, and the weight. Both with a checksum.
/// </summary>
internal static class MembershipCodec
{
    public static byte[] Encode(IEnumerable<SampledPath> memberships, ImmutableArray<string> ensembles)
    {
        ArrayBufferWriter<byte> writer = new();
        foreach (SampledPath path in memberships)
        {
            VarInt.Write(writer, ensembles.IndexOf(path.Ensemble));
            VarInt.Write(writer, path.Summary.Length);
            VarInt.Write(writer, path.Summary.InitialState - PathSummary.NoState);
            VarInt.Write(writer, path.Summary.FinalState - PathSummary.NoState);
            VarInt.Write(writer, path.Summary.Inside);
            VarInt.Write(writer, path.Summary.Outside);
            WriteDouble(writer, path.Summary.Progress);
        }

        return Checksum.Seal(writer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">The bytes are no memberships.</exception>
    public static List<SampledPath> Decode(ReadOnlySpan<byte> bytes, ImmutableArray<string> ensembles, int replica, Trajectory path)
    {
        bytes = Checksum.Unseal(bytes);
        List<SampledPath> memberships = [];
        while (!bytes.IsEmpty)
        {
            string ensemble = ensembles[(int)VarInt.Read(ref bytes)];
            PathSummary summary = new((int)VarInt.Read(ref bytes))
            {
                InitialState = (int)VarInt.Read(ref bytes) + PathSummary.NoState,
                FinalState = (int)VarInt.Read(ref bytes) + PathSummary.NoState,
                Inside = (int)VarInt.Read(ref bytes),
                Outside = (int)VarInt.Read(ref bytes),
                Progress = ReadDouble(ref bytes),
            };
            memberships.Add(new SampledPath { Ensemble = ensemble, Replica = replica, Summary = summary, Trajectory = path });
        }

        return memberships;
    }

    public static byte[] EncodeWeights(IEnumerable<SampledPath> samples, ImmutableArray<string> ensembles)
    {
        ArrayBufferWriter<byte> writer = new();
        foreach (SampledPath sample in samples)
        {
            VarInt.Write(writer, ensembles.IndexOf(sample.Ensemble));
            VarInt.Write(writer, sample.Replica);
            WriteDouble(writer, sample.Weight);
        }

        return Checksum.Seal(writer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">The bytes are no weights, or a path has no such membership.</exception>
    public static SampledPath[] DecodeWeights(
        ReadOnlySpan<byte> bytes, ImmutableArray<string> ensembles, IReadOnlyDictionary<int, SampledPath> active)
    {
        bytes = Checksum.Unseal(bytes);
        List<SampledPath> samples = [];
        while (!bytes.IsEmpty)
        {
            string ensemble = ensembles[(int)VarInt.Read(ref bytes)];
            int replica = (int)VarInt.Read(ref bytes);
            double weight = ReadDouble(ref bytes);
            SampledPath membership = active.GetValueOrDefault(replica)?.Memberships.FirstOrDefault(m => m.Ensemble == ensemble)
                ?? throw new InvalidDataException(FormattableString.Invariant($"replica {replica} is not in {ensemble}"));
            samples.Add(membership with { Weight = weight });
        }

        return [.. samples];
    }

    private static void WriteDouble(ArrayBufferWriter<byte> writer, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(writer.GetSpan(sizeof(double)), value);
        writer.Advance(sizeof(double));
    }

    private static double ReadDouble(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < sizeof(double))
        {
            throw new InvalidDataException("the data ends within a number");
        }

        double value = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        bytes = bytes[sizeof(double)..];
        return value;
    }
}
