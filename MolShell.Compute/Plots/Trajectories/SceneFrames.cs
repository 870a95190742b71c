using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots.Trajectories;

/// <summary>
/// Writes frames as lines of JavaScript, one at a time: positions and colours as base64 of 32-bit floats, which is shorter than digits and
/// fast to read; the box only where it changes.
/// </summary>
internal sealed class SceneFrames(TextWriter writer, Frame first, TrajectoryPageOptions options)
{
    private readonly MoleculeWrapper molecules = new(first.Topology);
    private Box? last;

    public void Write(Frame frame, int index)
    {
        FrameCheck.Require(frame, first, index);
        Vec3[] positions = Positions(frame);
        (string time, string energy) = (Number(frame.Time), Number(frame.PotentialEnergy));
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{{step:{frame.Step},time:{time},energy:{energy}"));
        if (last is null || !last.Equals(frame.Box))
        {
            writer.Write(",box:" + BoxArray(frame.Box));
            last = frame.Box;
        }

        writer.Write($",r:\"{Base64(MemoryMarshal.Cast<Vec3, double>(positions.AsSpan()))}\"");
        if (options.ColorBy is { } property)
        {
            writer.Write($",c:\"{Base64(FrameCheck.Values(property, frame, index))}\"");
        }

        int[] crossing = molecules.CrossingBonds(frame.Box, positions);
        if (crossing.Length > 0)
        {
            writer.Write(",hide:" + JsonSerializer.Serialize(crossing));
        }

        writer.Write("},\n");
    }

    public Vec3[] Positions(Frame frame) => options.Wrap ? molecules.Wrap(frame) : frame.Positions;

    /// <summary>Nine numbers, the edges in order, or null for free space.</summary>
    private static string BoxArray(Box box) => double.IsInfinity(box.Volume)
        ? "null"
        : JsonSerializer.Serialize((double[])[box.A.X, box.A.Y, box.A.Z, box.B.X, box.B.Y, box.B.Z, box.C.X, box.C.Y, box.C.Z]);

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null";

    private static string Base64(ReadOnlySpan<double> values)
    {
        float[] single = new float[values.Length];
        for (int i = 0; i < single.Length; i++)
        {
            single[i] = (float)values[i];
        }

        return Convert.ToBase64String(MemoryMarshal.AsBytes(single.AsSpan()));
    }
}
