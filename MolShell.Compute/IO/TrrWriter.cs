using System.Buffers.Binary;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO;

/// <summary>Writes frames to a TRR file of GROMACS, in single or double precision. The file must not exist yet.</summary>
public sealed class TrrWriter : IDisposable
{
    private const int BoxNumbers = 9;

    private readonly FileStream stream;
    private readonly bool isDouble;
    private byte[] buffer = [];

    /// <param name="path">The file to make.</param>
    /// <param name="isDouble">Whether numbers are written in double precision.</param>
    /// <exception cref="IOException">The file exists or cannot be made.</exception>
    public TrrWriter(string path, bool isDouble = false)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        this.isDouble = isDouble;
    }

    /// <summary>Whether single precision holds every number of a frame without loss.</summary>
    public static bool FitsSingle(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return Fits([frame.Box.A, frame.Box.B, frame.Box.C]) && Fits(frame.Positions) && Fits(frame.Velocities)
            && (float)frame.Time == frame.Time;

        static bool Fits(ReadOnlySpan<Vec3> vectors)
        {
            foreach (Vec3 v in vectors)
            {
                if ((float)v.X != v.X || (float)v.Y != v.Y || (float)v.Z != v.Z)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Appends box, positions and, where there are any, velocities of a frame.</summary>
    /// <exception cref="ArgumentException">The frame is not in nm and ps, or its step number does not fit the format.</exception>
    public void Write(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (!ReferenceEquals(frame.Units, UnitSystem.Gromacs))
        {
            throw new ArgumentException($"A TRR file holds nm and ps; the frame is in {frame.Units.Describe()}.", nameof(frame));
        }

        if (frame.Step is < 0 or > int.MaxValue)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A TRR file holds steps from 0 to {int.MaxValue}, not {frame.Step}."), nameof(frame));
        }

        int real = isDouble ? sizeof(double) : sizeof(float);
        int vectors = frame.Positions.Length * (frame.Velocities is null ? 1 : 2);
        int size = TrrHeader.LargestSize + (((3 * vectors) + BoxNumbers) * real);
        if (buffer.Length < size)
        {
            buffer = new byte[size];
        }

        int at = TrrHeader.Write(
            buffer, isDouble, frame.Positions.Length, frame.Velocities is not null, (int)frame.Step, frame.Time);
        at = Put(at, [frame.Box.A, frame.Box.B, frame.Box.C]);
        at = Put(at, frame.Positions);
        at = Put(at, frame.Velocities);
        stream.Write(buffer, 0, at);
    }

    /// <summary>Brings all that was written to the disk.</summary>
    public void Flush() => stream.Flush(flushToDisk: true);

    public void Dispose() => stream.Dispose();

    private int Put(int at, ReadOnlySpan<Vec3> vectors)
    {
        foreach (Vec3 v in vectors)
        {
            foreach (double number in (ReadOnlySpan<double>)[v.X, v.Y, v.Z])
            {
                if (isDouble)
                {
                    BinaryPrimitives.WriteDoubleBigEndian(buffer.AsSpan(at), number);
                    at += sizeof(double);
                }
                else
                {
                    BinaryPrimitives.WriteSingleBigEndian(buffer.AsSpan(at), (float)number);
                    at += sizeof(float);
                }
            }
        }

        return at;
    }
}
