using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Benchmarks.Forces;
using MolShell.Compute.Systems;

namespace Benchmarks;

/// <summary>LAMMPS, `lmp`, with compute orientorder/atom on one process: its "Loop time" for steps that do nothing else.</summary>
internal static partial class LammpsOrderPeer
{
    private const int Steps = 5;

    private static readonly string? Program = ExternalProgram.Find("lmp");

    public static bool IsInstalled => Program is not null;

    /// <summary>Atoms a second, and the means of the columns over all atoms.</summary>
    /// <param name="frame">Atoms in a rectangular box.</param>
    /// <param name="cutoff">Largest distance of neighbours [length].</param>
    /// <param name="columns">Number of columns of the compute.</param>
    /// <param name="degrees">Its degrees and further words.</param>
    public static (double Speed, double[] Means) Measure(Frame frame, double cutoff, int columns, string degrees)
    {
        string folder = ExternalProgram.CreateFolder("lammps");
        try
        {
            File.WriteAllText(Path.Combine(folder, "atoms.data"), Data(frame));
            string reduced = string.Join(' ', Enumerable.Range(1, columns).Select(column => $"c_order[{column}]"));
            string printed = string.Join(' ', Enumerable.Range(1, columns).Select(column => $"c_mean[{column}]"));
            File.WriteAllText(Path.Combine(folder, "in.run"), FormattableString.Invariant($"""
                units metal
                atom_style atomic
                read_data atoms.data
                pair_style zero {cutoff:r}
                pair_coeff * *
                neighbor 0.1 bin
                compute order all orientorder/atom degrees {degrees} nnn NULL cutoff {cutoff:r}
                compute mean all reduce ave {reduced}
                thermo_style custom step {printed}
                thermo_modify format float %.15g
                thermo 1
                run {Steps}

                """));
            string output = ExternalProgram.Run(Program!, folder, 1, ["-in", "in.run", "-log", "none"]).Output;
            double seconds = double.Parse(LoopTime().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
            string last = output.Split('\n').Last(line => line.TrimStart().StartsWith($"{Steps} ", StringComparison.Ordinal));
            double[] means = [.. last.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
            return (Steps * frame.ParticleCount / seconds, means);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Data(Frame frame)
    {
        StringBuilder text = new("noisy fcc\n\n");
        Add($"{frame.ParticleCount} atoms\n1 atom types\n");
        Add($"0 {frame.Box.A.X:r} xlo xhi\n0 {frame.Box.B.Y:r} ylo yhi\n0 {frame.Box.C.Z:r} zlo zhi\n\nMasses\n\n1 1\n\nAtoms # atomic\n\n");
        for (int i = 0; i < frame.ParticleCount; i++)
        {
            Add($"{i + 1} 1 {frame.Positions[i].X:r} {frame.Positions[i].Y:r} {frame.Positions[i].Z:r}\n");
        }

        return text.ToString();

        void Add(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Loop time of (\S+) on")]
    private static partial Regex LoopTime();
}
