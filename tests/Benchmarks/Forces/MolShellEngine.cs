using System.Diagnostics;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace Benchmarks.Forces;

/// <summary>All that the benchmark asks of MolShell's dynamics.</summary>
/// <param name="device">Where to run.</param>
/// <param name="precision">Precision of pair forces.</param>
internal sealed class MolShellEngine(IDevice device, Precision precision)
{
    private const int Slices = 3, Replicas = 1024;

    private const ulong Seed = 87287;

    // Until the runtime has compiled the inner loops for good.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The state after some steps on all cores, with velocities.</summary>
    public static Frame Equilibrate(MolecularSystem system, int steps)
    {
        using CpuDevice all = new(Environment.ProcessorCount);
        using Simulation simulation = new MolShellEngine(all, Precision.Mixed).Start(system);
        simulation.Advance(steps);
        return simulation.Snapshot() with { Step = 0, Time = 0 };
    }

    /// <summary>Potential energy of the start [energy], as the engine that is timed computes it.</summary>
    public double Energy(MolecularSystem system)
    {
        using Simulation simulation = Start(system);
        return simulation.PotentialEnergy;
    }

    /// <summary>Steps per second: the median of three slices after a warm-up; of one particle, of all replicas together.</summary>
    public EngineRun Measure(MolecularSystem system, int sliceSteps)
    {
        if (device is CpuDevice processor && system.ParticleCount == 1)
        {
            return MeasureReplicas(system, sliceSteps, processor);
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        using Simulation simulation = Start(system);
        double startEnergy = TotalEnergy(simulation);
        double seconds = MedianSeconds(sliceSteps, steps => simulation.Advance(steps));
        double endEnergy = TotalEnergy(simulation);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        return new EngineRun(sliceSteps / seconds, startEnergy, endEnergy, simulation.Step, held - simulation.ListBytes, simulation.ListBytes);
    }

    private static EngineRun MeasureReplicas(MolecularSystem system, int sliceSteps, CpuDevice processor)
    {
        ReplicaBatch batch = new(system);
        ReplicaStart[] starts =
        [
            .. Enumerable.Range(0, Replicas)
                .Select(i => new ReplicaStart(system.Start with { Velocities = [Vec3.Zero] }, new RandomKey(Seed).Derive((ulong)i))),
        ];
        int each = Math.Max(1, sliceSteps / Replicas);
        double seconds = MedianSeconds(each, steps =>
            batch.Run(starts, new ReplicaOptions { MaximumSteps = steps, StopInterval = steps, Device = processor }));
        return new EngineRun((double)Replicas * each / seconds, 0, 0, each);
    }

    private static double MedianSeconds(int sliceSteps, Action<int> advance)
    {
        int chunk = Math.Max(1, sliceSteps / 50);
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUp)
        {
            advance(chunk);
        }

        return Measurement.Median(Enumerable.Range(0, Slices).Select(_ =>
        {
            clock.Restart();
            advance(sliceSteps);
            return clock.Elapsed.TotalSeconds;
        }));
    }

    private static double TotalEnergy(Simulation simulation) => simulation.PotentialEnergy + (simulation.KineticEnergy ?? 0);

    private Simulation Start(MolecularSystem system) =>
        new(system, new SimulationOptions { Device = device, Precision = precision, Seed = Seed });
}
