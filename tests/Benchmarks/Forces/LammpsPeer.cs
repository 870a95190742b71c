using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// LAMMPS, `lmp`, with the styles of its OPT package where there are such, one MPI rank a thread. The time is its own "Loop time", the
/// median of three runs after a first one in the same process.
/// </summary>
internal sealed partial class LammpsPeer : IPeer
{
    private const int Slices = 3;

    private readonly string? program = ExternalProgram.Find("lmp");
    private readonly string? launcher = ExternalProgram.Find("mpirun");

    public string Name => "LAMMPS";

    public bool IsInstalled => program is not null;

    public string Version() =>
        $"LAMMPS {VersionLine().Match(ExternalProgram.Run(program!, Path.GetTempPath(), 1, "-h").Output).Groups[1].Value.Trim()}";

    public bool Supports(BenchmarkCase benchmark) => benchmark.HasPeers && benchmark.Interactions is not null;

    public double Energy(PreparedCase prepared)
    {
        string output = Run(prepared, 1, "run 0").Output;
        return ReadThermo(output)[0].Potential;
    }

    public Measurement Measure(PreparedCase prepared, int threads)
    {
        string run = string.Create(CultureInfo.InvariantCulture, $"run {prepared.SliceSteps}\n");
        (string output, long? peak) = Run(prepared, threads, string.Concat(Enumerable.Repeat(run, 1 + Slices)));
        double[] loops = [.. LoopTime().Matches(output).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        if (loops.Length != 1 + Slices)
        {
            throw new InvalidOperationException($"LAMMPS printed {loops.Length} loop times; expected {1 + Slices}.");
        }

        (long Step, double Potential, double Total)[] thermo = ReadThermo(output);
        return new Measurement(prepared.SliceSteps / Measurement.Median(loops.Skip(1)), peak)
        {
            EnergyDrift = prepared.DriftOf(thermo[0].Total, thermo[^1].Total, thermo[^1].Step),
        };
    }

    private static (long Step, double Potential, double Total)[] ReadThermo(string output) =>
    [
        .. ThermoLine().Matches(output).Select(match => (
            long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture),
            double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
            double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture))),
    ];

    private (string Output, long? PeakMemory) Run(PreparedCase prepared, int threads, string commands)
    {
        string folder = ExternalProgram.CreateFolder("lammps");
        try
        {
            File.WriteAllText(Path.Combine(folder, "system.data"), Data(prepared));
            File.WriteAllText(Path.Combine(folder, "in.run"), Input(prepared) + commands);
            string[] arguments = ["-in", "in.run", "-sf", "opt", "-log", "none"];
            string[] ranks = ["--allow-run-as-root", "--oversubscribe", "-np", threads.ToString(CultureInfo.InvariantCulture), program!];
            return threads == 1
                ? ExternalProgram.Run(program!, folder, 1, arguments)
                : ExternalProgram.Run(
                    launcher ?? throw new InvalidOperationException("more than one thread needs mpirun"), folder, 1, [.. ranks, .. arguments]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Input(PreparedCase prepared)
    {
        (BenchmarkCase benchmark, Interactions what) = (prepared.Case, prepared.Interactions);
        bool periodic = prepared.System.Box.IsPeriodic;
        StringBuilder script = new();
        Add($"units lj");
        Add($"atom_style {AtomStyle(what)}");
        Add($"boundary {(periodic ? "p p p" : "s s s")}");
        Add($"neighbor {benchmark.Skin:r} bin");
        Add($"neigh_modify delay 0 {(benchmark.ListIsChecked ? "every 1 check yes" : $"every {benchmark.ListSteps} check no")}");
        if (!periodic)
        {
            // A coil in free space leaves most of its bounding box empty, and small bins are then slow.
            Add($"neigh_modify binsize 2.0");
        }

        if (what.Well is { } stretched)
        {
            Add($"comm_modify cutoff {stretched.ExtendedLength + 0.3:r}");
        }

        Add($"special_bonds {(what.ChainLength > 0 ? "fene" : "lj/coul 1 1 1")}");
        Add($"read_data system.data");
        Add($"pair_style lj/cut {what.Cutoff:r}");
        Add($"pair_modify shift {(what.Shifted ? "yes" : "no")}");
        Add($"pair_coeff * * 1 1 {what.Cutoff:r}");
        if (what.ChainLength > 0)
        {
            Add($"bond_style fene");
            Add($"bond_coeff 1 {Interactions.FeneConstant:r} {Interactions.FeneLength:r} 1 1");
        }

        if (what.Bend > 0)
        {
            Add($"angle_style cosine");
            Add($"angle_coeff 1 {what.Bend:r}");
        }

        if (what.Well is { } well)
        {
            // h (1 - x^2/w^2)^2 - h, with x from the top of the barrier: the constant is added below.
            double w2 = well.HalfWidth * well.HalfWidth;
            Add($"bond_style class2");
            Add($"bond_coeff 1 {well.CompactLength + well.HalfWidth:r} {-2 * well.Barrier / w2:r} 0 {well.Barrier / (w2 * w2):r}");
        }

        Add($"timestep {prepared.Integrator.TimeStep:r}");
        Add($"fix move all nve");
        if (prepared.HasThermostat)
        {
            double temperature = prepared.Integrator.Temperature;
            Add($"fix bath all langevin {temperature:r} {temperature:r} {1 / prepared.Integrator.Friction:r} 904297");
        }

        // The class2 bond has no constant term: h for the one bond there is.
        Add($"variable energy equal pe+{what.Well?.Barrier ?? 0:r}");
        Add($"thermo_style custom step v_energy etotal");
        Add($"thermo_modify norm no format float %.15g");
        Add($"thermo 1000000000");
        return script.ToString();

        void Add(FormattableString line) => script.Append(FormattableString.Invariant(line)).Append('\n');
    }

    private static string AtomStyle(Interactions what) => what.Bend > 0 ? "angle" : what.IsFluid ? "atomic" : "bond";

    private static string Data(PreparedCase prepared)
    {
        (MolecularSystem system, Interactions what) = (prepared.System, prepared.Interactions);
        Vec3[] positions = system.Start.Positions, velocities = system.Start.Velocities!;
        IReadOnlyList<Bond> bonds = what.Bonds(prepared.Particles);
        IReadOnlyList<BondAngle> angles = what.Angles(prepared.Particles);
        StringBuilder data = new("MolShell benchmark\n\n");
        Add($"{positions.Length} atoms\n{bonds.Count} bonds\n{angles.Count} angles\n1 atom types");
        Add($"{(bonds.Count > 0 ? 1 : 0)} bond types\n{(angles.Count > 0 ? 1 : 0)} angle types\n");
        for (int axis = 0; axis < 3; axis++)
        {
            (double low, double high) = system.Box.IsPeriodic
                ? (0, (system.Box.A + system.Box.B + system.Box.C)[axis])
                : (positions.Min(r => r[axis]) - 1, positions.Max(r => r[axis]) + 1);
            Add($"{low:r} {high:r} {"xyz"[axis]}lo {"xyz"[axis]}hi");
        }

        Add($"\nMasses\n\n1 1\n\nAtoms\n");
        string molecule = what.IsFluid ? string.Empty : "1 ";
        for (int i = 0; i < positions.Length; i++)
        {
            Add($"{i + 1} {molecule}1 {positions[i].X:r} {positions[i].Y:r} {positions[i].Z:r}");
        }

        Add($"\nVelocities\n");
        for (int i = 0; i < velocities.Length; i++)
        {
            Add($"{i + 1} {velocities[i].X:r} {velocities[i].Y:r} {velocities[i].Z:r}");
        }

        AddAll("Bonds", bonds, (bond, b) => $"{b + 1} 1 {bond.I + 1} {bond.J + 1}");
        AddAll("Angles", angles, (angle, a) => $"{a + 1} 1 {angle.I + 1} {angle.J + 1} {angle.K + 1}");
        return data.ToString();

        void Add(FormattableString line) => data.Append(FormattableString.Invariant(line)).Append('\n');

        void AddAll<T>(string title, IReadOnlyList<T> items, Func<T, int, FormattableString> line)
        {
            if (items.Count > 0)
            {
                data.Append(CultureInfo.InvariantCulture, $"\n{title}\n\n");
            }

            for (int i = 0; i < items.Count; i++)
            {
                Add(line(items[i], i));
            }
        }
    }

    [GeneratedRegex(@"Massively Parallel Simulator - (.+)")]
    private static partial Regex VersionLine();

    // Three numbers on a line: step, potential and total energy.
    [GeneratedRegex(@"^\s*(\d+)\s+([-+.\de]+)\s+([-+.\de]+)\s*$", RegexOptions.Multiline)]
    private static partial Regex ThermoLine();

    [GeneratedRegex(@"Loop time of (\S+) on")]
    private static partial Regex LoopTime();
}
