using System.Buffers.Binary;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>
/// A run input file (.tpr) whose start and seed can be replaced, so that a shot needs no gmx grompp. Positions and velocities stand in it one
/// after the other as big-endian numbers of single precision, the seed as one of 64 bits. They are looked for by their values.
/// </summary>
internal sealed class RunInputTemplate
{
    /// <summary>The seed that a template has to be made with: a number that does not come about by itself.</summary>
    public const int Seed = 0x5eedc0de;

    private readonly byte[] contents;
    private readonly int positions;
    private readonly int velocities;
    private readonly int seed;

    private RunInputTemplate(byte[] contents, int positions, int velocities, int seed) =>
        (this.contents, this.positions, this.velocities, this.seed) = (contents, positions, velocities, seed);

    /// <summary>Finds the places in a file.</summary>
    /// <param name="contents">The file that gmx grompp made for the seed <see cref="Seed"/>.</param>
    /// <param name="start">The start that it was made for, with velocities.</param>
    /// <returns>Null where the file does not have each of them exactly once, as of a GROMACS in double precision.</returns>
    public static RunInputTemplate? Find(byte[] contents, Frame start)
    {
        byte[] number = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, Seed);
        int positions = Place(contents, BytesOf(start.Positions));
        int velocities = Place(contents, BytesOf(start.Velocities!));
        int seed = Place(contents, number);
        return positions < 0 || velocities < 0 || seed < 0 ? null : new RunInputTemplate(contents, positions, velocities, seed);
    }

    /// <summary>The file with another start and seed.</summary>
    public byte[] With(Frame start, int otherSeed)
    {
        byte[] file = [.. contents];
        BytesOf(start.Positions).CopyTo(file, positions);
        BytesOf(start.Velocities!).CopyTo(file, velocities);
        BinaryPrimitives.WriteInt64BigEndian(file.AsSpan(seed), otherSeed);
        return file;
    }

    private static int Place(ReadOnlySpan<byte> file, ReadOnlySpan<byte> part)
    {
        int first = file.IndexOf(part);
        return first >= 0 && file[(first + 1)..].IndexOf(part) < 0 ? first : -1;
    }

    private static byte[] BytesOf(Vec3[] vectors)
    {
        byte[] bytes = new byte[vectors.Length * 3 * sizeof(float)];
        for (int i = 0; i < vectors.Length; i++)
        {
            Span<byte> place = bytes.AsSpan(i * 3 * sizeof(float));
            BinaryPrimitives.WriteSingleBigEndian(place, (float)vectors[i].X);
            BinaryPrimitives.WriteSingleBigEndian(place[sizeof(float)..], (float)vectors[i].Y);
            BinaryPrimitives.WriteSingleBigEndian(place[(2 * sizeof(float))..], (float)vectors[i].Z);
        }

        return bytes;
    }
}
