using System.Diagnostics;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>All that the benchmark asks of MolShell's dynamics.</summary>
internal static class MolShellEngine
{
    private const int Slices = 3;

    private const ulong Seed = 87287;

    // Until the runtime has compiled the inner loops for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The state after some steps, with velocities.</summary>
    public static Frame Equilibrate(MolecularSystem system, int steps)
    {
        using CpuDevice device = new(Environment.ProcessorCount);
        using Simulation simulation = Start(system, device, Seed);
        simulation.Advance(steps);
        return simulation.Snapshot() with { Step = 0, Time = 0 };
    }

    /// <summary>Potential energy of the start [energy], as the engine that is timed computes it.</summary>
    public static double Energy(MolecularSystem system, IDevice device)
    {
        using Simulation simulation = Start(system, device, Seed);
        return simulation.PotentialEnergy;
    }

    /// <summary>Steps per second: the median of three slices after a warm-up, of all replicas together.</summary>
    public static EngineRun Measure(MolecularSystem system, int sliceSteps, IDevice device, int replicas)
    {
        GC.Collect();
        long before = Environment.WorkingSet;
        Simulation[] simulations = [.. Enumerable.Range(0, replicas).Select(r => Start(system, device, Seed + (ulong)r))];
        double startEnergy = TotalEnergy(simulations[0]);
        Stopwatch clock = Stopwatch.StartNew();
        int chunk = Math.Max(1, sliceSteps / 50);
        while (clock.Elapsed < WarmUp)
        {
            Advance(simulations, chunk);
        }

        double seconds = Measurement.Median(Enumerable.Range(0, Slices).Select(_ =>
        {
            clock.Restart();
            Advance(simulations, sliceSteps);
            return clock.Elapsed.TotalSeconds;
        }));
        long memory = Math.Max(0, Environment.WorkingSet - before);
        EngineRun run = new(
            replicas * (double)sliceSteps / seconds, startEnergy, TotalEnergy(simulations[0]), simulations[0].Step, memory);
        Array.ForEach(simulations, simulation => simulation.Dispose());
        return run;
    }

    private static double TotalEnergy(Simulation simulation) => simulation.PotentialEnergy + (simulation.KineticEnergy ?? 0);

    private static Simulation Start(MolecularSystem system, IDevice device, ulong seed) =>
        new(system, new SimulationOptions { Device = device, Seed = seed });

    private static void Advance(Simulation[] replicas, int steps)
    {
        if (replicas.Length == 1)
        {
            replicas[0].Advance(steps);
        }
        else
        {
            Parallel.ForEach(replicas, replica => replica.Advance(steps));
        }
    }
}
