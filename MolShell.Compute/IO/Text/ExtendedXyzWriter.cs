using System.Globalization;
using System.Text;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>Writes extended XYZ with all that a frame has. Numbers are read back to the same bits.</summary>
internal sealed class ExtendedXyzWriter(Stream stream, TrajectoryWriteOptions options) : ITrajectoryWriter
{
    private readonly TextOutput output = new(stream);
    private readonly UnitConversion conversion = new(UnitSystem.Metal);

    public void Write(Frame frame)
    {
        frame = conversion.Apply(frame);
        Topology topology = frame.Topology;
        double[]? masses = HasOwnMasses(topology, frame.Units) ? [.. topology.Masses] : null;
        ParticleColumn[] columns = [.. frame.Columns.Where(column => options.Columns.Count == 0
            || options.Columns.Contains(column.Name, StringComparer.OrdinalIgnoreCase))];
        output.Add(frame.ParticleCount).EndLine();
        output.Add(Header(frame, columns, masses is not null)).EndLine();
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            output.AddWord(topology.TypeNames[topology.Types[i]]).AddVector(frame.Positions[i]);
            if (frame.Velocities is not null)
            {
                output.AddVector(frame.Velocities[i]);
            }

            if (frame.Forces is not null)
            {
                output.AddVector(frame.Forces[i]);
            }

            if (masses is not null)
            {
                output.Add(" "u8).Add(masses[i]);
            }

            if (!topology.Charges.IsDefaultOrEmpty)
            {
                output.Add(" "u8).Add(topology.Charges[i]);
            }

            foreach (ParticleColumn column in columns)
            {
                output.AddValues(column, i);
            }

            output.EndLine();
        }

        output.Flush();
    }

    public void Dispose()
    {
    }

    private static bool HasOwnMasses(Topology topology, UnitSystem units)
    {
        bool hasScale = !ReferenceEquals(units, UnitSystem.Reduced);
        double[] usual = [.. topology.TypeNames.Select(name => hasScale ? Elements.Weight(name) ?? 1 : 1)];
        for (int i = 0; i < topology.ParticleCount; i++)
        {
            if (topology.Masses[i] != usual[topology.Types[i]])
            {
                return true;
            }
        }

        return false;
    }

    private static string Header(Frame frame, ParticleColumn[] columns, bool hasMasses)
    {
        StringBuilder text = new();
        if (!double.IsInfinity(frame.Box.Volume))
        {
            Box box = frame.Box;
            Put("Lattice", string.Join(' ', new[] { box.A, box.B, box.C }.SelectMany(v => new[] { v.X, v.Y, v.Z }).Select(Number)));
            Put("pbc", $"{Truth(box.IsPeriodicA)} {Truth(box.IsPeriodicB)} {Truth(box.IsPeriodicC)}");
        }
        else
        {
            Put("pbc", "F F F");
        }

        string properties = "species:S:1:pos:R:3";
        properties += frame.Velocities is null ? string.Empty : ":velo:R:3";
        properties += frame.Forces is null ? string.Empty : ":forces:R:3";
        properties += hasMasses ? ":mass:R:1" : string.Empty;
        properties += frame.Topology.Charges.IsDefaultOrEmpty ? string.Empty : ":charge:R:1";
        Put("Properties", properties + string.Concat(columns.Select(column => FormattableString.Invariant(
            $":{PropertyName(column.Name)}:{KindOf(column)}:{column.Width}"))));
        PutNumber("energy", frame.PotentialEnergy);
        PutNumber("kinetic_energy", frame.KineticEnergy);
        PutNumber("Time", frame.Time == 0 ? null : frame.Time);
        if (frame.Step != 0)
        {
            Put("Step", frame.Step.ToString(CultureInfo.InvariantCulture));
        }

        foreach ((string key, string value) in frame.Attributes)
        {
            Put(key, value);
        }

        return text.ToString();

        void PutNumber(string key, double? value)
        {
            if (value is { } number)
            {
                Put(key, Number(number));
            }
        }

        void Put(string key, string value) => text.Append(text.Length == 0 ? string.Empty : " ").Append(KeyValueLine.Format(key, value));
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static char Truth(bool value) => value ? 'T' : 'F';

    // Colons end a name, and blanks, quotes and = a list of columns.
    private static string PropertyName(string name) => string.Concat(name.Select(c => char.IsWhiteSpace(c) || ":=\"'{}[]\\,".Contains(c, StringComparison.Ordinal) ? '_' : c));

    private static char KindOf(ParticleColumn column) => column switch
    {
        ParticleColumn<double> => 'R',
        ParticleColumn<long> => 'I',
        ParticleColumn<bool> => 'L',
        _ => 'S',
    };
}
