using System.Globalization;
using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>
/// Equilibrated starts, kept in the temporary folder: a file for each case, positions then velocities, little-endian doubles. Its name
/// holds the fingerprint of the system, so a changed case is equilibrated anew.
/// </summary>
internal static class StartStore
{
    private static string Folder { get; } = Path.Combine(Path.GetTempPath(), "molshell-benchmark-starts");

    /// <summary>The case with its equilibrated start.</summary>
    public static PreparedCase Prepare(BenchmarkCase benchmark, bool quick)
    {
        MolecularSystem system = benchmark.Build();
        if (benchmark.EquilibrationSteps == 0)
        {
            return new PreparedCase(benchmark, system, quick);
        }

        string file = Path.Combine(Folder, string.Create(
            CultureInfo.InvariantCulture, $"{benchmark.Name}-{benchmark.EquilibrationSteps}-{system.Fingerprint()[..16]}.start"));
        if (!File.Exists(file))
        {
            Frame made = MolShellEngine.Equilibrate(system, benchmark.EquilibrationSteps);
            Save(file, made.Positions, made.Velocities!);
        }

        (Vec3[] positions, Vec3[] velocities) = Load(file, system.ParticleCount);
        return new PreparedCase(
            benchmark, system with { Start = system.Start with { Positions = positions, Velocities = velocities } }, quick);
    }

    private static void Save(string file, Vec3[] positions, Vec3[] velocities)
    {
        Directory.CreateDirectory(Folder);
        string unfinished = $"{file}.{Environment.ProcessId}";
        using (FileStream stream = File.Create(unfinished))
        {
            stream.Write(MemoryMarshal.AsBytes(positions.AsSpan()));
            stream.Write(MemoryMarshal.AsBytes(velocities.AsSpan()));
        }

        File.Move(unfinished, file, overwrite: true);
    }

    private static (Vec3[] Positions, Vec3[] Velocities) Load(string file, int count)
    {
        Vec3[] positions = new Vec3[count], velocities = new Vec3[count];
        using FileStream stream = File.OpenRead(file);
        stream.ReadExactly(MemoryMarshal.AsBytes(positions.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(velocities.AsSpan()));
        return (positions, velocities);
    }
}
