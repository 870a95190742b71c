using MolShell.Compute.Numerics;
using MolShell.Compute.Plots.Trajectories;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Trajectories;

public sealed class MoleculeWrapperTests
{
    private static readonly Box Tilted = Box.Triclinic(new(5, 0, 0), new(2, 4, 0), new(-1, 1, 6));

    [Fact]
    public void Molecules_stay_whole_and_their_centres_come_into_the_box()
    {
        // A chain of four scattered over images of the box, and a free particle far outside.
        Topology topology = Chain(5, [new(0, 1), new(1, 2), new(2, 3)]);
        Vec3[] whole = [new(4.5, 3, 1), new(5.3, 3.2, 1), new(6, 3.5, 1.2), new(6.8, 3.4, 1), new(1, 1, 1)];
        Vec3[] scattered =
        [
            whole[0] + (3 * Tilted.A), whole[1] - Tilted.C, whole[2] + Tilted.B - Tilted.A, whole[3], whole[4] + (7 * Tilted.B) - (2 * Tilted.C),
        ];
        MoleculeWrapper wrapper = new(topology);
        Vec3[] wrapped = wrapper.Wrap(Frame(topology, Tilted, scattered));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal((whole[i + 1] - whole[i]).Length(), (wrapped[i + 1] - wrapped[i]).Length(), 1e-12);
        }

        Vec3 center = (wrapped[0] + wrapped[1] + wrapped[2] + wrapped[3]) / 4;
        foreach (Vec3 r in new[] { center, wrapped[4] })
        {
            Vec3 s = Tilted.ToFractional(r);
            Assert.InRange(s.X, 0, 1);
            Assert.InRange(s.Y, 0, 1);
            Assert.InRange(s.Z, 0, 1);
        }

        Assert.Equal(0, Tilted.MinimumImage(wrapped[4] - whole[4]).Length(), 1e-12);
        Assert.Empty(wrapper.CrossingBonds(Tilted, wrapped));
        Assert.Equal([0, 1, 2], wrapper.CrossingBonds(Tilted, scattered));
    }

    [Fact]
    public void A_network_that_closes_through_the_box_leaves_out_the_bond_that_crosses()
    {
        Topology ring = Chain(4, [new(0, 1), new(1, 2), new(2, 3), new(3, 0)]);
        Box box = Box.Cubic(4);
        MoleculeWrapper wrapper = new(ring);
        Vec3[] wrapped = wrapper.Wrap(Frame(ring, box, [new(0.5, 1, 1), new(1.5, 1, 1), new(2.5, 1, 1), new(3.5, 1, 1)]));
        Assert.Single(wrapper.CrossingBonds(box, wrapped));
    }

    [Fact]
    public void Free_space_is_left_alone()
    {
        Topology topology = Chain(2, [new(0, 1)]);
        Vec3[] positions = [new(-50, 0, 0), new(90, 0, 0)];
        MoleculeWrapper wrapper = new(topology);
        Assert.Equal(positions, wrapper.Wrap(Frame(topology, Box.Open, positions)));
        Assert.Empty(wrapper.CrossingBonds(Box.Open, positions));
    }

    [Fact]
    public void Spheres_are_as_far_apart_as_neighbours()
    {
        Vec3[] grid = [.. Enumerable.Range(0, 64).Select(i => 1.5 * new Vec3(i % 4, i / 4 % 4, i / 16))];
        Assert.Equal(1.5, ParticleSpacing.Of(Frame(Chain(64, []), Box.Cubic(6), grid)), 1e-12);
        Assert.Equal(0.4, ParticleSpacing.Of(Frame(Chain(1, []), Box.Cubic(4), [Vec3.Zero])), 1e-12);
        Assert.Equal(1, ParticleSpacing.Of(Frame(Chain(1, []), Box.Open, [Vec3.Zero])));
    }

    [Fact]
    public void A_bath_is_grey_and_molecules_are_coloured()
    {
        ParticleType[] types = ParticleType.Of(SampleFrames.Dimer(Box.Cubic(5), 1).First().Topology);
        Assert.Equal([false, true], types.Select(t => t.IsBath));
        Assert.Equal([2, 25], types.Select(t => t.Count));
        Assert.Equal("#0072b2", types[0].Color.ToString());
        Assert.False(ParticleType.Of(Chain(3, []))[0].IsBath);
    }

    private static Topology Chain(int count, Bond[] bonds) => new()
    {
        Masses = [.. Enumerable.Repeat(1.0, count)],
        Types = [.. new int[count]],
        TypeNames = ["A"],
        Bonds = [.. bonds],
    };

    private static Frame Frame(Topology topology, Box box, Vec3[] positions) =>
        new() { Topology = topology, Box = box, Units = UnitSystem.Reduced, Positions = positions };
}
