using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

public sealed class InfiniteCutoffTests
{
    [Fact]
    public void Without_a_cutoff_all_pairs_of_an_open_box_act()
    {
        Vec3[] positions = Configurations.Random(30, Box.Open, 40, 1, 9);
        MolecularSystem system = PairPotentialTests.Charged(ReferenceConfiguration.System(positions, Box.Open));
        Coulomb coulomb = new(2, double.PositiveInfinity);
        EnergyReport report = Configurations.Evaluate(system.AddForce(new PairForce<Coulomb>(coulomb)));
        double expected = 0;
        for (int i = 0; i < 30; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double product = system.Topology.Charges[i] * system.Topology.Charges[j];
                expected += coulomb.Evaluate((positions[i] - positions[j]).LengthSquared(), out _, product);
            }
        }

        Assert.Equal(expected, report.PotentialEnergy, 1e-12 * Math.Abs(expected));
        Assert.True(ForceCheck.Run(
            system.AddForce(new PairForce<Coulomb>(coulomb)), cancellation: TestContext.Current.CancellationToken).IsConsistent);
    }

    [Fact]
    public void Without_a_cutoff_a_periodic_box_is_refused()
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(1, 1, 1)], Box.Cubic(5))
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, double.PositiveInfinity)));
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ForceField(system));
        Assert.Contains("cutoff", error.Message, StringComparison.Ordinal);
        Assert.Contains("images", error.Message, StringComparison.Ordinal);
    }
}
