using System.Collections.Immutable;

namespace MolShell.Compute.Plots.Colors;

/// <summary>
/// The colour map viridis (S. van der Walt, N. Smith, E. Firing; public domain): perceptually uniform, readable with every common
/// kind of colour blindness, and a correct grey ramp when printed in black and white.
/// </summary>
public static class Viridis
{
    /// <summary>Colours at equal distances from 0 to 1; between them the map is linear, within 1/100 of the full table.</summary>
    public static ImmutableArray<Rgb> Anchors { get; } =
    [
        .. new[]
        {
            0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c,
            0x1fa088, 0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725,
        }.Select(Rgb.FromHex),
    ];

    /// <summary>The colour at <paramref name="fraction"/>, which is clamped to [0, 1].</summary>
    public static Rgb At(double fraction)
    {
        double position = Math.Clamp(fraction, 0, 1) * (Anchors.Length - 1);
        int i = Math.Min((int)position, Anchors.Length - 2);
        return Rgb.Mix(Anchors[i], Anchors[i + 1], position - i);
    }
}
