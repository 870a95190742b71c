using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>MolShell, in a process of its own like every peer, so that nothing is shared and its memory can be told.</summary>
/// <param name="device">A device by name; null for threads of the processor.</param>
/// <param name="precision">Precision of pair forces.</param>
internal sealed class MolShellRunner(string? device = null, Precision precision = Precision.Mixed) : IPeer
{
    /// <summary>The word on the command line by which the benchmark starts itself.</summary>
    public const string Command = "forces-child";

    // With fewer, compiled code and not the run is what took memory.
    private const int FewestParticlesForMemory = 100_000;

    public string Name => (device is null ? "MolShell" : $"MolShell on {device}") + (precision == Precision.Double ? ", double" : string.Empty);

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
            MemoryPerParticle = prepared.Particles < FewestParticlesForMemory
                ? null
                : (values[4] / prepared.Particles, values[5] / prepared.Particles),
        };
    }

    /// <summary>The other side: does what the parent asked and prints the numbers.</summary>
    /// <returns>0, or 1 where it failed and said why.</returns>
    public static int RunChild(IReadOnlyList<string> arguments)
    {
        try
        {
            Answer(arguments);
            return 0;
        }
        catch (Exception error) when (ForcesBenchmark.IsExpected(error))
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }

    private static void Answer(IReadOnlyList<string> arguments)
    {
        (string name, bool quick, string place, Precision precision, string task) =
            (arguments[0], bool.Parse(arguments[1]), arguments[2], Enum.Parse<Precision>(arguments[3]), arguments[4]);
        PreparedCase prepared = StartStore.Prepare(BenchmarkCases.All.Single(benchmark => benchmark.Name == name), quick);
        MolecularSystem system = prepared.System;
        using IDevice target = DeviceCatalog.Open(place);
        MolShellEngine engine = new(target, precision);
        if (task == nameof(MolShellEngine.Measure))
        {
            EngineRun run = engine.Measure(system, prepared.SliceSteps);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.StepsPerSecond:r} {run.StartEnergy:r} {run.EndEnergy:r} {run.Steps} {run.StateMemory} {run.ListMemory}"));
        }
        else
        {
            system = task == nameof(MolShellEngine.Energy)
                ? system
                : system with { Forces = [.. (prepared.Interactions with { Shifted = false }).ToForces(system.ParticleCount)] };
            Console.WriteLine(engine.Energy(system).ToString("r", CultureInfo.InvariantCulture));
        }
    }

    private (double[] Values, long? PeakMemory) Run(PreparedCase prepared, int threads, string task)
    {
        string place = device ?? string.Create(CultureInfo.InvariantCulture, $"Cpu:{threads}");
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        string[] arguments = [.. host, Command, prepared.Case.Name, prepared.Quick.ToString(), place, precision.ToString(), task];
        (string output, long? peak) = ExternalProgram.Run(program, AppContext.BaseDirectory, threads, arguments);
        string[] words = output.Trim().Split('\n')[^1].Split(' ');
        return ([.. words.Select(word => double.Parse(word, CultureInfo.InvariantCulture))], peak);
    }
}
