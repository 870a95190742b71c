using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

/// <summary>Systems to run, and shorthands to run them.</summary>
internal static class TestRuns
{
    public static readonly IntegratorSettings Verlet =
        new() { Kind = IntegratorKind.VelocityVerlet, TimeStep = 0.002, Temperature = 0.824 };

    public static readonly IntegratorSettings Langevin =
        new() { Kind = IntegratorKind.LangevinBaoab, TimeStep = 0.004, Temperature = 0.824, Friction = 1 };

    public static readonly IntegratorSettings Brownian =
        new() { Kind = IntegratorKind.Overdamped, TimeStep = 1e-4, Temperature = 0.824, Friction = 1 };

    public static readonly IntegratorSettings NoseHoover =
        Verlet with { Kind = IntegratorKind.NoseHoover, CouplingTime = 0.4, ChainLength = 3 };

    public static readonly IntegratorSettings Rescaling =
        Verlet with { Kind = IntegratorKind.VelocityRescaling, CouplingTime = 0.2 };

    /// <summary>The 216 particles of the reference data, with a double-well bond between the first two.</summary>
    public static MolecularSystem Dimer()
    {
        double[][] rows = ReferenceConfiguration.Columns("md/energy/dw_dimer216_n3_rho096.xyzf.txt");
        return ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 0), Box.Cubic(6.0822019956))
            .AddForce(new PairForce<Wca>(new Wca(1, 1)))
            .AddForce(new BondForce<DoubleWellBond>(new DoubleWellBond(6 * 0.824, Wca.CutoffOverSigma, 0.3), [new Bond(0, 1)]));
    }

    /// <summary>A small dense fluid on a perturbed cubic lattice.</summary>
    public static MolecularSystem Fluid(int edgeCount = 3, double spacing = 1.05)
    {
        int n = edgeCount * edgeCount * edgeCount;
        Vec3[] positions = [.. Enumerable.Range(0, n).Select(i => spacing * new Vec3(
            (i % edgeCount) + (0.02 * Math.Sin(i)), (i / edgeCount % edgeCount) + (0.02 * Math.Sin(2 * i)),
            (i / edgeCount / edgeCount) + (0.02 * Math.Sin(3 * i))))];
        return ReferenceConfiguration.System(positions, Box.Cubic(spacing * edgeCount)).AddForce(new PairForce<Wca>(new Wca(1, 1)));
    }

    /// <summary>One particle of mass 1 in a potential of place.</summary>
    public static MolecularSystem Toy<T>(T potential, int dimension, Vec3 start, IntegratorSettings integrator, double mass = 1)
        where T : struct, IExternalPotential => Particles(new ExternalForce<T>(potential), dimension, [start], integrator, mass);

    /// <summary>Particles that do not meet.</summary>
    public static MolecularSystem Particles(IForce force, int dimension, Vec3[] start, IntegratorSettings integrator, double mass = 1) =>
        new()
    {
        Name = "toy",
        Start = new Frame
        {
            Topology = Topology.Uniform(start.Length, mass, "X", dimension),
            Box = Box.Open,
            Units = UnitSystem.Reduced,
            Positions = start,
        },
        Forces = [force],
        Integrator = integrator,
    };

    public static Simulation Start(this MolecularSystem system, IntegratorSettings? integrator = null, ulong seed = 1) =>
        new(system, new SimulationOptions { Integrator = integrator, Seed = seed });

    /// <summary>Advances under the test's own cancellation.</summary>
    public static Simulation Run(this Simulation simulation, long steps)
    {
        simulation.Advance(steps, TestContext.Current.CancellationToken);
        return simulation;
    }

    public static void AssertSameState(Simulation expected, Simulation actual)
    {
        Assert.Equal(expected.Step, actual.Step);
        Assert.Equal(expected.Positions.ToArray(), actual.Positions.ToArray());
        Assert.Equal(expected.Velocities.ToArray(), actual.Velocities.ToArray());
        Assert.Equal(expected.PotentialEnergy, actual.PotentialEnergy);
    }
}
