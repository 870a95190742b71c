using System.Globalization;
using System.Text;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>Reads a dump that LAMMPS is writing: a frame is consumed only when all of its lines are there.</summary>
internal sealed class LammpsDumpReader(string path) : IDisposable
{
    /// <summary>Columns of the dump.</summary>
    public const string Columns = "id type mass xu yu zu vx vy vz";

    private const int BoxLines = 4;

    private readonly FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    private readonly Decoder decoder = Encoding.ASCII.GetDecoder();
    private readonly StringBuilder line = new();
    private readonly List<string> lines = [];
    private readonly byte[] bytes = new byte[1 << 16];
    private readonly char[] characters = new char[1 << 16];

    /// <summary>The next frame, or null when the file holds no further complete one yet.</summary>
    /// <exception cref="InvalidDataException">The text is no dump; names file and line.</exception>
    public LammpsSnapshot? TryRead()
    {
        while (true)
        {
            if (Missing() == 0)
            {
                LammpsSnapshot snapshot = Decode();
                lines.RemoveRange(0, Length());
                return snapshot;
            }

            int count = stream.Read(bytes);
            if (count == 0)
            {
                return null;
            }

            int length = decoder.GetChars(bytes, 0, count, characters, 0);
            foreach (char c in characters.AsSpan(0, length))
            {
                if (c == '\n')
                {
                    lines.Add(line.ToString());
                    line.Clear();
                }
                else
                {
                    line.Append(c);
                }
            }
        }
    }

    public void Dispose() => stream.Dispose();

    internal static double Number(string word) => double.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture);

    // ITEM: TIMESTEP, step, ITEM: NUMBER OF ATOMS, n, ITEM: BOX BOUNDS and three lines, ITEM: ATOMS and n lines.
    private int Missing() => lines.Count < 4 ? 4 - lines.Count : Math.Max(0, Length() - lines.Count);

    private int Length() => 4 + BoxLines + 1 + int.Parse(lines[3], CultureInfo.InvariantCulture);

    private LammpsSnapshot Decode()
    {
        int count = int.Parse(lines[3], CultureInfo.InvariantCulture);
        int first = 4 + BoxLines + 1;
        if (lines[0] != "ITEM: TIMESTEP" || lines[first - 1].Trim() != "ITEM: ATOMS " + Columns)
        {
            throw new InvalidDataException($"'{path}' begins a frame with '{lines[0]}' and '{lines[first - 1]}'; expected a dump of {Columns}.");
        }

        int[] ids = new int[count];
        int[] types = new int[count];
        double[] masses = new double[count];
        Vec3[] positions = new Vec3[count];
        Vec3[] velocities = new Vec3[count];
        Span<Range> words = stackalloc Range[10];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> text = lines[first + i];
            if (text.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries) != 9)
            {
                throw new InvalidDataException($"'{path}' has the line '{text}'; expected the 9 columns {Columns}.");
            }

            ids[i] = int.Parse(text[words[0]], CultureInfo.InvariantCulture);
            types[i] = int.Parse(text[words[1]], CultureInfo.InvariantCulture);
            masses[i] = Value(text[words[2]]);
            positions[i] = new Vec3(Value(text[words[3]]), Value(text[words[4]]), Value(text[words[5]]));
            velocities[i] = new Vec3(Value(text[words[6]]), Value(text[words[7]]), Value(text[words[8]]));
        }

        return new LammpsSnapshot
        {
            Step = long.Parse(lines[1], CultureInfo.InvariantCulture),
            BoxLines = [.. lines.Skip(4).Take(BoxLines)],
            Ids = ids,
            Types = types,
            Masses = masses,
            Positions = positions,
            Velocities = velocities,
        };

        // C writes nan and inf, in small letters and with a sign.
        static double Value(ReadOnlySpan<char> word) =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
    }
}
