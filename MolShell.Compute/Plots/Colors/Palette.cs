using System.Collections.Immutable;

namespace MolShell.Compute.Plots.Colors;

/// <summary>
/// Colours that keep apart for colour-blind readers: the set of M. Okabe and K. Ito, "Color Universal Design" (2008), with a grey
/// in place of their black, which belongs to axes and text.
/// </summary>
public static class Palette
{
    /// <summary>In the order series take them on paper: strong ones first.</summary>
    public static ImmutableArray<Rgb> Print { get; } =
        [.. new[] { 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x6b6b6b, 0xf0e442 }.Select(Rgb.FromHex)];

    /// <summary>
    /// The same colours in the order series take them on a screen of unknown background: those that show on black and on white.
    /// </summary>
    internal static ImmutableArray<Ink> Screen { get; } =
    [
        new(Rgb.FromHex(0x56b4e9), 96), new(Rgb.FromHex(0xe69f00), 33), new(Rgb.FromHex(0x009e73), 32), new(Rgb.FromHex(0xcc79a7), 95),
        new(Rgb.FromHex(0xd55e00), 91), new(Rgb.FromHex(0xf0e442), 93), new(Rgb.FromHex(0x0072b2), 94), new(Rgb.FromHex(0x8f8f8f), 90),
    ];

    /// <summary>The colour of series or type <paramref name="index"/>; after the last the first comes again.</summary>
    public static Rgb PrintColor(int index) => Print[index % Print.Length];

    internal static Ink ScreenInk(int index) => Screen[index % Screen.Length];
}
