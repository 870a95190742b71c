using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Random;

public sealed class SobolSequenceTests
{
    // Values of i4_sobol_generate(3, 216, 1) of openmmtools 0.26 (ba4031d), after J. Burkardt.
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0.5, 0.5, 0.5)]
    [InlineData(2, 0.75, 0.25, 0.75)]
    [InlineData(7, 0.125, 0.625, 0.875)]
    [InlineData(100, 0.4140625, 0.2578125, 0.3046875)]
    [InlineData(215, 0.23828125, 0.91796875, 0.51171875)]
    public void Points_are_those_of_the_reference(int index, double x, double y, double z) =>
        Assert.Equal(new Vec3(x, y, z), SobolSequence.Points(216)[index]);

    [Fact]
    public void Each_coordinate_of_the_first_2_to_the_n_points_is_a_permutation()
    {
        Vec3[] points = SobolSequence.Points(1024);
        foreach (Func<Vec3, double> axis in new Func<Vec3, double>[] { p => p.X, p => p.Y, p => p.Z })
        {
            Assert.Equal(Enumerable.Range(0, 1024).Select(i => i / 1024.0), points.Select(axis).Order());
        }
    }

    [Fact]
    public void No_points_and_negative_counts()
    {
        Assert.Empty(SobolSequence.Points(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SobolSequence.Points(-1));
    }
}
