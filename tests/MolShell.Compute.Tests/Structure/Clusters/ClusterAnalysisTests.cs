using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Clusters;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Solids;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Structure.Neighbors;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Clusters;

public sealed class ClusterAnalysisTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Clusters_of_solids_are_those_of_the_reference()
    {
        Dictionary<string, double[]> summary = OrderReference.Table("summary.csv");
        for (int row = 0; row < OrderReference.Cases.Length; row++)
        {
            (string name, double cutoff) = OrderReference.Cases[row];
            NeighborTable neighbors = new CutoffNeighbors(cutoff).Find(OrderReference.Frame(name), TwoThreads, Token);
            Assert.Equal(summary["N"][row], neighbors.ParticleCount);
            SolidOptions pyscal = SolidOptions.Of(SolidRule.Pyscal);
            foreach ((string rule, SolidOptions options) in new[]
                {
                    ("A", SolidOptions.Of(SolidRule.TenWoldeFrenkel)), ("B", pyscal), ("C", pyscal with { Bonds = 0.5 }), ("F7", SolidOptions.Of(SolidRule.Freud)),
                })
            {
                SolidParticles solids = SolidParticles.Find(neighbors, options, TwoThreads, Token);
                IReadOnlyList<ParticleCluster> clusters = ClusterAnalysis.Find(neighbors, solids.IsSolid, TwoThreads, cancellation: Token);
                Check(rule, clusters);
                if (rule is "A" or "F7")
                {
                    Check($"{rule}_solidbonds", ClusterAnalysis.Find(neighbors, solids.IsSolid, TwoThreads, solids.IsBond, cancellation: Token));
                }

                if (rule == "B")
                {
                    double[] smallest = [.. Enumerable.Repeat(-1.0, neighbors.ParticleCount)];
                    foreach (ParticleCluster cluster in clusters)
                    {
                        Array.ForEach(cluster.Particles, i => smallest[i] = cluster.Particles[0] + 1);
                    }

                    Assert.Equal(OrderReference.Table($"{name}_atoms.csv.gz")["cluster_B"], smallest);
                }
            }

            void Check(string rule, IReadOnlyList<ParticleCluster> clusters)
            {
                Assert.Equal(summary[$"{rule}_solid"][row], clusters.Sum(cluster => cluster.Size));
                Assert.Equal(summary[$"{rule}_largest"][row], clusters.Count == 0 ? 0 : clusters[0].Size);
                Assert.Equal(summary[$"{rule}_nclusters"][row], clusters.Count);
            }
        }
    }

    [Fact]
    public void A_cluster_across_edges_is_measured_as_a_whole()
    {
        // A rod of five along x through a corner of a tilted box, and a pair.
        Box box = Box.Triclinic(new(10, 0, 0), new(3, 9, 0), new(-2, 4, 8));
        Vec3[] rod = [.. Enumerable.Range(-2, 5).Select(i => new Vec3(i, 0, 0))];
        Frame frame = Of(box, [new(5, 5, 5), new(5, 6, 5), .. rod.Select(r => r + box.B - box.C)]);
        IReadOnlyList<ParticleCluster> clusters = Clusters(frame, 1.1);
        Assert.Equal([5, 2], clusters.Select(cluster => cluster.Size));
        Assert.Equal([2, 3, 4, 5, 6], clusters[0].Particles);
        Assert.Equal(0, box.MinimumImage(clusters[0].Centre).Length(), 1e-12);
        Assert.Equal(Math.Sqrt(2), clusters[0].RadiusOfGyration, 1e-12);
        Assert.Equal(0.5, clusters[1].RadiusOfGyration, 1e-12);
        Assert.All(clusters, cluster => Assert.False(cluster.IsPercolating));
    }

    [Fact]
    public void A_cluster_that_meets_its_image_has_no_centre()
    {
        Frame chain = Of(Box.Cubic(10), [.. Enumerable.Range(0, 10).Select(i => new Vec3(i, 1, 1))]);
        ParticleCluster cluster = Assert.Single(Clusters(chain, 1.1));
        Assert.True(cluster.IsPercolating);
        Assert.True(double.IsNaN(cluster.Centre.X));
        Assert.True(double.IsNaN(cluster.RadiusOfGyration));

        // A particle that is its own neighbour is enough.
        Assert.True(Assert.Single(Clusters(Of(Box.Orthorhombic(1, 9, 9), [Vec3.Zero]), 1.1)).IsPercolating);
        Assert.False(Assert.Single(Clusters(chain with { Box = Box.Open }, 1.1)).IsPercolating);
    }

    [Fact]
    public void One_of_two_has_to_know_the_other()
    {
        // The nearest of the third particle is the second, whose nearest is the first.
        Frame frame = Of(Box.Open, [new(0, 0, 0), new(1, 0, 0), new(2.5, 0, 0), new(9, 0, 0), new(9.5, 0, 0)]);
        NeighborTable neighbors = new NearestNeighbors(1).Find(frame, TwoThreads, Token);
        IReadOnlyList<ParticleCluster> clusters = ClusterAnalysis.Find(neighbors, [true, true, true, true, true], TwoThreads, cancellation: Token);
        Assert.Equal([3, 2], clusters.Select(cluster => cluster.Size));
    }

    [Fact]
    public void Sizes_agree_with_a_search_through_all_pairs()
    {
        Box box = Box.Triclinic(new(8, 0, 0), new(2, 8, 0), new(-3, 2, 8));
        Frame frame = NeighborEnumeration.Random(box, 300);
        bool[] isMember = [.. Enumerable.Range(0, 300).Select(i => i % 3 != 0)];
        NeighborTable neighbors = new CutoffNeighbors(0.9).Find(frame, TwoThreads, Token);
        int[] label = [.. Enumerable.Range(0, 300)];
        for (bool hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            foreach ((int i, int j) in from i in Enumerable.Range(0, 300) from j in Enumerable.Range(0, 300) select (i, j))
            {
                if (isMember[i] && isMember[j] && label[j] < label[i] && box.MinimumImage(frame.Positions[j] - frame.Positions[i]).Length() <= 0.9)
                {
                    label[i] = label[j];
                    hasChanged = true;
                }
            }
        }

        IReadOnlyList<ParticleCluster> clusters = ClusterAnalysis.Find(neighbors, isMember, TwoThreads, cancellation: Token);
        Assert.Equal(
            Enumerable.Range(0, 300).Where(i => isMember[i]).GroupBy(i => label[i]).Select(group => group.Count()).OrderDescending(),
            clusters.Select(cluster => cluster.Size));
        Assert.Equal(clusters.Where(cluster => cluster.Size > 1).Select(cluster => cluster.Size),
            ClusterAnalysis.Find(neighbors, isMember, TwoThreads, minimumSize: 2, cancellation: Token).Select(cluster => cluster.Size));
    }

    [Fact]
    public void A_chain_of_a_million_needs_no_stack()
    {
        Frame chain = Of(Box.Open, [.. Enumerable.Range(0, 1_000_000).Select(i => new Vec3(i, 0, 0))]);
        ParticleCluster cluster = Assert.Single(Clusters(chain, 1.1));
        Assert.Equal(1_000_000, cluster.Size);
        Assert.Equal(499_999.5, cluster.Centre.X, 1e-6);
    }

    // Particles in an order that scatters each cluster over all blocks, so that some are linked within blocks and most across them.
    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        Frame frame = NeighborEnumeration.Random(Box.Cubic(60), 100_000);
        NeighborTable neighbors = new CutoffNeighbors(1.0).Find(frame, TwoThreads, Token);
        bool[] isMember = [.. Enumerable.Range(0, 100_000).Select(i => i % 2 == 0)];
        IReadOnlyList<ParticleCluster> one = ClusterAnalysis.Find(neighbors, isMember, CpuDevice.Default, cancellation: Token);
        IReadOnlyList<ParticleCluster> two = ClusterAnalysis.Find(neighbors, isMember, TwoThreads, cancellation: Token);
        Assert.True(one[0].Size > 10);
        Assert.Equal(one.Select(cluster => (cluster.Size, cluster.Centre, cluster.RadiusOfGyration)),
            two.Select(cluster => (cluster.Size, cluster.Centre, cluster.RadiusOfGyration)));
        Assert.All(one.Zip(two), pair => Assert.Equal(pair.First.Particles, pair.Second.Particles));
    }

    [Fact]
    public void Conditions_of_other_particles_are_refused() => Assert.Throws<ArgumentException>(
        () => ClusterAnalysis.Find(new NearestNeighbors(1).Find(Of(Box.Cubic(5), [Vec3.Zero]), TwoThreads, Token), [true, false], TwoThreads, cancellation: Token));

    private static IReadOnlyList<ParticleCluster> Clusters(Frame frame, double cutoff) => ClusterAnalysis.Find(
        new CutoffNeighbors(cutoff).Find(frame, TwoThreads, Token), [.. Enumerable.Repeat(true, frame.ParticleCount)], TwoThreads, cancellation: Token);

    private static Frame Of(Box box, Vec3[] positions) => new()
    {
        Topology = Topology.Uniform(positions.Length, 1, "A"), Box = box, Units = UnitSystem.Reduced, Positions = positions,
    };
}
