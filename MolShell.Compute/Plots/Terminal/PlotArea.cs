using MolShell.Compute.Plots.Scales;

namespace MolShell.Compute.Plots.Terminal;

/// <summary>The rectangle of cells between the axes, and where numbers lie in it.</summary>
/// <param name="Left">Column of its first cell.</param>
/// <param name="Top">Row of its first cell.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows; the x axis is drawn in the row below.</param>
/// <param name="X">Numbers along its width.</param>
/// <param name="Y">Numbers along its height.</param>
/// <param name="FillsHeight">
/// Whether the lower end of <paramref name="Y"/> lies on the lower edge of the last row (grids), or in the middle of the row of the x axis
/// (curves), where the label of the lowest tick stands.
/// </param>
internal sealed record PlotArea(int Left, int Top, int Width, int Height, AxisRange X, AxisRange Y, bool FillsHeight)
{
    /// <summary>Distance of <paramref name="x"/> from the left edge [cells].</summary>
    public double Column(double x) => X.Fraction(x) * Width;

    /// <summary>Distance of <paramref name="y"/> from the top edge [cells].</summary>
    public double Row(double y) => (Height * (1 - Y.Fraction(y))) + (FillsHeight ? 0 : 0.5);

    public int TickColumn(double x) => Left + Math.Clamp((int)Column(x), 0, Width - 1);

    public int TickRow(double y) => Top + Math.Clamp((int)(Row(y) + 1e-9), 0, FillsHeight ? Height - 1 : Height);
}
