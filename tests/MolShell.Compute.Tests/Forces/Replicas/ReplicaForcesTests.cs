using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Forces.Pair.Clusters;
using MolShell.Compute.Forces.Replicas;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces.Bonded;
using MolShell.Compute.Tests.Forces.Pair;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Replicas;

/// <summary>Forces on replicas side by side have the bits of forces on each alone, in registers of any width.</summary>
public sealed class ReplicaForcesTests
{
    private static readonly Precision[] Precisions = [Precision.Mixed, Precision.Double];

    public static TheoryData<string> Boxes => [.. Configurations.BoxNames];

    public static TheoryData<string> Potentials => PairPotentialCases.Names;

    public static TheoryData<string> BondedPotentials => [.. BondedCase.Names];

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Types_charges_and_exclusions_in_any_box(string box)
    {
        MolecularSystem system = EngineBitsTests.Mixture(box, 101);
        AssertAsAlone(system, system.Start.Positions, 0.05);
        AssertAsAlone(system, Configurations.Scatter(system.Start.Positions, system.Box, 3), 0.05);
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Every_pair_potential(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        Box box = Box.Cubic(Math.Max(4.5, 2.1 * potential.Cutoff));
        Vec3[] places = Configurations.Random(20, box, 1, 0.9, 5);
        AssertAsAlone(Charged(places, box).AddForce(potential.Force()), places, 0.03, ClusterKernel.BestWidth);
    }

    [Theory]
    [MemberData(nameof(BondedPotentials))]
    public void Every_bonded_potential(string name)
    {
        BondedCase potential = BondedCase.Find(name);
        int[][] groups = [.. Enumerable.Range(0, 7).Select(i => Enumerable.Range(i, potential.Size).ToArray())];
        foreach (string box in new[] { "open", "cube", "very oblique" })
        {
            MolecularSystem chain = ReferenceConfiguration.System(Zigzag(12), Configurations.NamedBox(box, 6)).AddForce(potential.Make(groups));
            AssertAsAlone(chain, chain.Start.Positions, 0.05, ClusterKernel.BestWidth);
        }
    }

    [Fact]
    public void Fields_walls_and_restraints()
    {
        Box box = Box.Cubic(6);
        Vec3[] places = Configurations.Random(18, box, 1, 0.9, 5);
        MolecularSystem system = Charged(places, box)
            .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(2, 3)))
            .AddForce(new SelectiveExternalForce<UniformField>(new UniformField(new Vec3(0.1, 0.2, -0.3)), ExternalCoupling.Charge))
            .AddForce(new PositionRestraintForce([new PositionRestraint(3, new Vec3(5.9, 0.1, 2), 4), new PositionRestraint(17, Vec3.Zero, 2)]));
        AssertAsAlone(system, places, 0.1);
    }

    [Fact]
    public void Charges_in_free_space_without_a_cutoff()
    {
        Vec3[] places = Configurations.Random(21, Box.Open, 5, 0.8, 7);
        MolecularSystem system = Charged(places, Box.Open).AddForce(new PairForce<Coulomb>(new Coulomb(1.3, double.PositiveInfinity)) { ExcludedBonds = 2 });
        AssertAsAlone(system, places, 0.1);
    }

    [Fact]
    public void A_molecule_with_all_of_its_forces()
    {
        double[][] rows = ReferenceConfiguration.Columns("md/energy/tmp_molecule.xyzf.txt");
        MolecularSystem system = Trimethylpentane.AddPairForces(
            Trimethylpentane.AddBondedForces(ReferenceConfiguration.System(ReferenceConfiguration.Vectors(rows, 0), Box.Open)), 10);
        AssertAsAlone(system, system.Start.Positions, 0.02);
    }

    [Fact]
    public void Replicas_whose_forces_do_not_fit_are_computed_alone()
    {
        MolecularSystem system = TestSystem();
        Vec3[] places = [.. system.Start.Positions];
        places[4] = places[3] + new Vec3(0.3, 0.1, 0);
        AssertAsAlone(system, places, 1e-3);
        places[4] = places[3] + new Vec3(3e-3, 0, 0);
        AssertAsAlone(system, places, 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1e15)]
    public void Replicas_without_a_place_are_faults_of_their_own(double place)
    {
        MolecularSystem system = TestSystem();
        foreach (int width in Engine.Widths)
        {
            using ForceField field = Engine.Field(system, Precision.Mixed, width);
            ReplicaForces replicas = field.CreateReplicas()!;
            for (int lane = 0; lane < replicas.Lanes; lane++)
            {
                Put(replicas, lane, system.Start.Positions);
            }

            replicas.Particles.Y[(2 * replicas.Lanes) + 1] = place;
            List<int> faults = [];
            replicas.Compute(lane => true, (lane, _) => faults.Add(lane));
            Assert.Equal([1], faults);
            replicas.Compute(lane => lane != 1, (lane, _) => faults.Add(lane));
            Assert.Single(faults);
        }
    }

    [Fact]
    public void Terms_without_lanes_are_told()
    {
        MolecularSystem small = ReferenceConfiguration.System(Zigzag(4), Box.Cubic(4)).AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
        using ForceField field = Engine.Field(small, Precision.Mixed);
        Assert.Null(field.CreateReplicas());
    }

    private static MolecularSystem TestSystem() =>
        ReferenceConfiguration.System(Zigzag(9), Box.Open).AddForce(new PairForce<LennardJones>(new LennardJones(1, 0.9, 2.2)));

    private static MolecularSystem Charged(Vec3[] places, Box box)
    {
        MolecularSystem system = ReferenceConfiguration.System(places, box, ReferenceConfiguration.Chain(places.Length / 2, ring: false));
        Topology topology = system.Topology with { Charges = [.. Enumerable.Range(0, places.Length).Select(i => 0.5 - (i % 3))] };
        return system with { Start = system.Start with { Topology = topology } };
    }

    private static Vec3[] Zigzag(int count) => [.. Enumerable.Range(0, count).Select(
        i => new Vec3(0.7 * i, 0.55 * (i % 2), 0.3 * Math.Sin(2.1 * i)))];

    private static void AssertAsAlone(MolecularSystem system, Vec3[] places, double spread, params int[] widths)
    {
        foreach (Precision precision in Precisions)
        {
            using ForceField alone = Engine.Field(system, precision);
            Vec3[][] replicas = [.. Enumerable.Range(0, 16).Select(lane => Moved(places, spread, (ulong)lane))];
            Vec3[][] expected = [.. replicas.Select(replica => Forces(alone, replica))];
            Assert.Contains(expected[0], force => force != Vec3.Zero);
            foreach (int width in widths.Length > 0 ? widths : Engine.Widths)
            {
                using ForceField field = Engine.Field(system, precision, width);
                ReplicaForces together = field.CreateReplicas()!;
                for (int lane = 0; lane < together.Lanes; lane++)
                {
                    Put(together, lane, replicas[lane]);
                }

                together.Compute(_ => true, (lane, fault) => Assert.Fail($"Lane {lane}: {fault.Message}"));
                for (int lane = 0; lane < together.Lanes; lane++)
                {
                    Assert.Equal(expected[lane], Get(together, lane));
                }
            }
        }
    }

    private static Vec3[] Moved(Vec3[] places, double spread, ulong seed) =>
        [.. places.Select((place, i) => place + (spread * Gaussian.Three(new RandomKey(seed), 0, i)))];

    private static Vec3[] Forces(ForceField field, Vec3[] places)
    {
        Vec3[] forces = new Vec3[places.Length];
        field.Evaluate(places, field.System.Box, forces);
        return forces;
    }

    private static void Put(ReplicaForces replicas, int lane, Vec3[] places)
    {
        Particles particles = replicas.Particles;
        for (int i = 0; i < places.Length; i++)
        {
            int slot = (i * replicas.Lanes) + lane;
            (particles.X[slot], particles.Y[slot], particles.Z[slot]) = (places[i].X, places[i].Y, places[i].Z);
        }
    }

    private static Vec3[] Get(ReplicaForces replicas, int lane) => [.. Enumerable.Range(0, replicas.Count).Select(i =>
    {
        int slot = (i * replicas.Lanes) + lane;
        return new Vec3(replicas.Particles.ForceX[slot], replicas.Particles.ForceY[slot], replicas.Particles.ForceZ[slot]);
    })];
}
