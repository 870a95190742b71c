using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>MolShell, in a process of its own like every peer, so that nothing is shared and its memory can be told.</summary>
internal sealed class MolShellRunner : IPeer
{
    /// <summary>The word on the command line by which the benchmark starts itself.</summary>
    public const string Command = "forces-child";

    // With fewer, compiled code and not the run is what took memory.
    private const int FewestParticlesForMemory = 100_000;

    public string Name => "MolShell";

    public bool IsInstalled => true;

    public string Version() =>
        $"MolShell {typeof(MolecularSystem).Assembly.GetName().Version!.ToString(3)}, {RuntimeInformation.FrameworkDescription}";

    public bool Supports(BenchmarkCase benchmark) => true;

    public double Energy(PreparedCase prepared) => Energy(prepared, shifted: true);

    /// <summary>Potential energy of the start [epsilon], with pair potentials shifted as the case wants or not at all.</summary>
    public double Energy(PreparedCase prepared, bool shifted) =>
        Run(prepared, 1, shifted ? nameof(MolShellEngine.Energy) : nameof(Interactions.Shifted)).Values[0];

    public Measurement Measure(PreparedCase prepared, int threads)
    {
        (double[] values, long? peak) = Run(prepared, threads, nameof(MolShellEngine.Measure));
        return new Measurement(values[0], peak)
        {
            EnergyDrift = prepared.DriftOf(values[1], values[2], values[3]),
            RunMemoryPerParticle = prepared.Particles < FewestParticlesForMemory ? null : values[4] / prepared.Particles,
        };
    }

    /// <summary>The other side: does what the parent asked and prints the numbers.</summary>
    public static void RunChild(IReadOnlyList<string> arguments)
    {
        (string name, bool quick, int threads, string task) =
            (arguments[0], bool.Parse(arguments[1]), int.Parse(arguments[2], CultureInfo.InvariantCulture), arguments[3]);
        PreparedCase prepared = StartStore.Prepare(BenchmarkCases.All.Single(benchmark => benchmark.Name == name), quick);
        MolecularSystem system = prepared.System;
        if (task == nameof(MolShellEngine.Measure))
        {
            EngineRun run = MolShellEngine.Measure(system, prepared.SliceSteps, threads);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.StepsPerSecond:r} {run.StartEnergy:r} {run.EndEnergy:r} {run.Steps} {run.RunMemory}"));
        }
        else
        {
            system = task == nameof(MolShellEngine.Energy)
                ? system
                : system with { Forces = [.. (prepared.Interactions with { Shifted = false }).ToForces(system.ParticleCount)] };
            Console.WriteLine(MolShellEngine.Energy(system).ToString("r", CultureInfo.InvariantCulture));
        }
    }

    private static (double[] Values, long? PeakMemory) Run(PreparedCase prepared, int threads, string task)
    {
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        string count = threads.ToString(CultureInfo.InvariantCulture);
        (string output, long? peak) = ExternalProgram.Run(
            program, AppContext.BaseDirectory, threads, [.. host, Command, prepared.Case.Name, prepared.Quick.ToString(), count, task]);
        string[] words = output.Trim().Split('\n')[^1].Split(' ');
        return ([.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))], peak);
    }
}
