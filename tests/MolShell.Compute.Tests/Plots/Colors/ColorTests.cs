using MolShell.Compute.Plots.Colors;
using Xunit;

namespace MolShell.Compute.Tests.Plots.Colors;

public sealed class ColorTests
{
    [Fact]
    public void Viridis_gets_lighter_at_an_even_pace()
    {
        double[] lightness = [.. Enumerable.Range(0, 101).Select(i => Lightness(Viridis.At(i / 100.0)))];
        double[] steps = [.. lightness.Zip(lightness.Skip(1), (a, b) => b - a)];
        double mean = (lightness[^1] - lightness[0]) / 100;
        Assert.InRange(mean, 0.7, 0.8);
        Assert.All(steps, s => Assert.InRange(s, 0.5 * mean, 1.5 * mean));
    }

    [Fact]
    public void Viridis_has_its_published_ends_and_clamps()
    {
        Assert.Equal("#440154", Viridis.At(0).ToString());
        Assert.Equal("#fde725", Viridis.At(1).ToString());
        Assert.Equal("#21918c", Viridis.At(0.5).ToString());
        Assert.Equal(Viridis.At(0), Viridis.At(-3));
        Assert.Equal(Viridis.At(1), Viridis.At(7));
    }

    /// <summary>
    /// Dichromats see the difference of red and green, or nearly so, as none: with both channels at their mean the colours must still keep
    /// apart.
    /// </summary>
    [Fact]
    public void Series_colours_keep_apart_without_red_and_green()
    {
        (double L, double B)[] seen = [.. Palette.Print.Select(c => (Lightness(c), (c.B - ((c.R + c.G) / 2.0)) / 2.55))];
        for (int i = 0; i < seen.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double distance = Math.Sqrt(Math.Pow(seen[i].L - seen[j].L, 2) + Math.Pow(seen[i].B - seen[j].B, 2));
                Assert.True(distance > 8, $"Colours {j} and {i} are {distance:g3} apart.");
            }
        }
    }

    [Fact]
    public void Colours_come_again_after_the_last()
    {
        Assert.Equal(Palette.PrintColor(0), Palette.PrintColor(Palette.Print.Length));
        Assert.Equal(Palette.Print.Length, Palette.Print.Distinct().Count());
        Assert.Equal(Palette.Screen.Length, Palette.Screen.Select(i => i.Ansi16).Distinct().Count());
    }

    /// <summary>CIE L* of an sRGB colour (IEC 61966-2-1), 0 to 100.</summary>
    private static double Lightness(Rgb c)
    {
        double y = (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));
        return y > 216 / 24389.0 ? (116 * Math.Cbrt(y)) - 16 : y * 24389 / 27;

        static double Linear(byte channel) => channel / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
    }
}
