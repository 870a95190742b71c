using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Svg;

/// <summary>The rectangle between the axes [px] and where numbers lie in it, from its own top left corner.</summary>
internal sealed record SvgArea(double Left, double Top, double Width, double Height, AxisRange X, AxisRange Y)
{
    /// <summary>Distance of <paramref name="x"/> from the left edge [px]; far outside is cut, for renderers of limited precision.</summary>
    public double Column(double x) => Math.Clamp(X.Fraction(x), -10, 10) * Width;

    /// <summary>Distance of <paramref name="y"/> from the top edge [px].</summary>
    public double Row(double y) => (1 - Math.Clamp(Y.Fraction(y), -10, 10)) * Height;
}
