namespace MolShell.Compute.Plots.Svg;

/// <summary>Shapes that tell series apart without colour.</summary>
internal static class SvgMarker
{
    /// <summary>
    /// Path of the shape of series <paramref name="index"/> around a point, of about equal areas at "radius" <paramref name="r"/> [px].
    /// </summary>
    public static string Path(int index, double x, double y, double r) => (index % 5) switch
    {
        0 => $"M{N(x - r)} {N(y)}a{N(r)} {N(r)} 0 1 0 {N(2 * r)} 0a{N(r)} {N(r)} 0 1 0 {N(-2 * r)} 0Z",
        1 => $"M{N(x)} {N(y - (1.25 * r))}L{N(x + (1.15 * r))} {N(y + (0.8 * r))}H{N(x - (1.15 * r))}Z",
        2 => $"M{N(x - (0.88 * r))} {N(y - (0.88 * r))}h{N(1.76 * r)}v{N(1.76 * r)}h{N(-1.76 * r)}Z",
        3 => $"M{N(x)} {N(y - (1.3 * r))}L{N(x + (1.3 * r))} {N(y)}L{N(x)} {N(y + (1.3 * r))}L{N(x - (1.3 * r))} {N(y)}Z",
        _ => $"M{N(x)} {N(y + (1.25 * r))}L{N(x + (1.15 * r))} {N(y - (0.8 * r))}H{N(x - (1.15 * r))}Z",
    };

    private static string N(double value) => SvgDocument.Number(value);
}
