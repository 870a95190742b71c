using System.Collections.Immutable;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;

namespace Benchmarks.Forces;

/// <summary>All cases, in the order in which they run.</summary>
internal static class BenchmarkCases
{
    private const double ReducedTemperature = 0.824;

    private static readonly Interactions WcaFluid = new() { Cutoff = Wca.CutoffOverSigma };

    private static readonly Interactions Melt = new() { Cutoff = 1.12, ChainLength = MeltStart.ChainLength };

    private static readonly Interactions Ring =
        new() { Cutoff = Wca.CutoffOverSigma, ChainLength = CombRing.Beads, Closed = true, Bend = 5 };

    public static readonly ImmutableArray<BenchmarkCase> All =
    [
        Fluid("wca-216", LatticeKind.SimpleCubic, 6, 0.96, WcaFluid, 600, 8e6) with { Skin = 0.4 },
        Fluid("wca-1728", LatticeKind.SimpleCubic, 12, 0.96, WcaFluid, 600, 8e6),
        Fluid("wca-32k", LatticeKind.Fcc, 20, 0.8442, WcaFluid, 100, 8e6),
        Liquid("lj-32k", 20, 3e6) with { HasPeers = true },
        Chains("chain-32k", 4, 1000, 4e6) with { HasPeers = true },
        new()
        {
            Name = "ring-2000",
            Interactions = Ring,
            Build = () => Polymer("Ring of 2000 with bending", CombRing.Create(), Ring, 0.01, 0.5),
            EquilibrationSteps = 5000,
            SliceParticleSteps = 6e6,
            Skin = 0.5,
        },
        new()
        {
            Name = "dimer-216",
            Interactions = WcaFluid with { Well = new DoubleWellBond(6 * ReducedTemperature, Wca.CutoffOverSigma, 0.3) },
            Build = new DoubleWellBuilder().Build,
            EquilibrationSteps = 2000,
            SliceParticleSteps = 8e6,
            Skin = 0.4,
        },
        Liquid("lj-864", 6, 3e6),
        Liquid("lj-4k", 10, 3e6),
        Liquid("lj-256k", 40, 6e6),
        Liquid("lj-1m", 63, 21e6),
        Chains("chain-1m", 13, 200, 21e6) with { IsHuge = true },
        Toy("toy-1d", ToyPotential.DoubleWell),
        Toy("toy-2d", ToyPotential.TwoWells),
    ];

    private static BenchmarkCase Fluid(
        string name, LatticeKind lattice, int repeat, double density, Interactions interactions, int equilibration, double slice) => new()
        {
            Name = name,
            Interactions = interactions,
            Build = () => Crystal(lattice, repeat, density, interactions, ReducedTemperature),
            EquilibrationSteps = equilibration,
            SliceParticleSteps = slice,
        };

    // LAMMPS' bench lj; only its own size has peers, the others show how the time of a step grows.
    private static BenchmarkCase Liquid(string name, int repeat, double slice)
    {
        Interactions interactions = new() { Cutoff = 2.5, Shifted = false };
        return new()
        {
            Name = name,
            Interactions = interactions,
            Build = () => Crystal(LatticeKind.Fcc, repeat, 0.8442, interactions, 1.44),
            EquilibrationSteps = 100,
            SliceParticleSteps = slice,
            ListIsChecked = false,
            ListSteps = 20,
            HasPeers = false,
            IsLong = repeat > 20,
        };
    }

    private static BenchmarkCase Chains(string name, int blocks, int equilibration, double slice) => new()
    {
        Name = name,
        Interactions = Melt,
        Build = () => Polymer("Kremer-Grest melt", MeltStart.Create(blocks), Melt, 0.012, 0.1),
        EquilibrationSteps = equilibration,
        SliceParticleSteps = slice,
        Skin = 0.4,
        HasPeers = false,
    };

    private static BenchmarkCase Toy(string name, ToyPotential potential) => new()
    {
        Name = name,
        Build = () => new ToyBuilder { Potential = potential }.Build(),
        SliceParticleSteps = 2e8,
        HasPeers = false,
    };

    private static MolecularSystem Crystal(LatticeKind lattice, int repeat, double density, Interactions interactions, double temperature)
    {
        MolecularSystem crystal = new CrystalBuilder { Lattice = lattice, Repeat = (repeat, repeat, repeat), Density = density }.Build();
        return crystal with
        {
            Name = interactions.Shifted ? "WCA fluid" : "Lennard-Jones liquid",
            Forces = [.. interactions.ToForces(crystal.ParticleCount)],
            Integrator = new() { Kind = IntegratorKind.VelocityVerlet, TimeStep = 0.005, Temperature = temperature },
        };
    }

    private static MolecularSystem Polymer(string name, Frame start, Interactions interactions, double timeStep, double friction) => new()
    {
        Name = name,
        Start = start with { Topology = start.Topology with { Bonds = [.. interactions.Bonds(start.ParticleCount)] } },
        Forces = [.. interactions.ToForces(start.ParticleCount)],
        Integrator = new() { Kind = IntegratorKind.LangevinBaoab, TimeStep = timeStep, Temperature = 1, Friction = friction },
    };
}
