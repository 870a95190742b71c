using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Systems;

public sealed class BoxTests
{
    private const int Samples = 200;

    public static TheoryData<string, Box> Boxes => new()
    {
        { "cubic", Box.Cubic(2.5) },
        { "orthorhombic", Box.Orthorhombic(2, 3, 5) },
        { "mirrored axes", Box.Triclinic(new(-2, 0, 0), new(0, 3, 0), new(0, 0, -4)) },
        { "permuted axes", Box.Triclinic(new(0, 2, 0), new(0, 0, 3), new(4, 0, 0)) },
        { "tilted", Box.Triclinic(new(3, 0, 0), new(1, 2.5, 0), new(-0.5, 1, 3.5)) },
        { "strongly tilted", Box.Triclinic(new(3, 0, 0), new(5.5, 2.5, 0), new(-7.5, 9, 3.5)) },
        { "left-handed tilted", Box.Triclinic(new(5.5, 2.5, 0.3), new(3, 0, 0.1), new(-7.5, 9, 3.5)) },
        { "fcc primitive", Box.Triclinic(new(0, 1, 1), new(1, 0, 1), new(1, 1, 0)) },
        { "bcc primitive", Box.Triclinic(new(-1, 1, 1), new(1, -1, 1), new(1, 1, -1)) },
        { "thin slab of all three", Box.Triclinic(new(10, 0, 0), new(9.7, 1, 0), new(0.2, 4.3, 1)) },
        { "periodic in a and c", Box.Triclinic(new(3, 0, 0), new(5.5, 2.5, 0), new(-7.5, 9, 3.5), true, false, true) },
        { "periodic in a and b, tilted", Box.Triclinic(new(3, 0, 0), new(8.9, 1.5, 0), new(0, 1, 4), true, true, false) },
        { "periodic in b", Box.Triclinic(new(3, 0, 0), new(5.5, 2.5, 0), new(0, 0, 1), false, true, false) },
        { "slab along z", Box.Triclinic(new(3, 0, 0), new(0, 2, 0), new(0, 0, 9), true, true, false) },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Minimum_image_is_the_shortest_of_all_images(string name, Box box)
    {
        RandomSource random = new(RandomKey.FromSeed(1, RandomStream.Placement));
        Vec3[] translations = [.. Translations(box, 12)];
        for (int sample = 0; sample < Samples; sample++)
        {
            Vec3 inCell = box.ToCartesian(new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5));
            double shortest = translations.Min(t => (inCell + t).LengthSquared());
            Assert.Equal(Math.Sqrt(shortest), box.MinimumImage(inCell).Length(), 1e-12 * (1 + Math.Sqrt(shortest)));
        }

        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Minimum_image_differs_by_periods_and_does_not_see_them(string name, Box box)
    {
        RandomSource random = new(RandomKey.FromSeed(2, RandomStream.Placement));
        for (int sample = 0; sample < Samples; sample++)
        {
            Vec3 d = new(40 * (random.NextDouble() - 0.5), 40 * (random.NextDouble() - 0.5), 40 * (random.NextDouble() - 0.5));
            Vec3 image = box.MinimumImage(d);
            Vec3 steps = box.ToFractional(d - image);
            AssertInteger(steps.X, box.IsPeriodicA);
            AssertInteger(steps.Y, box.IsPeriodicB);
            AssertInteger(steps.Z, box.IsPeriodicC);

            Vec3 moved = d + box.ToCartesian(new(
                box.IsPeriodicA ? random.NextInt(100) - 50 : 0,
                box.IsPeriodicB ? random.NextInt(100) - 50 : 0,
                box.IsPeriodicC ? random.NextInt(100) - 50 : 0));
            Assert.Equal(image.Length(), box.MinimumImage(moved).Length(), 1e-9);
            Assert.Equal(image.Length(), box.MinimumImage(-d).Length(), 1e-9);
        }

        Assert.NotEmpty(name);

        static void AssertInteger(double steps, bool periodic) => Assert.Equal(periodic ? Math.Round(steps) : 0, steps, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Wrap_goes_into_the_cell_and_stays(string name, Box box)
    {
        RandomSource random = new(RandomKey.FromSeed(3, RandomStream.Placement));
        for (int sample = 0; sample < Samples; sample++)
        {
            Vec3 r = new(60 * (random.NextDouble() - 0.5), 60 * (random.NextDouble() - 0.5), 60 * (random.NextDouble() - 0.5));
            Vec3 wrapped = box.Wrap(r);
            Vec3 before = box.ToFractional(r), after = box.ToFractional(wrapped);
            for (int axis = 0; axis < 3; axis++)
            {
                bool periodic = axis switch { 0 => box.IsPeriodicA, 1 => box.IsPeriodicB, _ => box.IsPeriodicC };
                Assert.InRange(after[axis], periodic ? -1e-12 : double.MinValue, periodic ? 1 : double.MaxValue);
                Assert.Equal(periodic ? Math.Round(before[axis] - after[axis]) : 0, before[axis] - after[axis], 1e-9);
            }

            Assert.Equal(0, (box.Wrap(wrapped) - wrapped).Length(), 1e-11);
        }

        Assert.NotEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Largest_cutoff_is_half_the_shortest_period_and_not_below_half_the_plane_spacing(string name, Box box)
    {
        double shortest = Translations(box, 12).Where(t => t != Vec3.Zero).Min(t => t.Length());
        Assert.Equal(0.5 * shortest, box.MaximumCutoff, 1e-12);
        double spacing = new[] { (box.IsPeriodicA, box.PlaneSpacings.X), (box.IsPeriodicB, box.PlaneSpacings.Y), (box.IsPeriodicC, box.PlaneSpacings.Z) }
            .Where(axis => axis.Item1).Min(axis => axis.Item2);
        Assert.True(box.MaximumCutoff >= 0.5 * spacing - 1e-12, name);
    }

    [Theory]
    [MemberData(nameof(Boxes))]
    public void Volume_and_plane_spacings_are_consistent(string name, Box box)
    {
        Assert.Equal(Math.Abs(Vec3.Dot(box.A, Vec3.Cross(box.B, box.C))), box.Volume, 1e-12 * box.Volume);
        Assert.Equal(box.Volume, Vec3.Cross(box.B, box.C).Length() * box.PlaneSpacings.X, 1e-10 * box.Volume);
        Assert.Equal(box.Volume, Vec3.Cross(box.C, box.A).Length() * box.PlaneSpacings.Y, 1e-10 * box.Volume);
        Assert.Equal(box.Volume, Vec3.Cross(box.A, box.B).Length() * box.PlaneSpacings.Z, 1e-10 * box.Volume);
        Assert.NotEmpty(name);
    }

    // The same lattice by other edges: sheared by whole periods, mirrored, in another order.
    [Fact]
    public void Any_choice_of_edges_of_a_lattice_gives_its_shortest_image()
    {
        Gen<double> small = Gen.Choose(-400, 400).Select(k => k / 1000.0);
        Gen<int> shear = Gen.Choose(-20, 20);
        Prop.ForAll(
            small.ArrayOf(9).ToArbitrary(),
            shear.ArrayOf(3).ToArbitrary(),
            small.ArrayOf(3).ToArbitrary(),
            (skew, k, at) =>
            {
                Vec3 a = new(2 + skew[0], skew[1], skew[2]), b = new(skew[3], 3 + skew[4], skew[5]), c = new(skew[6], skew[7], 2.5 + skew[8]);
                Vec3 sheared = b + (k[0] * a);
                Box box = Box.Triclinic(-(c + (k[1] * a) + (k[2] * sheared)), a, sheared);
                Vec3 d = 5 * new Vec3(at[0], at[1], at[2]);
                double shortest = Translations(Box.Triclinic(a, b, c), 3).Min(t => (d + t).Length());
                return Math.Abs(box.MinimumImage(d).Length() - shortest) < 1e-9;
            }).Check();
    }

    [Fact]
    public void Open_box_has_no_images()
    {
        Vec3 d = new(1e6, -3, 0.5);
        Assert.Equal(d, Box.Open.MinimumImage(d));
        Assert.Equal(d, Box.Open.Wrap(d));
        Assert.False(Box.Open.IsPeriodic);
        Assert.Equal(double.PositiveInfinity, Box.Open.Volume);
        Assert.Equal(double.PositiveInfinity, Box.Open.MaximumCutoff);
        Assert.Throws<InvalidOperationException>(() => Box.Open.ToFractional(d));
    }

    [Fact]
    public void Points_just_below_the_border_wrap_into_the_half_open_cell()
    {
        Vec3 wrapped = Box.Cubic(3).Wrap(new(-1e-17, -1e-300, 3));
        Assert.Equal(Vec3.Zero, wrapped);
    }

    [Fact]
    public void Equal_cells_are_equal()
    {
        Assert.Equal(Box.Cubic(2), Box.Orthorhombic(2, 2, 2));
        Assert.Equal(Box.Cubic(2).GetHashCode(), Box.Orthorhombic(2, 2, 2).GetHashCode());
        Assert.NotEqual(Box.Cubic(2), Box.Cubic(3));
        Assert.NotEqual(Box.Cubic(2), Box.Triclinic(new(2, 0, 0), new(0, 2, 0), new(0, 0, 2), true, true, false));
        Assert.NotEqual(Box.Cubic(2), Box.Open);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Refuses_lengths_that_make_no_cell(double length)
    {
        Assert.Throws<ArgumentException>(() => Box.Cubic(length));
        Assert.Throws<ArgumentException>(() => Box.Orthorhombic(1, length, 1));
    }

    [Fact]
    public void Refuses_flat_and_undefined_cells()
    {
        Vec3 x = new(1, 0, 0), y = new(0, 1, 0);
        Assert.Contains("plane", Assert.Throws<ArgumentException>(() => Box.Triclinic(x, y, x + y)).Message, StringComparison.Ordinal);
        Assert.Contains("edge c", Assert.Throws<ArgumentException>(() => Box.Triclinic(x, y, Vec3.Zero)).Message, StringComparison.Ordinal);
        Assert.Contains("edge b", Assert.Throws<ArgumentException>(() => Box.Triclinic(x, new(0, double.NaN, 0), y)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Vec3> Translations(Box box, int range)
    {
        int a = box.IsPeriodicA ? range : 0, b = box.IsPeriodicB ? range : 0, c = box.IsPeriodicC ? range : 0;
        for (int i = -a; i <= a; i++)
        {
            for (int j = -b; j <= b; j++)
            {
                for (int k = -c; k <= c; k++)
                {
                    yield return box.ToCartesian(new(i, j, k));
                }
            }
        }
    }
}
