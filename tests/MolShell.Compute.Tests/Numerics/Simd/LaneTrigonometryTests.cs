using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Simd;

public sealed class LaneTrigonometryTests
{
    [Fact]
    public void Arc_tangent_is_right_to_the_last_digits_in_both_precisions()
    {
        for (int k = -2000; k <= 2000; k++)
        {
            (double y, double x) = Math.SinCos(k * Math.PI / 2000);
            double expected = Math.Atan2(3 * y, 3 * x);
            Assert.Equal(expected, LaneTrigonometry.Atan2<Lane<double>>(3 * y, 3 * x).Value, 1.5 * Math.Abs(expected) * 2.3e-16);
            float single = LaneTrigonometry.Atan2<Lane<float>>(y, x).Value;
            Assert.Equal(Math.Atan2((float)y, (float)x), single, 1.5 * Math.Abs(expected) * 1.2e-7);
        }
    }

    [Theory]
    [InlineData(0, 2, 0)]
    [InlineData(2, 0, Math.PI / 2)]
    [InlineData(0, -2, Math.PI)]
    [InlineData(-2, 0, -Math.PI / 2)]
    [InlineData(1e-300, -1e-10, Math.PI)]
    [InlineData(-1e-20, 1e-10, -1e-10)]
    public void Arc_tangent_knows_the_axes(double y, double x, double expected)
    {
        Assert.Equal(expected, LaneTrigonometry.Atan2<Lane<double>>(y, x).Value, 2.3e-16 * Math.Abs(expected));
        Assert.Equal(expected, LaneTrigonometry.Atan2<Lanes256<double>>(y, x)[3], 2.3e-16 * Math.Abs(expected));
    }

    [Fact]
    public void Arc_tangent_of_nothing_is_not_a_number() => Assert.True(double.IsNaN(LaneTrigonometry.Atan2<Lane<double>>(0, 0).Value));
}
