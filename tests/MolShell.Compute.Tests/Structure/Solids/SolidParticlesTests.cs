using MolShell.Compute.Devices;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Solids;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Structure.Neighbors;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Solids;

public sealed class SolidParticlesTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Solids_by_each_rule_are_those_of_the_reference()
    {
        foreach ((string name, double cutoff) in OrderReference.Cases)
        {
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_atoms.csv.gz");
            NeighborTable neighbors = new CutoffNeighbors(cutoff).Find(OrderReference.Frame(name), TwoThreads, Token);
            SolidParticles a = Find(neighbors, SolidOptions.Of(SolidRule.TenWoldeFrenkel)), b = Find(neighbors, SolidOptions.Of(SolidRule.Pyscal));
            SolidParticles c = Find(neighbors, SolidOptions.Of(SolidRule.Pyscal) with { Bonds = 0.5 }), freud = Find(neighbors, SolidOptions.Of(SolidRule.Freud));
            Assert.Equal(table["solid_A"], Numbers(a));
            Assert.Equal(table["solid_B"], Numbers(b));
            Assert.Equal(table["solid_C"], Numbers(c));
            Assert.Equal(table["sbonds_0.7"].Select(count => count >= 7 ? 1.0 : 0), Numbers(freud));
            Assert.Equal(table["sbonds_0.5"], a.BondCounts.Select(count => (double)count));
            Assert.Equal(table["sbonds_0.7"], freud.BondCounts.Select(count => (double)count));
            Assert.All(table["avg_sij"].Zip(a.MeanCorrelations), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
            Assert.Equal(a.BondCounts.Sum(), Enumerable.Range(0, neighbors.ParticleCount).Sum(i => Enumerable.Range(0, neighbors.CountOf(i)).Count(k => a.IsBond(i, k))));
        }
    }

    [Fact]
    public void Correlations_without_norm_are_products_of_the_vectors()
    {
        // In a perfect crystal all vectors are alike, so s_ij = |q|^2 = (13 / 4 pi) q6^2, with q6^2 = 169/512 of fcc.
        Frame crystal = new()
        {
            Topology = Topology.Uniform(4, 1, "A"),
            Box = Box.Cubic(1),
            Units = UnitSystem.Reduced,
            Positions = [new(0, 0, 0), new(0, 0.5, 0.5), new(0.5, 0, 0.5), new(0.5, 0.5, 0)],
        };
        NeighborTable neighbors = new CutoffNeighbors(0.8).Find(crystal, TwoThreads, Token);
        SolidParticles plain = Find(neighbors, SolidOptions.Of(SolidRule.TenWoldeFrenkel) with { IsNormalized = false });
        Assert.All(plain.MeanCorrelations, s => Assert.Equal(13 / (4 * Math.PI) * 169 / 512, s, 1e-12));
        Assert.Equal(0, plain.SolidCount);
        Assert.Equal(4, Find(neighbors, SolidOptions.Of(SolidRule.TenWoldeFrenkel)).SolidCount);
    }

    [Fact]
    public void A_particle_without_neighbours_is_not_solid()
    {
        Frame frame = NeighborEnumeration.Random(Box.Open, 3);
        SolidParticles solids = Find(new CutoffNeighbors(1e-3).Find(frame, TwoThreads, Token), SolidOptions.Of(SolidRule.TenWoldeFrenkel) with { Bonds = 0 });
        Assert.Equal(0, solids.SolidCount);
        Assert.All(solids.MeanCorrelations, mean => Assert.True(double.IsNaN(mean)));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        NeighborTable neighbors = new CutoffNeighbors(1.4).Find(NeighborEnumeration.Random(Box.Cubic(15), 5000), TwoThreads, Token);
        SolidParticles one = SolidParticles.Find(neighbors, SolidOptions.Of(SolidRule.Pyscal), CpuDevice.Default, Token);
        SolidParticles two = Find(neighbors, SolidOptions.Of(SolidRule.Pyscal));
        Assert.Equal(one.MeanCorrelations, two.MeanCorrelations);
        Assert.Equal(one.BondCounts, two.BondCounts);
    }

    private static SolidParticles Find(NeighborTable neighbors, SolidOptions options) => SolidParticles.Find(neighbors, options, TwoThreads, Token);

    private static IEnumerable<double> Numbers(SolidParticles solids) => solids.IsSolid.Select(isSolid => isSolid ? 1.0 : 0);
}
