using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Writes .gro frames: places with three digits after the point (or as many as are asked for), velocities with one more. Names are those of the
/// columns that a .gro file gave, else those of types.
/// </summary>
internal sealed class GroWriter(Stream stream, TrajectoryWriteOptions options) : ITrajectoryWriter
{
    private const int UsualDigits = 3;
    private const int MostDigits = 12;
    private const int Wrapping = 100_000;

    private readonly TextOutput output = new(stream);
    private readonly UnitConversion conversion = new(UnitSystem.Gromacs);
    private readonly int digits = Math.Clamp(options.Digits ?? UsualDigits, 1, MostDigits);

    public void Write(Frame frame)
    {
        frame = conversion.Apply(frame);
        double most = 0;
        foreach (Vec3 r in frame.Positions)
        {
            most = Math.Max(most, Math.Max(Math.Abs(r.X), Math.Max(Math.Abs(r.Y), Math.Abs(r.Z))));
        }

        if (!(most < 999.5))
        {
            throw new ArgumentException(FormattableString.Invariant($"A .gro file holds places up to 999 nm; a particle is at {most:g6}."));
        }

        output.Add(FormattableString.Invariant($"MolShell t= {frame.Time:R} step= {frame.Step}")).EndLine();
        output.Add(frame.ParticleCount).EndLine();
        ParticleColumn<string>? atoms = frame.Columns["atom"] as ParticleColumn<string>;
        ParticleColumn<string>? residues = frame.Columns["residue"] as ParticleColumn<string>;
        ParticleColumn<long>? numbers = frame.Columns["residue_id"] as ParticleColumn<long>;
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            string type = frame.Topology.TypeNames[frame.Topology.Types[i]];
            output.Right(Text((numbers?.Values[i] ?? i + 1) % Wrapping), 5).Left(residues?.Values[i] ?? type, 5)
                .Right(atoms?.Values[i] ?? type, 5).Right(Text((i + 1) % Wrapping), 5);
            Add(frame.Positions[i], digits);
            if (frame.Velocities is not null)
            {
                Add(frame.Velocities[i], digits + 1);
            }

            output.EndLine();
        }

        WriteBox(frame.Box);
        output.Flush();
    }

    public void Dispose()
    {
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void Add(Vec3 v, int decimals)
    {
        foreach (double number in (ReadOnlySpan<double>)[v.X, v.Y, v.Z])
        {
            string text = number.ToString($"F{decimals}", CultureInfo.InvariantCulture);
            output.Add(text.PadLeft(digits + 5));
        }
    }

    private void WriteBox(Box box)
    {
        double[] numbers = box.IsRectangular
            ? [box.A.X, box.B.Y, box.C.Z]
            : [box.A.X, box.B.Y, box.C.Z, box.A.Y, box.A.Z, box.B.X, box.B.Z, box.C.X, box.C.Y];
        output.Add(string.Join(' ', numbers.Select(number => number.ToString($"F{digits + 2}", CultureInfo.InvariantCulture)))).EndLine();
    }
}
