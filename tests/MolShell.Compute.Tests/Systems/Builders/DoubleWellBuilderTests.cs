using System.Text.Json;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Statistics;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Systems.Builders;

public sealed class DoubleWellBuilderTests
{
    private static readonly double CompactLength = Math.Pow(2, 1.0 / 6);

    [Fact]
    public void Default_is_the_published_dimer()
    {
        MolecularSystem system = new DoubleWellBuilder().Build();
        Assert.Equal(216, system.ParticleCount);
        Assert.Equal(0.96, 216 / system.Box.Volume, 1e-12);
        Assert.Equal(UnitSystem.Reduced, system.Units);
        Assert.Equal([new Bond(0, 1)], system.Topology.Bonds);
        Assert.All(system.Topology.Masses, mass => Assert.Equal(1, mass));
        DoubleWellBond well = Well(system);
        Assert.Equal(4.944, well.Barrier, 1e-12);
        Assert.Equal(CompactLength, well.CompactLength, 1e-15);
        Assert.Equal(0.3, well.HalfWidth);
        Assert.Equal((0.824, 1.0, 0.004), (system.Integrator!.Temperature, system.Integrator.Friction, system.Integrator.TimeStep));
        Assert.Equal("Double-well dimer in a WCA fluid (216 particles, reduced units)", system.ToString());
    }

    [Fact]
    public void Physical_units_have_the_scales_of_argon()
    {
        MolecularSystem system = new DoubleWellBuilder { Units = UnitSystem.Gromacs }.Build();
        Assert.Equal(0.96, 216 * Math.Pow(0.34, 3) / system.Box.Volume, 1e-12);
        DoubleWellBond well = Well(system);
        Assert.Equal(4.932804382097953, well.Barrier, 1e-9);
        Assert.Equal(0.38163709642518684, well.CompactLength, 1e-12);
        Assert.Equal(0.102, well.HalfWidth, 1e-12);
        Assert.All(system.Topology.Masses, mass => Assert.Equal(39.9, mass));
        Assert.Equal(0.824 * 120, system.Integrator!.Temperature, 1e-9);

        // tau = sigma sqrt(m/epsilon) = 2.1501 ps.
        Assert.Equal(1 / 2.1501, system.Integrator.Friction, 1e-4);
        Assert.Equal(0.004 * 2.1501, system.Integrator.TimeStep, 1e-6);
    }

    [Fact]
    public void The_same_model_in_other_units_has_the_same_energy()
    {
        double expected = Energies(new DoubleWellBuilder { Units = UnitSystem.Gromacs }.Build()).Sum();
        foreach (UnitSystem units in new[] { UnitSystem.Real, UnitSystem.Metal, UnitSystem.Atomic })
        {
            double energy = Energies(new DoubleWellBuilder { Units = units }.Build()).Sum();
            Assert.Equal(expected, units.Convert(energy, Dimension.Energy, UnitSystem.Gromacs), 1e-8 * expected);
        }
    }

    public static TheoryData<DoubleWellBuilder> Starts => new(new DoubleWellBuilder[]
    {
        new() { DimerCount = 0 }, new(), new() { DimerCount = 3 }, new() { DimerCount = 108 }, new() { ChainLength = 3 }, new() { ChainLength = 216 },
        new() { ParticleCount = 64 }, new() { ParticleCount = 64, ChainLength = 64 }, new() { ParticleCount = 65, DimerCount = 32 },
        new() { ParticleCount = 109, ChainLength = 50 }, new() { ParticleCount = 129, DimerCount = 2 }, new() { ParticleCount = 500, ChainLength = 100 },
        new() { Density = 0.1, DimerCount = 20 }, new() { Density = 0.01, ChainLength = 50 }, new() { Density = 0.3, ChainLength = 216 },
        new() { Density = 0.05, ParticleCount = 1000, ChainLength = 400 }, new() { CompactLength = 1.8, DimerCount = 4 },
    });

    [Theory]
    [MemberData(nameof(Starts))]
    public void Start_has_compact_bonds_and_no_overlap(DoubleWellBuilder builder)
    {
        MolecularSystem system = (builder with { Noise = 0 }).Build();
        double sigma = system.Units == UnitSystem.Reduced ? 1 : 0.34;
        Vec3[] r = system.Start.Positions;
        foreach (Bond bond in system.Topology.Bonds)
        {
            double length = (r[bond.J] - r[bond.I]).Length() / sigma;
            Assert.InRange(length, (builder.CompactLength ?? CompactLength) - 0.1, (builder.CompactLength ?? CompactLength) + 0.1);
        }

        double closest = double.MaxValue;
        for (int i = 0; i < r.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                closest = Math.Min(closest, system.Box.MinimumImage(r[i] - r[j]).Length() / sigma);
            }
        }

