using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MolShell.Compute.Numerics;

namespace Benchmarks.Forces;

/// <summary>
/// GROMACS, `gmx`, for fluids of single particles, as argon: sigma 0.34 nm, epsilon 0.99774 kJ/mol, m 39.948 u. Mixed precision, one
/// rank with as many OpenMP threads as asked; its list reaches 0.3 sigma beyond the cutoff (its automatic buffer for constant energy
/// is 0 and misses pairs). The time is its own, reset at half of twice the three slices.
/// </summary>
internal sealed partial class GromacsPeer : IPeer
{
    private const int Slices = 3;

    private const double Sigma = 0.34, Epsilon = 0.99774, Mass = 39.948, Buffer = 0.3;

    private static readonly double Tau = Sigma * Math.Sqrt(Mass / Epsilon);

    private readonly string? program = ExternalProgram.Find("gmx");

    public string Name => "GROMACS";

    public bool IsInstalled => program is not null;

    public string Version()
    {
        string output = ExternalProgram.Run(program!, Path.GetTempPath(), 1, "--version").Output;
        return $"GROMACS {VersionLine().Match(output).Groups[1].Value} ({SimdLine().Match(output).Groups[1].Value}, mixed precision)";
    }

    public bool Supports(BenchmarkCase benchmark) => benchmark.HasPeers && benchmark.Interactions is { IsFluid: true };

    public double Energy(PreparedCase prepared) => ReadEnergy(Run(prepared, 0, 1, []).Log, 0, "Potential");

    public Measurement Measure(PreparedCase prepared, int threads)
    {
        int steps = 2 * Slices * prepared.SliceSteps;
        (string log, long? peak) = Run(prepared, steps, threads, ["-resethway"]);
        int reset = int.Parse(ResetLine().Match(log).Groups[1].Value, CultureInfo.InvariantCulture);
        double seconds = double.Parse(TimeLine().Match(log).Groups[1].Value, CultureInfo.InvariantCulture);
        return new Measurement((steps - reset) / seconds, peak)
        {
            EnergyDrift = prepared.DriftOf(ReadEnergy(log, 0, "Total Energy"), ReadEnergy(log, 1, "Total Energy"), steps),
        };
    }

    // The log has a table at the first and the last step: columns of 15 characters under their names.
    private static double ReadEnergy(string log, int table, string name)
    {
        Match match = EnergyTable().Matches(log)[table];
        int end = match.Groups[1].Value.IndexOf(name, StringComparison.Ordinal) + name.Length;
        return double.Parse(match.Groups[2].Value[(end - 15)..end], CultureInfo.InvariantCulture) / Epsilon;
    }

    private (string Log, long? PeakMemory) Run(PreparedCase prepared, int steps, int threads, IEnumerable<string> options)
    {
        string folder = ExternalProgram.CreateFolder("gromacs");
        try
        {
            File.WriteAllText(Path.Combine(folder, "run.mdp"), Parameters(prepared, steps));
            File.WriteAllText(Path.Combine(folder, "fluid.top"), Topology(prepared));
            File.WriteAllText(Path.Combine(folder, "start.gro"), Start(prepared));
            string[] prepare = ["-quiet", "grompp", "-f", "run.mdp", "-p", "fluid.top", "-c", "start.gro", "-o", "run.tpr", "-maxwarn", "9"];
            ExternalProgram.Run(program!, folder, 1, prepare);
            string count = threads.ToString(CultureInfo.InvariantCulture);
            string[] run = ["-quiet", "mdrun", "-s", "run.tpr", "-deffnm", "run", "-ntmpi", "1", "-ntomp", count, "-noconfout"];
            long? peak = ExternalProgram.Run(program!, folder, threads, [.. run, .. options]).PeakMemory;
            return (File.ReadAllText(Path.Combine(folder, "run.log")), peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Parameters(PreparedCase prepared, int steps)
    {
        double cutoff = prepared.Interactions.Cutoff * Sigma;
        int rare = Math.Max(1, steps);
        return FormattableString.Invariant($"""
            integrator = md
            nsteps = {steps}
            dt = {prepared.Integrator.TimeStep * Tau:r}
            comm-mode = None
            continuation = yes
            nstcalcenergy = {rare}
            nstenergy = {rare}
            nstlog = {rare}
            cutoff-scheme = Verlet
            verlet-buffer-tolerance = -1
            nstlist = {prepared.Case.ListSteps}
            rlist = {cutoff + (Buffer * Sigma):r}
            rcoulomb = {cutoff:r}
            rvdw = {cutoff:r}
            coulombtype = Cut-off
            vdwtype = Cut-off
            vdw-modifier = {(prepared.Interactions.Shifted ? "Potential-shift" : "None")}
            DispCorr = no

            """);
    }

    private static string Topology(PreparedCase prepared) => FormattableString.Invariant($"""
        [ defaults ]
        1 2 no 1 1
        [ atomtypes ]
        AR 18 {Mass:r} 0 A {Sigma:r} {Epsilon:r}
        [ moleculetype ]
        Argon 1
        [ atoms ]
        1 AR 1 AR AR 1 0 {Mass:r}
        [ system ]
        Fluid
        [ molecules ]
        Argon {prepared.Particles}

        """);

    // With eight decimals instead of three a .gro file's columns are five wider.
    private static string Start(PreparedCase prepared)
    {
        StringBuilder file = new();
        file.Append(CultureInfo.InvariantCulture, $"MolShell benchmark\n{prepared.Particles}\n");
        for (int i = 0; i < prepared.Particles; i++)
        {
            Vec3 r = prepared.System.Box.Wrap(prepared.System.Start.Positions[i]) * Sigma;
            Vec3 v = prepared.System.Start.Velocities![i] * (Sigma / Tau);
            int number = (i + 1) % 100000;
            file.Append(
                CultureInfo.InvariantCulture,
                $"{number,5}{"AR",-5}{"AR",5}{number,5}{r.X,13:f8}{r.Y,13:f8}{r.Z,13:f8}{v.X,13:f9}{v.Y,13:f9}{v.Z,13:f9}\n");
        }

        Vec3 edges = (prepared.System.Box.A + prepared.System.Box.B + prepared.System.Box.C) * Sigma;
        file.Append(CultureInfo.InvariantCulture, $"{edges.X:f8} {edges.Y:f8} {edges.Z:f8}\n");
        return file.ToString();
    }

    [GeneratedRegex(@"GROMACS version:\s+(\S+)")]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"SIMD instructions:\s+(\S+)")]
    private static partial Regex SimdLine();

    [GeneratedRegex(@"Energies \(kJ/mol\)\n(.*Potential.*)\n(.*)\n")]
    private static partial Regex EnergyTable();

    [GeneratedRegex(@"[Ss]tep (\d+): resetting all time and cycle counters")]
    private static partial Regex ResetLine();

    [GeneratedRegex(@"^\s+Time:\s+\S+\s+(\S+)", RegexOptions.Multiline)]
    private static partial Regex TimeLine();
}
