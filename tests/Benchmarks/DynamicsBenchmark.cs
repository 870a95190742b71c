using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;

namespace Benchmarks;

/// <summary>
/// Integration steps per second of the model systems, one thread: the toys and a dimer in 216 WCA particles at reduced density 0.96; and those
/// of many replicas of the toys, one and two threads.
/// </summary>
internal static class DynamicsBenchmark
{
    private const double SecondsPerCase = 5;
    private const int Replicas = 256;
    private const int ReplicaSteps = 20_000;

    public static void Run(TextWriter output)
    {
        output.WriteLine("system                                  particles     steps/s  particle-steps/s");
        Measure("1-D double well, BAOAB", new ToyBuilder { Potential = ToyPotential.DoubleWell }.Build(), 1_000_000, output);
        Measure("2-D two wells, BAOAB", new ToyBuilder { Potential = ToyPotential.TwoWells }.Build(), 1_000_000, output);
        Measure("Double-well dimer in WCA, BAOAB", new DoubleWellBuilder().Build(), 2000, output);
        output.WriteLine();
        output.WriteLine("replicas, BAOAB                           threads  replica-steps/s  asked for a state every 10 steps");
        foreach (ToyPotential potential in new[]
            { ToyPotential.DoubleWell, ToyPotential.TwoWells, ToyPotential.MuellerBrown, ToyPotential.EntropicSwitch })
        {
            foreach (int threads in new[] { 1, 2 })
            {
                MeasureReplicas(potential, threads, output);
            }
        }
    }

    private static void MeasureReplicas(ToyPotential potential, int threads, TextWriter output)
    {
        MolecularSystem system = new ToyBuilder { Potential = potential }.Build();
        ReplicaOptions free = new() { MaximumSteps = ReplicaSteps, StopInterval = ReplicaSteps, Device = new CpuDevice(threads) };
        ReplicaOptions asked = free with { StopInterval = 10, Stop = point => point.Positions[0].X > 100 ? 0 : -1 };
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{potential,-38}  {threads,9}  {ReplicaRate(system, free),15:e2}  {ReplicaRate(system, asked),15:e2}"));
    }

    private static double ReplicaRate(MolecularSystem system, ReplicaOptions options)
    {
        ReplicaBatch batch = new(system);
        Frame start = system.Start with { Velocities = [Vec3.Zero] };
        ReplicaStart[] starts = [.. Enumerable.Range(0, Replicas).Select(i => new ReplicaStart(start, new RandomKey((ulong)i)))];
        batch.Run(starts, options);
        long steps = 0;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerCase)
        {
            batch.Run(starts, options);
            steps += Replicas * ReplicaSteps;
        }

        return steps / clock.Elapsed.TotalSeconds;
    }

    private static void Measure(string name, MolecularSystem system, int slice, TextWriter output)
    {
        using Simulation simulation = new(system, new SimulationOptions { Seed = 1 });
        simulation.Advance(slice, CancellationToken.None);
        long steps = 0;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < SecondsPerCase)
        {
            simulation.Advance(slice, CancellationToken.None);
            steps += slice;
        }

        double rate = steps / clock.Elapsed.TotalSeconds;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-38}  {system.ParticleCount,9}  {rate,10:f0}  {rate * system.ParticleCount,16:e2}"));
    }
}