        // 0.93 sigma: 4.1 epsilon, or 5 kT, of repulsion, which collisions in the fluid reach too.
        Assert.True(closest > 0.93, $"closest pair {closest} sigma");
    }

    [Fact]
    public void Start_is_decided_by_the_seed()
    {
        DoubleWellBuilder builder = new() { DimerCount = 5, Seed = 1 };
        Assert.Equal(builder.Build().Start.Positions, builder.Build().Start.Positions);
        Assert.NotEqual(builder.Build().Start.Positions, (builder with { Seed = 2 }).Build().Start.Positions);
        Assert.Equal(builder.Build().Fingerprint(), builder.Build().Fingerprint());
    }

    [Theory]
    [InlineData("dimer", 1, 0)]
    [InlineData("dimers2", 2, 0)]
    [InlineData("chain3", 0, 3)]
    public void Model_has_the_energies_of_openmm(string name, int dimers, int chain)
    {
        JsonElement reference = ReferenceData.Json("paths/wca_dimer_openmm_energies.json");
        MolecularSystem system = new DoubleWellBuilder
        {
            ParticleCount = 64,
            Density = 0.75,
            DimerCount = dimers,
            ChainLength = chain,
            Units = UnitSystem.Gromacs,
        }.Build();
        Assert.Equal(reference.GetProperty("L").GetDouble(), system.Box.A.X, 1e-12);
        JsonElement expected = reference.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);
        Vec3[] positions = [.. reference.GetProperty("positions").EnumerateArray().Select(r => new Vec3(r[0].GetDouble(), r[1].GetDouble(), r[2].GetDouble()))];
        double[] energies = Energies(system with { Start = system.Start with { Positions = positions } });
        Assert.Equal(expected.GetProperty("E_wca").GetDouble(), energies[0], 1e-8 * energies[0]);
        Assert.Equal(expected.GetProperty("E_bond").GetDouble(), energies[1], 1e-8 * energies[1]);
    }

    [Fact]
    [Trait("Category", "Validation")]
    public void Default_fluid_has_the_energy_and_the_compact_bond_of_the_reference_run()
    {
        // The first two runs of the reference are of 216 particles, with different seeds and nearly the same length.
        JsonElement[] reference = [.. ReferenceData.Json("paths/wca_dimer.json").EnumerateArray().Take(2)];
        MolecularSystem system = new DoubleWellBuilder().Build();
        using Simulation simulation = new(system, new SimulationOptions { Seed = 5 });
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        simulation.Advance(20_000, cancellation);
        List<double> repulsion = [], compact = [];
        for (int i = 0; i < 6_000; i++)
        {
            simulation.Advance(50, cancellation);
            Frame frame = simulation.Snapshot();
            repulsion.Add(Energies(system with { Start = frame })[0] / 216);
            double r = new Distance(0, 1).Evaluate(frame);
            if (r < 1.25)
            {
                compact.Add(r);
            }
        }

        BlockAverage energy = BlockAverage.Of([.. repulsion]), length = BlockAverage.Of([.. compact]);
        double expected = reference.Average(run => run.GetProperty("Vwca_per_particle").GetDouble());
        Assert.True(energy.IsConverged);
        Sigma.AssertWithin(4, expected, energy.StandardError, energy.Mean, "WCA energy a particle");

        // Mean bond length of the compact state, r < 1.25, from the bins of the reference histograms.
        double[] bins = [.. Enumerable.Range(0, 18).Select(k => reference.Sum(run => run.GetProperty("hist_r_bin0.025_from0.8")[k].GetDouble()))];
        double mean = bins.Select((n, k) => n * (0.8125 + (0.025 * k))).Sum() / bins.Sum();
        Assert.True(compact.Count > 500);
        Sigma.AssertWithin(4, mean, length.StandardError, length.Mean, "mean compact bond length");
    }

    [Fact]
    public void Openmmtools_switch_reproduces_its_model()
    {
        MolecularSystem dimer = new DoubleWellBuilder { OpenMMToolsCompatible = true }.Build();
        Assert.Equal(UnitSystem.Gromacs, dimer.Units);
        Assert.Equal(6.0822, dimer.Box.A.X, 1e-4);
        Assert.Equal(4.932804, Well(dimer).Barrier, 1e-6);
        Assert.False(dimer.Forces.OfType<BondForce<DoubleWellBond>>().Single().UsesMinimumImage);

        MolecularSystem chain = new DoubleWellBuilder { OpenMMToolsCompatible = true, ChainLength = 3 }.Build();
        Assert.Equal(0.0411, Well(chain).Barrier, 1e-4);
        Assert.Equal(2, chain.Topology.Bonds.Length);
        Assert.True(new DoubleWellBuilder().Build().Forces.OfType<BondForce<DoubleWellBond>>().Single().UsesMinimumImage);
    }

    // Figures of the class bodies run on OpenMM 7.7 (shared/facts/paths.md, section 5, defect 2).
    [Theory]
    [InlineData(1, 2.38e7)]
    [InlineData(3, 7.15e7)]
    public void Openmmtools_switch_scatters_bond_partners(int dimers, double expected)
    {
        MolecularSystem system = new DoubleWellBuilder { OpenMMToolsCompatible = true, DimerCount = dimers }.Build();
        Assert.Equal(5.267, (system.Start.Positions[1] - system.Start.Positions[0]).Length(), 5e-4);
        Assert.Equal(expected, Energies(system)[1], 5e4);
    }

    [Fact]
    public void Openmmtools_start_relaxes_to_compact_bonds()
    {
        MolecularSystem system = new DoubleWellBuilder { OpenMMToolsCompatible = true, DimerCount = 3 }.Build();
        MinimizationResult relaxed = Minimizer.Minimize(system, new MinimizerOptions { ForceTolerance = 1, MaximumSteps = 20_000 }, cancellation: TestContext.Current.CancellationToken);
        Assert.True(relaxed.Converged);
        Vec3[] r = relaxed.Frame.Positions;
        Assert.All(system.Topology.Bonds, bond => Assert.InRange((r[bond.J] - r[bond.I]).Length(), 0.35, 0.62));
    }

    [Fact]
    public void Openmmtools_start_has_noise_on_request()
    {
        DoubleWellBuilder builder = new() { OpenMMToolsCompatible = true };
        Assert.Equal(new Vec3(0, 0, 0), builder.Build().Start.Positions[0]);
        Assert.InRange((builder with { Noise = 0.1 }).Build().Start.Positions[0].Length(), 1e-4, 0.34);
    }

    [Fact]
    public void Options_are_used()
    {
        MolecularSystem system = new DoubleWellBuilder
        {
            Barrier = 2, CompactLength = 1.1, HalfWidth = 0.4, Mass = 3, Temperature = 0.5, Friction = 2.5, TimeStep = 0.001, Sigma = 1.1, Epsilon = 2,
        }.Build();
        Assert.Equal(new DoubleWellBond(2, 1.1, 0.4), Well(system));
        Assert.Equal(3, system.Topology.Masses[7]);
        Assert.Equal((0.5, 2.5, 0.001), (system.Integrator!.Temperature, system.Integrator.Friction, system.Integrator.TimeStep));
        Assert.Equal(0.96, 216 * Math.Pow(1.1, 3) / system.Box.Volume, 1e-12);
        Assert.Contains("epsilon=2, sigma=1.1", system.Forces[0].Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        AssertRefused(new() { DimerCount = 109 }, "DimerCount is 109; 216 particles make 0 to 108 dimers");
        AssertRefused(new() { DimerCount = -1 }, "DimerCount is -1");
        AssertRefused(new() { ChainLength = 217 }, "ChainLength is 217; 216 particles");
        AssertRefused(new() { ChainLength = 4, DimerCount = 1 }, "not both");
        AssertRefused(new() { ParticleCount = 0 }, "ParticleCount is 0");
        AssertRefused(new() { ParticleCount = 8 }, "does not fit half the box edge");
        AssertRefused(new() { Density = 0 }, "Density is 0");
        AssertRefused(new() { Mass = -1 }, "Mass is -1");
        AssertRefused(new() { Temperature = double.NaN }, "Temperature is NaN");
        AssertRefused(new() { HalfWidth = 0 }, "HalfWidth is 0");
        AssertRefused(new() { Noise = -1 }, "Noise is -1");
        AssertRefused(new() { OpenMMToolsCompatible = true, Units = UnitSystem.Reduced }, "nanometres");
    }

    private static void AssertRefused(DoubleWellBuilder builder, string part)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(builder.Build);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }

    private static DoubleWellBond Well(MolecularSystem system) =>
        system.Forces.OfType<BondForce<DoubleWellBond>>().Single().Potentials.Distinct().Single();

    private static double[] Energies(MolecularSystem system)
    {
        using ForceField field = new(system);
        field.Evaluate(system.Start.Positions, system.Box, new Vec3[system.ParticleCount]);
        return field.TermEnergies.ToArray();
    }
}
