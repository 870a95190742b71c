using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// OpenMM, its CPU platform, NonbondedForce and custom bonds and angles. Debian's library has no C functions, so a small C++ program of
/// ours (Peers/openmm_run.cpp) is compiled against its headers, once, into the temporary folder. The time is that program's own, the
/// median of three slices after a first one.
/// </summary>
internal sealed class OpenMMPeer : IPeer
{
    private const string Headers = "/usr/include/OpenMM.h";

    private readonly string? compiler = ExternalProgram.Find("g++");
    private string? program;

    public string Name => "OpenMM";

    public bool IsInstalled => compiler is not null && File.Exists(Headers);

    // LAMMPS and GROMACS can, NonbondedForce cannot.
    public bool ShiftsPairs => false;

    public string Version() => $"OpenMM {ExternalProgram.Run(Program(), Path.GetTempPath(), 1, "version").Output.Trim()} (CPU platform)";

    public bool Supports(BenchmarkCase benchmark) => benchmark.HasPeers && benchmark.Interactions is not null;

    public double Energy(PreparedCase prepared) => Run(prepared, 1, "energy").Values[0];

    public Measurement Measure(PreparedCase prepared, int threads)
    {
        (double[] values, long? peak) = Run(prepared, threads, "measure");
        // An unshifted energy jumps at the cutoff, so where the others shift there is nothing to compare.
        double? drift = prepared.Interactions.Shifted ? null : prepared.DriftOf(values[1], values[2], values[3]);
        return new Measurement(values[0], peak) { EnergyDrift = drift };
    }

    private (double[] Values, long? PeakMemory) Run(PreparedCase prepared, int threads, string task)
    {
        string folder = ExternalProgram.CreateFolder("openmm");
        try
        {
            string file = Path.Combine(folder, "system.txt");
            File.WriteAllText(file, Describe(prepared));
            string count = threads.ToString(CultureInfo.InvariantCulture);
            string steps = prepared.SliceSteps.ToString(CultureInfo.InvariantCulture);
            (string output, long? peak) = ExternalProgram.Run(Program(), folder, threads, task, file, count, steps);
            string[] words = output.Trim().Split('\n')[^1].Split(' ');
            return ([.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))], peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Program()
    {
        if (program is not null)
        {
            return program;
        }

        string source = Path.Combine(AppContext.BaseDirectory, "Peers", "openmm_run.cpp");
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source)))[..16];
        string built = Path.Combine(Path.GetTempPath(), $"molshell-benchmark-openmm-{hash}");
        if (!File.Exists(built))
        {
            string unfinished = $"{built}.{Environment.ProcessId}";
            ExternalProgram.Run(compiler!, Path.GetTempPath(), 1, "-std=c++17", "-O2", "-o", unfinished, source, "-lOpenMM");
            File.Move(unfinished, built, overwrite: true);
        }

        return program = built;
    }

    // One word and its numbers a line; openmm_run.cpp reads the same.
    private static string Describe(PreparedCase prepared)
    {
        (MolecularSystem system, Interactions what) = (prepared.System, prepared.Interactions);
        StringBuilder text = new();
        if (system.Box.IsPeriodic)
        {
            Vec3 edges = system.Box.A + system.Box.B + system.Box.C;
            Add($"box {edges.X:r} {edges.Y:r} {edges.Z:r}");
        }

        Add($"cutoff {what.Cutoff:r}");
        double friction = prepared.HasThermostat ? prepared.Integrator.Friction : 0;
        Add($"dynamics {prepared.Integrator.TimeStep:r} {prepared.Integrator.Temperature:r} {friction:r}");
        for (int i = 0; i < prepared.Particles; i++)
        {
            (Vec3 r, Vec3 v) = (system.Start.Positions[i], system.Start.Velocities![i]);
            Add($"particle {r.X:r} {r.Y:r} {r.Z:r} {v.X:r} {v.Y:r} {v.Z:r}");
        }

        foreach (Bond bond in what.Bonds(prepared.Particles))
        {
            if (what.Well is { } well)
            {
                Add($"well {bond.I} {bond.J} {well.Barrier:r} {well.CompactLength:r} {well.HalfWidth:r}");
            }
            else
            {
                Add($"fene {bond.I} {bond.J} {Interactions.FeneConstant:r} {Interactions.FeneLength:r}");
            }
        }

        foreach (BondAngle angle in what.Angles(prepared.Particles))
        {
            Add($"bend {angle.I} {angle.J} {angle.K} {what.Bend:r}");
        }

        return text.ToString();

        void Add(FormattableString line) => text.Append(FormattableString.Invariant(line)).Append('\n');
    }
}
