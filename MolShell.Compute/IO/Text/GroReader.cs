using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Reads .gro files of any number of frames. Types are elements as the names of atoms tell them; the names are in the columns "atom",
/// "residue" and "residue_id".
/// </summary>
internal sealed partial class GroReader(TrajectoryFile file, TrajectoryReadOptions options) : TextTrajectoryReader(file, options)
{
    // Names in 20 columns, three numbers of two characters and the end of the line.
    private const int ShortestLine = 27;

    private readonly string path = file.Path;

    // A title may be empty.
    protected override bool TryBegin() => Lines.TryNext();

    protected override Frame ReadFrame()
    {
        long before = Lines.Number - 1;
        StringBuilder text = new();
        text.Append(Encoding.UTF8.GetString(Lines.Line)).Append('\n');
        int count = ReadCount();
        text.Append(count).Append('\n');
        for (int i = 0; i <= count; i++)
        {
            ReadOnlySpan<byte> line = Lines.Next(i < count ? FormattableString.Invariant($"atom {i + 1} of {count}") : "the edges of the box");
            text.Append(Encoding.Latin1.GetString(line)).Append('\n');
        }

        return ToFrame(GroFile.Read(new StringReader(text.ToString()), path, before));
    }

    protected override void SkipFrame()
    {
        int count = ReadCount();
        for (int i = 0; i <= count; i++)
        {
            Lines.Next("a line of the frame");
        }
    }

    private int ReadCount()
    {
        LineFields fields = new(Lines.Next("the number of atoms"));
        if (!fields.TryNext(out long count) || count is < 1 or > int.MaxValue)
        {
            throw Lines.Invalid(fields.Quoted(), "the number of atoms, at least 1");
        }

        Lines.RequireRoom(count, ShortestLine, "atoms");
        return (int)count;
    }

    private Frame ToFrame(GroFile gro)
    {
        NameTable names = new();
        int[] types = new int[gro.Positions.Length];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = names.NumberOf(AtomNames.ElementOf(gro.AtomNames[i], gro.ResidueNames[i]));
        }

        UnitSystem units = Options.UnitsOf(UnitSystem.Gromacs);
        return new Frame
        {
            Topology = Topologies.For(types, names.Names, units),
            Box = gro.Box,
            Units = units,
            Time = Time().Match(gro.Title) is { Success: true } time ? Number(time) : 0,
            Step = Step().Match(gro.Title) is { Success: true } step
                && long.TryParse(step.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long n) ? n : 0,
            Positions = gro.Positions,
            Velocities = gro.Velocities,
            Columns = ParticleColumns.Empty
                .With(new ParticleColumn<string>("atom", [.. gro.AtomNames]))
                .With(new ParticleColumn<string>("residue", [.. gro.ResidueNames]))
                .With(new ParticleColumn<long>("residue_id", [.. gro.ResidueNumbers])),
        };
    }

    private static double Number(Match match) =>
        double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : 0;

    [GeneratedRegex(@"\bt=\s*([-+.\deE]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"\bstep=\s*([-+\d]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
