using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.IO.Text;

/// <summary>
/// Writes POSCAR (Cartesian, one frame, velocities in Angstrom/fs) and XDATCAR (fractions, the cell before each frame). Particles keep their
/// order: neighbours in it of one type make a group.
/// </summary>
internal sealed class PoscarWriter(Stream stream, TrajectoryWriteOptions options, bool isTrajectory) : ITrajectoryWriter
{
    private const double PerPicosecond = 1000;

    private readonly TextOutput output = new(stream);
    private readonly UnitConversion conversion = new(UnitSystem.Metal);
    private bool any = options.IsAppending;

    public void Write(Frame frame)
    {
        frame = conversion.Apply(frame);
        if (double.IsInfinity(frame.Box.Volume))
        {
            throw new ArgumentException("A file of VASP has a cell; the frame has none.");
        }

        if (any && !isTrajectory)
        {
            throw new ArgumentException("A POSCAR holds one frame, and a second arrived: use an XDATCAR, or a file for each.");
        }

        any = true;
        WriteCell(frame);
        if (isTrajectory)
        {
            output.Add("Direct configuration= "u8).Add(frame.Step).EndLine();
            WriteRows(frame.Positions, frame.Box.ToFractional);
        }
        else
        {
            output.Add("Cartesian"u8).EndLine();
            WriteRows(frame.Positions, r => r);
            if (frame.Velocities is not null)
            {
                output.EndLine();
                WriteRows(frame.Velocities, v => v / PerPicosecond);
            }
        }

        output.Flush();
    }

    public void Dispose()
    {
    }

    private void WriteCell(Frame frame)
    {
        string title = frame.Attributes.GetValueOrDefault(XyzHeader.Comment)?.ReplaceLineEndings(" ") ?? "MolShell";
        output.Add(title).EndLine();
        output.Add("1.0"u8).EndLine();
        WriteRows([frame.Box.A, frame.Box.B, frame.Box.C], v => v);
        List<(int Type, int Count)> groups = [];
        foreach (int type in frame.Topology.Types)
        {
            if (groups.Count > 0 && groups[^1].Type == type)
            {
                groups[^1] = (type, groups[^1].Count + 1);
            }
            else
            {
                groups.Add((type, 1));
            }
        }

        foreach ((int type, int _) in groups)
        {
            output.Add(" "u8).AddWord(NameOf(frame.Topology.TypeNames[type]));
        }

        output.EndLine();
        foreach ((int _, int count) in groups)
        {
            output.Add(" "u8).Add(count);
        }

        output.EndLine();
    }

    // A number would be taken for one of atoms.
    private static string NameOf(string name) => name.Length > 0 && char.IsAsciiDigit(name[0]) ? "X" + name : name;

    private void WriteRows(IEnumerable<Vec3> vectors, Func<Vec3, Vec3> map)
    {
        foreach (Vec3 v in vectors)
        {
            output.AddVector(map(v)).EndLine();
        }
    }
}
