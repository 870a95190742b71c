using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>
/// The file of a checkpoint, little-endian: the 8 bytes "MOLSHCPT", the format version (int32), the length of the body (int64), the
/// body, and the SHA-256 of all before it. Version 1 ends its body before the baths, which its runs did not have.
/// </summary>
internal static class CheckpointFile
{
    private const int Version = 2;
    private const int HeaderLength = 20;
    private const int HashLength = 32;

    private static ReadOnlySpan<byte> Magic => "MOLSHCPT"u8;

    public static void Write(Checkpoint checkpoint, string path)
    {
        using MemoryStream memory = new();
        using BinaryWriter writer = new(memory);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(0L);
        WriteBody(writer, checkpoint);
        writer.Flush();
        memory.Position = HeaderLength - sizeof(long);
        writer.Write(memory.Length - HeaderLength);
        writer.Flush();
        ReadOnlySpan<byte> content = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        string beside = path + ".new";
        using (FileStream file = new(beside, FileMode.Create, FileAccess.Write))
        {
            file.Write(content);
            file.Write(SHA256.HashData(content));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    public static Checkpoint Read(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        if (content.Length < HeaderLength || !content.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw Fault(path, "it is not a checkpoint of MolShell");
        }

        using BinaryReader reader = new(new MemoryStream(content));
        reader.BaseStream.Position = Magic.Length;
        int version = reader.ReadInt32();
        if (version is < 1 or > Version)
        {
            throw Fault(path,
                FormattableString.Invariant($"it has the format version {version}, and this program reads versions 1 to {Version}"));
        }

        long length = HeaderLength + reader.ReadInt64();
        if (content.Length != length + HashLength)
        {
            throw Fault(path, FormattableString.Invariant($"it has {content.Length} bytes instead of {length + HashLength}"));
        }

        if (!content.AsSpan((int)length).SequenceEqual(SHA256.HashData(content.AsSpan(0, (int)length))))
        {
            throw Fault(path, "its content does not match its checksum");
        }

        Checkpoint checkpoint = ReadBody(reader);
        return version == 1 ? checkpoint : ReadBaths(reader, checkpoint);
    }

    private static void WriteBody(BinaryWriter writer, Checkpoint checkpoint)
    {
        writer.Write(checkpoint.SystemFingerprint);
        writer.Write(checkpoint.Integrator.Kind.ToString());
        writer.Write(checkpoint.Integrator.TimeStep);
        writer.Write(checkpoint.Integrator.Temperature);
        writer.Write(checkpoint.Integrator.Friction);
        writer.Write(checkpoint.Key.Value);
        writer.Write(checkpoint.Step);
        Box box = checkpoint.Box;
        writer.Write(double.IsFinite(box.Volume));
        Write(writer, [box.A, box.B, box.C]);
        writer.Write(box.IsPeriodicA);
        writer.Write(box.IsPeriodicB);
        writer.Write(box.IsPeriodicC);
        Write(writer, checkpoint.Positions);
        Write(writer, checkpoint.Velocities);
        WriteBaths(writer, checkpoint);
    }

    private static void WriteBaths(BinaryWriter writer, Checkpoint checkpoint)
    {
        IntegratorSettings integrator = checkpoint.Integrator;
        writer.Write(integrator.CouplingTime);
        writer.Write(integrator.ChainLength);
        writer.Write(integrator.CenterOfMassInterval);
        writer.Write(integrator.Barostat is not null);
        if (integrator.Barostat is { } barostat)
        {
            writer.Write(barostat.Coupling.ToString());
            writer.Write(barostat.Pressure);
            writer.Write(barostat.Compressibility);
            writer.Write(barostat.CouplingTime);
            writer.Write(barostat.Interval);
        }

        writer.Write(checkpoint.Precision?.ToString() ?? string.Empty);
        writer.Write(checkpoint.Coupling.Work);
        writer.Write(checkpoint.Coupling.Thermostat.Length);
        writer.Write(MemoryMarshal.AsBytes(checkpoint.Coupling.Thermostat.AsSpan()));
    }

    private static Checkpoint ReadBaths(BinaryReader reader, Checkpoint checkpoint) => checkpoint with
    {
        Integrator = checkpoint.Integrator with
        {
            CouplingTime = reader.ReadDouble(),
            ChainLength = reader.ReadInt32(),
            CenterOfMassInterval = reader.ReadInt32(),
            Barostat = reader.ReadBoolean() ? ReadBarostat(reader) : null,
        },
        Precision = reader.ReadString() is { Length: > 0 } name ? Enum.Parse<Precision>(name) : null,
        Coupling = new CouplingState { Work = reader.ReadDouble(), Thermostat = ReadNumbers(reader) },
    };

    private static BarostatSettings ReadBarostat(BinaryReader reader) => new()
    {
        Coupling = Enum.Parse<PressureCoupling>(reader.ReadString()),
        Pressure = reader.ReadDouble(),
        Compressibility = reader.ReadDouble(),
        CouplingTime = reader.ReadDouble(),
        Interval = reader.ReadInt32(),
    };

    private static ImmutableArray<double> ReadNumbers(BinaryReader reader)
    {
        double[] numbers = new double[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }

    private static Checkpoint ReadBody(BinaryReader reader) => new()
    {
        SystemFingerprint = reader.ReadString(),
        Integrator = new IntegratorSettings
        {
            Kind = Enum.Parse<IntegratorKind>(reader.ReadString()),
            TimeStep = reader.ReadDouble(),
            Temperature = reader.ReadDouble(),
            Friction = reader.ReadDouble(),
        },
        Key = new RandomKey(reader.ReadUInt64()),
        Step = reader.ReadInt64(),
        Box = ReadBox(reader),
        Positions = ReadVectors(reader),
        Velocities = ReadVectors(reader),
    };

    private static Box ReadBox(BinaryReader reader)
    {
        bool hasCell = reader.ReadBoolean();
        Vec3[] edges = ReadVectors(reader);
        (bool a, bool b, bool c) = (reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadBoolean());
        return hasCell ? Box.Triclinic(edges[0], edges[1], edges[2], a, b, c) : Box.Open;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<Vec3> vectors)
    {
        writer.Write(vectors.Length);
        writer.Write(MemoryMarshal.AsBytes(vectors));
    }

    private static Vec3[] ReadVectors(BinaryReader reader)
    {
        Vec3[] vectors = new Vec3[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vectors.AsSpan()));
        return vectors;
    }

    private static InvalidDataException Fault(string path, string reason) =>
        new($"The checkpoint file '{path}' cannot be used: {reason}.");
}
