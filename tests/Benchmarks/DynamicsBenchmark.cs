using System.Diagnostics;
using System.Globalization;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;

namespace Benchmarks;

/// <summary>Integration steps per second of the model systems, one thread: the toys and a dimer in 216 WCA particles at reduced density 0.96.</summary>
internal static class DynamicsBenchmark
{
    private const double SecondsPerCase = 5;

    public static void Run(TextWriter output)
    {
        output.WriteLine("system                                  particles     steps/s  particle-steps/s");
        Measure("1-D double well, BAOAB", new ToyBuilder { Potential = ToyPotential.DoubleWell }.Build(), 1_000_000, output);
        Measure("2-D two wells, BAOAB", new ToyBuilder { Potential = ToyPotential.TwoWells }.Build(), 1_000_000, output);
        Measure("Double-well dimer in WCA, BAOAB", new DoubleWellBuilder().Build(), 2000, output);
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
