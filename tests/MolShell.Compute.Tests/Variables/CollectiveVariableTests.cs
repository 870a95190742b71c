using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Systems;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Variables;

public sealed class CollectiveVariableTests
{
    private static readonly Distance R = new(0, 1) { Name = "r" };
    private static readonly Angle Theta = new(2, 0, 3) { Name = "theta" };
    private static readonly Dihedral Phi = new(3, 1, 0, 2) { Name = "phi" };
    private static readonly Box Tilted = Box.Triclinic(new(3, 0, 0), new(1.4, 2.5, 0), new(-1.2, 1, 3.5));

    public static TheoryData<CollectiveVariable> Internal => [R, Theta, Phi, new Expression("r*sin(theta)^2 - cos(phi)", R, Theta, Phi)];

    public static TheoryData<CollectiveVariable> All =>
    [
        R, Theta, Phi, new Coordinate(4), new Coordinate(2, 0),
        new Expression("exp(-r) + atan2(theta, phi)*q^2", R, Theta, Phi, new Coordinate(5) { Name = "q" }),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Gradient_agrees_with_differences(CollectiveVariable variable)
    {
        foreach (Box box in new[] { Box.Open, Tilted })
        {
            for (ulong seed = 0; seed < 20; seed++)
            {
                Frame frame = RandomFrame(box, seed);
                Vec3[] gradient = new Vec3[4];
                variable.AddGradient(PhasePoint.Of(frame), 2, gradient);
                for (int i = 0; i < 4; i++)
                {
                    for (int axis = 0; axis < 3; axis++)
                    {
                        double numeric = 2 * Derivative(variable, frame, i, axis);
                        Assert.Equal(numeric, gradient[i][axis], 1e-6 * (1 + Math.Abs(numeric)));
                    }
                }
            }
        }
    }

    [Fact]
    public void Gradient_is_added_with_its_factor()
    {
        Vec3[] gradient = [new(10, 0, 0), default];
        R.AddGradient(PhasePoint.Of(TestSystems.Frame(Vec3.Zero, new(3, 4, 0))), 5, gradient);
        Assert.Equal(new Vec3(7, -4, 0), gradient[0]);
        Assert.Equal(new Vec3(3, 4, 0), gradient[1]);
    }

    [Theory]
    [MemberData(nameof(Internal))]
    public void Internal_variables_see_neither_translation_nor_rotation(CollectiveVariable variable)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Frame frame = RandomFrame(Box.Open, seed);
            double value = variable.Evaluate(frame);
            Frame moved = frame with { Positions = Array.ConvertAll(frame.Positions, r => Rotate(r, seed) + new Vec3(4, -5, 6)) };
            Assert.Equal(value, variable.Evaluate(moved), 1e-10 * (1 + Math.Abs(value)));
        }
    }

    [Theory]
    [MemberData(nameof(Internal))]
    public void Internal_variables_do_not_see_periods(CollectiveVariable variable)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Frame frame = RandomFrame(Tilted, seed);
            double value = variable.Evaluate(frame);
            int k = 0;
            Frame moved = frame with { Positions = Array.ConvertAll(frame.Positions, r => r + Tilted.ToCartesian(new(k++, 2 - k, -k))) };
            Assert.Equal(value, variable.Evaluate(moved), 1e-10 * (1 + Math.Abs(value)));
        }
    }

    [Fact]
    public void Distance_uses_the_minimum_image()
    {
        Vec3 a = new(0.1, 0, 0), b = new(1.9, 0, 0);
        Assert.Equal(1.8, new Distance(0, 1).Evaluate(TestSystems.Frame(a, b)), 1e-15);
        Assert.Equal(0.2, new Distance(0, 1).Evaluate(TestSystems.Frame(Box.Cubic(2), 3, a, b)), 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3.141592)]
    public void Angle_is_exact_also_near_its_ends(double angle)
    {
        Frame frame = TestSystems.Frame(new(2, 0, 0), Vec3.Zero, new(3 * Math.Cos(angle), 3 * Math.Sin(angle), 0));
        Assert.Equal(angle, new Angle(0, 1, 2).Evaluate(frame), 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(3.1)]
    [InlineData(-3.1)]
    public void Dihedral_has_the_sign_of_iupac(double angle)
    {
        // Looking from j to k (along +z), l is turned clockwise from i by the angle: from x towards y.
        Frame frame = TestSystems.Frame(new(1, 0, 0), Vec3.Zero, new(0, 0, 1), new(Math.Cos(angle), Math.Sin(angle), 1.5));
        Assert.Equal(angle, new Dihedral(0, 1, 2, 3).Evaluate(frame), 1e-14);
    }

    [Fact]
    public void Trans_dihedral_is_the_lower_end_of_the_period()
    {
        Frame frame = TestSystems.Frame(new(1, 0, 0), Vec3.Zero, new(0, 0, 1), new(-1, 0, 1));
        Assert.Equal(-Math.PI, new Dihedral(0, 1, 2, 3).Evaluate(frame));
        Assert.Equal(2 * Math.PI, new Dihedral(0, 1, 2, 3).Period);
    }

    [Fact]
    public void Gradient_of_a_degenerate_geometry_is_finite()
    {
        Vec3[] gradient = new Vec3[4];
        PhasePoint point = PhasePoint.Of(TestSystems.Frame(Vec3.Zero, Vec3.Zero, new(1, 0, 0), new(2, 0, 0)));
        new Distance(0, 1).AddGradient(point, 1, gradient);
        new Angle(0, 2, 3).AddGradient(point, 1, gradient);
        new Dihedral(0, 1, 2, 3).AddGradient(point, 1, gradient);
        Assert.All(gradient, g => Assert.Equal(Vec3.Zero, g));
    }

    [Fact]
    public void Coordinates_are_numbered_through_those_that_move()
    {
        Frame frame = TestSystems.Frame(new Vec3(1, 2, 3), new(4, 5, 6));
        Assert.Equal([1, 2, 3, 4, 5, 6], Enumerable.Range(0, 6).Select(k => new Coordinate(k).Evaluate(frame)));
        Assert.Equal(6, new Coordinate(1, 2).Evaluate(frame));
        Frame plane = TestSystems.Frame(Box.Open, 2, new(1, 2, 0), new(4, 5, 0));
        Assert.Equal([1, 2, 4, 5], Enumerable.Range(0, 4).Select(k => new Coordinate(k).Evaluate(plane)));
        Frame line = TestSystems.Frame(Box.Open, 1, new(1, 0, 0), new(4, 0, 0));
        Assert.Equal([1, 4], Enumerable.Range(0, 2).Select(k => new Coordinate(k).Evaluate(line)));
    }

    [Fact]
    public void Velocities_are_odd_in_time_and_need_to_be_there()
    {
        VelocityComponent v = new(1, 2);
        Frame frame = TestSystems.Frame(Vec3.Zero, Vec3.Zero) with { Velocities = [default, new(0, 0, 7)] };
        Assert.Equal(7, v.Evaluate(frame));
        Assert.Equal(-7, v.Evaluate(frame.Reversed()));
        Assert.False(v.IsTimeReversible);
        Assert.False(new Expression("v^2", v with { Name = "v" }).IsTimeReversible);
        Assert.True(R.IsTimeReversible);
        ArgumentException error = Assert.Throws<ArgumentException>(() => v.Evaluate(frame with { Velocities = null }));
        Assert.Contains("velocities", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_particles_are_named()
    {
        Frame frame = TestSystems.Frame(Vec3.Zero, Vec3.Zero);
        foreach (CollectiveVariable variable in new CollectiveVariable[]
        {
            new Distance(0, 5), new Angle(5, 0, 1), new Dihedral(0, 1, 5, 2), new Coordinate(15), new Coordinate(5, 1), new VelocityComponent(5, 1),
        })
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => variable.Evaluate(frame));
            Assert.Contains("particle 5", error.Message, StringComparison.Ordinal);
            Assert.Contains(variable.Name, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Definitions_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Distance(1, 1));
        Assert.StartsWith(
            "The number of a particle is -1; they are counted from 0.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Distance(0, -1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Angle(1, 0, 1));
        Assert.Throws<ArgumentException>(() => new Dihedral(0, 1, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(-1));
        Assert.StartsWith(
            "The axis is 3; expected 0 (x), 1 (y) or 2 (z).",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Coordinate(0, 3)).Message,
            StringComparison.Ordinal);
        Assert.Contains("'r'", Assert.Throws<ArgumentException>(() => new Expression("r", R, R)).Message, StringComparison.Ordinal);
        Assert.Contains("column 5", Assert.Throws<FormatException>(() => new Expression("r + s", R)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_units_label_axes()
    {
        Assert.Equal("distance(0, 1)", new Distance(0, 1).Name);
        Assert.Equal("z(3)", new Coordinate(3, 2).Name);
        Assert.Equal("r [nm]", R.Label(UnitSystem.Gromacs));
        Assert.Equal("r", R.Label(UnitSystem.Reduced));
        Assert.Equal("phi [rad]", Phi.Label(UnitSystem.Reduced));
        Assert.Equal("r^2", new Expression("r^2", R).Label(UnitSystem.Gromacs));
        Assert.Equal("r^2 with r = distance(0, 1)", new Expression("r^2", R).Describe());
        Assert.Equal("r/2 [nm]", new Expression("r/2", R) { Kind = Dimension.Length }.Label(UnitSystem.Gromacs));
        Assert.Equal(new Expression("r^2", R), new Expression("r^2", new Distance(0, 1) { Name = "r" }));
    }

    [Fact]
    public void Evaluating_does_not_allocate()
    {
        Frame frame = RandomFrame(Tilted, 1);
        CollectiveVariable[] variables = [R, Theta, Phi, new Coordinate(4), new Expression("r^2 + sin(theta)", R, Theta)];
        double sum = variables.Sum(variable => variable.Evaluate(frame));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            foreach (CollectiveVariable variable in variables)
            {
                sum += variable.Evaluate(frame);
            }
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(double.IsFinite(sum));
    }

    private static Frame RandomFrame(Box box, ulong seed)
    {
        RandomKey key = RandomKey.FromSeed(seed, RandomStream.Placement);
        return TestSystems.Frame(box, 3, [.. Enumerable.Range(0, 4).Select(i => Gaussian.Three(key, 0, i))]);
    }

    private static double Derivative(CollectiveVariable variable, Frame frame, int i, int axis)
    {
        const double h = 1e-6;
        double difference = variable.Evaluate(Shift(h)) - variable.Evaluate(Shift(-h));
        if (variable.Period is { } period)
        {
            difference -= period * Math.Round(difference / period);
        }

        return difference / (2 * h);

        Frame Shift(double by)
        {
            Vec3[] positions = [.. frame.Positions];
            positions[i] += new Vec3(axis == 0 ? by : 0, axis == 1 ? by : 0, axis == 2 ? by : 0);
            return frame with { Positions = positions };
        }
    }

    // Rodrigues' rotation about an axis that depends on the seed.
    private static Vec3 Rotate(Vec3 r, ulong seed)
    {
        Vec3 axis = Gaussian.Three(new RandomKey(99), 0, (int)seed);
        axis /= axis.Length();
        double angle = 1 + seed;
        return (r * Math.Cos(angle)) + (Vec3.Cross(axis, r) * Math.Sin(angle)) + (axis * (Vec3.Dot(axis, r) * (1 - Math.Cos(angle))));
    }
}
