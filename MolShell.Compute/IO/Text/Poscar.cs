using System.Collections.Immutable;
using System.Text;

namespace MolShell.Compute.IO.Text;

/// <summary>POSCAR and CONTCAR of VASP, versions 4 and 5: a cell, numbers of atoms of each kind and their places [Angstrom].</summary>
public sealed class Poscar : ITrajectoryFormat
{
    public string Name => "Poscar";

    public string Description => "POSCAR and CONTCAR of VASP: one frame.";

    public ImmutableArray<string> Extensions => [".poscar", ".vasp", "POSCAR", "CONTCAR"];

    public bool Recognizes(ReadOnlySpan<byte> head) => IsCell(head) && !Xdatcar.IsConfiguration(head);

    public ITrajectoryReader Open(TrajectoryFile file, TrajectoryReadOptions options) => new PoscarReader(file, options, isTrajectory: false);

    public ITrajectoryWriter Create(Stream stream, TrajectoryWriteOptions options) => new PoscarWriter(stream, options, isTrajectory: false);

    /// <summary>Whether a text has one or three numbers in its second line and three in each of the next three.</summary>
    internal static bool IsCell(ReadOnlySpan<byte> head)
    {
        string[] lines = Encoding.Latin1.GetString(head).Split('\n');
        return lines.Length > 6 && Count(lines[1]) is 1 or 3 && lines[2..5].All(line => Count(line) == 3);

        // Tools write remarks after the numbers of the second line.
        static int Count(string line)
        {
            LineFields fields = new(Encoding.Latin1.GetBytes(line));
            int count = 0;
            while (fields.TryNext(out double _))
            {
                count++;
            }

            return count;
        }
    }
}
