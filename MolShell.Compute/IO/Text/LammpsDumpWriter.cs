using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Writes dumps of LAMMPS with unwrapped places (xu yu zu). Frames in reduced, real or metal units keep their numbers, and ITEM: UNITS
/// names them; others are converted to metal units.
/// </summary>
internal sealed class LammpsDumpWriter(Stream stream, TrajectoryWriteOptions options) : ITrajectoryWriter
{
    private readonly TextOutput output = new(stream);
    private readonly UnitConversion toMetal = new(UnitSystem.Metal);
    private bool hasUnits = options.IsAppending;

    public void Write(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string? units = UnitsOf(frame);
        if (units is null)
        {
            frame = toMetal.Apply(frame);
            units = "metal";
        }

        if (!hasUnits)
        {
            output.Add("ITEM: UNITS\n"u8).Add(units).EndLine();
            hasUnits = true;
        }

        WriteHeader(frame);
        WriteAtoms(frame);
        output.Flush();
    }

    public void Dispose()
    {
    }

    private static string? UnitsOf(Frame frame) => frame.Units.Name switch
    {
        "Reduced" => "lj",
        "Real" => "real",
        "Metal" => "metal",
        _ => null,
    };

    private static Vec3 OriginOf(Frame frame)
    {
        double[] numbers = [.. (frame.Attributes.GetValueOrDefault(LammpsDumpReader.Origin) ?? string.Empty)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN)];
        return numbers.Length == 3 && numbers.All(double.IsFinite) ? new(numbers[0], numbers[1], numbers[2]) : Vec3.Zero;
    }

    private void WriteHeader(Frame frame)
    {
        output.Add("ITEM: TIMESTEP\n"u8).Add(frame.Step).EndLine();
        if (frame.Time != 0)
        {
            output.Add("ITEM: TIME\n"u8).Add(frame.Time).EndLine();
        }

        output.Add("ITEM: NUMBER OF ATOMS\n"u8).Add(frame.ParticleCount).EndLine();
        Box box = frame.Box;
        Vec3 origin = OriginOf(frame);
        if (double.IsInfinity(box.Volume))
        {
            WriteBoundsOfParticles(frame);
            return;
        }

        string periodic = $"{Flag(box.IsPeriodicA)} {Flag(box.IsPeriodicB)} {Flag(box.IsPeriodicC)}";
        if (!LammpsBounds.CanHold(box))
        {
            output.Add("ITEM: BOX BOUNDS abc origin "u8).Add(periodic).EndLine();
            WriteEdge(box.A, origin.X);
            WriteEdge(box.B, origin.Y);
            WriteEdge(box.C, origin.Z);
            return;
        }

        (double xy, double xz, double yz) = (box.B.X, box.C.X, box.C.Y);
        if (box.IsRectangular)
        {
            output.Add("ITEM: BOX BOUNDS "u8).Add(periodic).EndLine();
            WriteLimits(origin.X, origin.X + box.A.X);
            WriteLimits(origin.Y, origin.Y + box.B.Y);
            WriteLimits(origin.Z, origin.Z + box.C.Z);
            return;
        }

        output.Add("ITEM: BOX BOUNDS xy xz yz "u8).Add(periodic).EndLine();
        WriteLimits(
            origin.X + Math.Min(Math.Min(0, xy), Math.Min(xz, xy + xz)), origin.X + box.A.X + Math.Max(Math.Max(0, xy), Math.Max(xz, xy + xz)), xy);
        WriteLimits(origin.Y + Math.Min(0, yz), origin.Y + box.B.Y + Math.Max(0, yz), xz);
        WriteLimits(origin.Z, origin.Z + box.C.Z, yz);
    }

    // A dump has a box always: without one, the one around the particles, not periodic.
    private void WriteBoundsOfParticles(Frame frame)
    {
        output.Add("ITEM: BOX BOUNDS ff ff ff"u8).EndLine();
        foreach (Func<Vec3, double> of in (ReadOnlySpan<Func<Vec3, double>>)[v => v.X, v => v.Y, v => v.Z])
        {
            WriteLimits(frame.Positions.Min(of) - 0.5, frame.Positions.Max(of) + 0.5);
        }
    }

    private static string Flag(bool isPeriodic) => isPeriodic ? "pp" : "ff";

    private void WriteLimits(double low, double high) => output.Add(low).Add(" "u8).Add(high).EndLine();

    private void WriteLimits(double low, double high, double tilt) => output.Add(low).Add(" "u8).Add(high).Add(" "u8).Add(tilt).EndLine();

    private void WriteEdge(Vec3 edge, double origin) =>
        output.Add(edge.X).Add(" "u8).Add(edge.Y).Add(" "u8).Add(edge.Z).Add(" "u8).Add(origin).EndLine();

    private void WriteAtoms(Frame frame)
    {
        Topology topology = frame.Topology;
        ParticleColumn<long>? ids = frame.Columns["id"] is ParticleColumn<long> { Width: 1 } column ? column : null;
        ParticleColumn[] columns = [.. frame.Columns.Where(column => !ReferenceEquals(column, ids)
            && (options.Columns.Count == 0 || options.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase)))];
        bool hasElements = topology.TypeNames.Any(name => Elements.AtomicNumber(name) is not null);
        bool hasCharges = !topology.Charges.IsDefaultOrEmpty;
        output.Add("ITEM: ATOMS id type"u8).Add(hasElements ? " element"u8 : default).Add(" mass"u8).Add(hasCharges ? " q"u8 : default)
            .Add(" xu yu zu"u8).Add(frame.Velocities is null ? default : " vx vy vz"u8).Add(frame.Forces is null ? default : " fx fy fz"u8);
        foreach (ParticleColumn further in columns)
        {
            string name = TextOutput.Word(further.Name);
            for (int k = 1; k <= further.Width; k++)
            {
                output.Add(" "u8).Add(further.Width == 1 ? name : FormattableString.Invariant($"{name}[{k}]"));
            }
        }

        output.EndLine();
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            int type = topology.Types[i];
            output.Add(ids?.Values[i] ?? i + 1).Add(" "u8).Add(type + 1);
            if (hasElements)
            {
                output.Add(" "u8).AddWord(topology.TypeNames[type]);
            }

            output.Add(" "u8).Add(topology.Masses[i]);
            if (hasCharges)
            {
                output.Add(" "u8).Add(topology.Charges[i]);
            }

            output.AddVector(frame.Positions[i]);
            if (frame.Velocities is not null)
            {
                output.AddVector(frame.Velocities[i]);
            }

            if (frame.Forces is not null)
            {
                output.AddVector(frame.Forces[i]);
            }

            foreach (ParticleColumn further in columns)
            {
                output.AddValues(further, i);
            }

            output.EndLine();
        }
    }
}
