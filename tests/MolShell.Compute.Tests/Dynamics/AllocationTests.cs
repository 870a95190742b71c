using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

/// <summary>A step allocates nothing, so that dynamics never wait for the garbage collector.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string, Precision, int> Runs()
    {
        TheoryData<string, Precision, int> data = [];
        foreach (string name in new[] { "constant energy", "with noise", "overdamped" })
        {
            data.Add(name, Precision.Mixed, 1);
            data.Add(name, Precision.Mixed, 2);
            data.Add(name, Precision.Double, 1);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Steps_of_a_fluid_allocate_nothing(string name, Precision precision, int threads)
    {
        IntegratorSettings integrator = name switch
        {
            "constant energy" => TestRuns.Verlet,
            "with noise" => TestRuns.Langevin,
            _ => TestRuns.Brownian,
        };
        AssertAllocatesNothing(TestRuns.Fluid(6), integrator, precision, threads);
    }

    [Fact]
    public void Steps_with_bonds_allocate_nothing() => AssertAllocatesNothing(TestRuns.Dimer(), TestRuns.Langevin, Precision.Mixed, 1);

    private static void AssertAllocatesNothing(MolecularSystem system, IntegratorSettings integrator, Precision precision, int threads)
    {
        using Simulation simulation = new(system, new SimulationOptions
        {
            Integrator = integrator, Precision = precision, Device = new CpuDevice(threads), Key = new RandomKey(3),
        });
        simulation.Advance(2000, CancellationToken.None);
        long before = GC.GetAllocatedBytesForCurrentThread();
        simulation.Advance(1000, CancellationToken.None);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
