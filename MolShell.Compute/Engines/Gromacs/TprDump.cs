using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>
/// What "gmx dump -s" tells of a run input file: particles, bonds and constraints as GROMACS uses them, after all includes, defines and the
/// conversion of bonds to constraints.
/// </summary>
internal sealed partial class TprDump
{
    private static readonly string[] BondSections =
        ["Bond", "G96Bond", "Morse", "Cubic Bonds", "Connect Bonds", "Harmonic Pot.", "FENE Bonds", "Tab. Bonds"];

    private readonly List<MoleculeType> types = [];
    private readonly List<(int Type, int Count)> blocks = [];
    private string section = string.Empty;
    private double degreesOfFreedom;
    private int pendingBlock = -1;

    private TprDump()
    {
    }

    public required Topology Topology { get; init; }

    public required ImmutableArray<DistanceConstraint> Constraints { get; init; }

    /// <summary>Degrees of freedom by GROMACS' count, over all groups.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>Reads the text.</summary>
    /// <exception cref="EngineException">There is something in the system that has no mass, or the text is not understood.</exception>
    public static TprDump Read(TextReader reader)
    {
        TprDump parser = new() { Topology = null!, Constraints = [], DegreesOfFreedom = 0 };
        while (reader.ReadLine() is string line)
        {
            parser.Take(line);
        }

        return parser.Build();
    }

    [GeneratedRegex(@"^\s*atom\[\s*\d+\]=\{type=\s*\d+,.*ptype=\s*(\w+), m=\s*([^,]+), q=\s*([^,]+),.*atomnumber=\s*(-?\d+)\}")]
    private static partial Regex AtomLine();

    [GeneratedRegex(@"^\s*type\[\d+\]=\{name=""([^""]*)""")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^\s*moltype\s*=\s*(\d+)")]
    private static partial Regex BlockType();

    [GeneratedRegex(@"^\s*#molecules\s*=\s*(\d+)")]
    private static partial Regex BlockCount();

    [GeneratedRegex(@"^\s*\d+ type=\d+ \((\w+)\)\s+([\d\s]+)$")]
    private static partial Regex Interaction();

    [GeneratedRegex(@"^\s{6}(\S.*):$")]
    private static partial Regex Section();

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Integer(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private void Take(string line)
    {
        if (AtomLine().Match(line) is { Success: true } atom && types.Count > 0)
        {
            types[^1].Atoms.Add(new Atom(
                atom.Groups[1].Value, Number(atom.Groups[2].Value), Number(atom.Groups[3].Value), Integer(atom.Groups[4].Value)));
        }
        else if (TypeLine().Match(line) is { Success: true } name && types.Count > 0)
        {
            types[^1].TypeNames.Add(name.Groups[1].Value);
        }
        else if (Interaction().Match(line) is { Success: true } interaction && types.Count > 0)
        {
            Add(interaction.Groups[2].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Integer).ToArray());
        }
        else if (line.StartsWith("   moltype (", StringComparison.Ordinal))
        {
            types.Add(new MoleculeType());
            section = string.Empty;
        }
        else if (BlockType().Match(line) is { Success: true } block)
        {
            pendingBlock = Integer(block.Groups[1].Value);
        }
        else if (BlockCount().Match(line) is { Success: true } count && pendingBlock >= 0)
        {
            blocks.Add((pendingBlock, Integer(count.Groups[1].Value)));
            pendingBlock = -1;
        }
        else if (line.StartsWith("   nrdf:", StringComparison.Ordinal))
        {
            degreesOfFreedom = line[8..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Sum(Number);
        }
        else if (Section().Match(line) is { Success: true } heading)
        {
            section = heading.Groups[1].Value;
        }
    }

    private void Add(int[] atoms)
    {
        switch (section)
        {
            case "Constraint" or "Constr. No Conn.":
                types[^1].Constraints.Add((atoms[0], atoms[1]));
                if (section == "Constraint")
                {
                    types[^1].Bonds.Add((atoms[0], atoms[1]));
                }

                break;
            case "Settle":
                types[^1].Constraints.AddRange([(atoms[0], atoms[1]), (atoms[0], atoms[2]), (atoms[1], atoms[2])]);
                types[^1].Bonds.AddRange([(atoms[0], atoms[1]), (atoms[0], atoms[2])]);
                break;
            case var name when BondSections.Contains(name):
                types[^1].Bonds.Add((atoms[0], atoms[1]));
                break;
        }
    }

    private TprDump Build()
    {
        if (blocks.Count == 0 || types.Count == 0 || types.Any(t => t.Atoms.Count == 0 || t.Atoms.Count != t.TypeNames.Count))
        {
            throw new EngineException("What 'gmx dump' printed of the run input file was not understood: expected molecule types with their atoms.");
        }

        List<string> names = [];
        List<double> masses = [];
        List<double> charges = [];
        List<int> kinds = [];
        List<Bond> bonds = [];
        List<DistanceConstraint> constraints = [];
        foreach ((int index, int count) in blocks)
        {
            MoleculeType type = types[index];
            int[] places = [.. type.Atoms.Select((atom, i) => PlaceOf(NameOf(atom, type.TypeNames[i])))];
            for (int molecule = 0; molecule < count; molecule++)
            {
                int first = masses.Count;
                masses.AddRange(type.Atoms.Select(a => a.Mass));
                charges.AddRange(type.Atoms.Select(a => a.Charge));
                kinds.AddRange(places);
                bonds.AddRange(type.Bonds.Select(b => new Bond(first + b.I, first + b.J)));
                constraints.AddRange(type.Constraints.Select(c => new DistanceConstraint(first + c.I, first + c.J)));
            }
        }

        Topology topology = new()
        {
            Masses = [.. masses],
            Types = [.. kinds],
            TypeNames = [.. names],
            Charges = charges.Any(q => q != 0) ? [.. charges] : [],
            Bonds = [.. bonds],
        };
        return new TprDump
        {
            Topology = topology,
            Constraints = [.. constraints],
            DegreesOfFreedom = (int)Math.Round(degreesOfFreedom),
        };

        int PlaceOf(string name)
        {
            int place = names.IndexOf(name);
            if (place < 0)
            {
                place = names.Count;
                names.Add(name);
            }

            return place;
        }
    }

    private static string NameOf(Atom atom, string typeName)
    {
        if (atom.Kind != "Atom" || !(atom.Mass > 0))
        {
            throw new EngineException(FormattableString.Invariant(
                $"The topology has particles of the type {typeName} that are {atom.Kind} of mass {atom.Mass}; expected atoms with a mass: ")
                + "virtual sites and shells are not supported, since they have no velocities to shoot with.");
        }

        return atom.Number > 0 && atom.Number <= Elements.Symbols.Length ? Elements.Symbols[atom.Number - 1] : typeName;
    }

    private sealed record Atom(string Kind, double Mass, double Charge, int Number);

    private sealed class MoleculeType
    {
        public List<Atom> Atoms { get; } = [];

        public List<string> TypeNames { get; } = [];

        public List<(int I, int J)> Bonds { get; } = [];

        public List<(int I, int J)> Constraints { get; } = [];
    }
}
