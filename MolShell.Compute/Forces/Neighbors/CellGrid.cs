using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Neighbors;

/// <summary>
/// How a box is cut into cells at least one range thick. Periodic edges hold a whole number of cells; along others cells
/// go on without end. A box thinner than the range is one cell that is its own neighbour several times over, once for each image.
/// </summary>
internal sealed class CellGrid
{
    private const int MaximumCells = 1 << 20;
    private const double MaximumSurroundings = 1e6;
    private readonly Box box;
    private readonly bool hasCell;
    private readonly bool periodicA;
    private readonly bool periodicB;
    private readonly bool periodicC;
    private readonly Vec3 scale;
    private readonly int countA;
    private readonly int countB;
    private readonly int countC;

    /// <exception cref="ArgumentException">The range spans more images of the box than can be listed.</exception>
    public CellGrid(Box box, double range)
    {
        this.box = box;
        hasCell = double.IsFinite(box.Volume);
        (periodicA, periodicB, periodicC) = (box.IsPeriodicA, box.IsPeriodicB, box.IsPeriodicC);
        (countA, double scaleA, double reachA) = Cut(periodicA, box.PlaneSpacings.X, range);
        (countB, double scaleB, double reachB) = Cut(periodicB, box.PlaneSpacings.Y, range);
        (countC, double scaleC, double reachC) = Cut(periodicC, box.PlaneSpacings.Z, range);
        if (((2 * reachA) + 1) * ((2 * reachB) + 1) * ((2 * reachC) + 1) > MaximumSurroundings)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The cutoff with its skin, {range:g6}, spans {reachA:g6} x {reachB:g6} x {reachC:g6} ")
                + $"images of the box {box} to either side; expected a shorter cutoff, or the box repeated.");
        }

        scale = new Vec3(scaleA, scaleB, scaleC);
        Reach = new Image((int)reachA, (int)reachB, (int)reachC);
    }

    /// <summary>Number of cells to look at on either side along each edge.</summary>
    public Image Reach { get; }

    /// <summary>The cell of a point, and the translation that takes the point's image inside the box to the point itself.</summary>
    /// <returns>False where the point is not finite or too far out to be counted.</returns>
    public bool TryLocate(Vec3 r, out Image cell, out Image image)
    {
        Vec3 s = hasCell ? box.ToFractional(r) : r;
        bool a = TryLocate(s.X, periodicA, countA, scale.X, out int cellA, out int imageA);
        bool b = TryLocate(s.Y, periodicB, countB, scale.Y, out int cellB, out int imageB);
        bool c = TryLocate(s.Z, periodicC, countC, scale.Z, out int cellC, out int imageC);
        cell = new Image(cellA, cellB, cellC);
        image = new Image(imageA, imageB, imageC);
        return a && b && c;
    }

    /// <summary>The cell at an offset from another, and the translation between its place there and inside the box.</summary>
    public Image Step(Image from, Image offset, out Image image)
    {
        int a = Fold(from.A + offset.A, periodicA, countA, out int imageA);
        int b = Fold(from.B + offset.B, periodicB, countB, out int imageB);
        int c = Fold(from.C + offset.C, periodicC, countC, out int imageC);
        image = new Image(imageA, imageB, imageC);
        return new Image(a, b, c);
    }

    /// <summary>The translation as a vector [length].</summary>
    public Vec3 Vector(Image image) => image.IsZero ? Vec3.Zero : box.ToCartesian(new Vec3(image.A, image.B, image.C));

    private static (int Count, double Scale, double Reach) Cut(bool periodic, double spacing, double range)
    {
        if (!periodic)
        {
            return (0, double.IsFinite(spacing) ? spacing / range : 1 / range, 1);
        }

        int count = (int)Math.Clamp(Math.Floor(spacing / range), 1, MaximumCells);
        return (count, count, Math.Ceiling(range * count / spacing));
    }

    private static bool TryLocate(double s, bool periodic, int count, double scale, out int cell, out int image)
    {
        image = 0;
        if (periodic)
        {
            double whole = Math.Floor(s);
            if (!(Math.Abs(whole) < Image.Limit))
            {
                cell = 0;
                return false;
            }

            image = (int)whole;
            cell = Math.Min((int)((s - whole) * scale), count - 1);
            return true;
        }

        double place = Math.Floor(s * scale);
        bool countable = Math.Abs(place) < int.MaxValue / 2;
        cell = countable ? (int)place : 0;
        return countable;
    }

    private static int Fold(int cell, bool periodic, int count, out int image)
    {
        if (!periodic)
        {
            image = 0;
            return cell;
        }

        image = (cell >= 0 ? cell : cell - count + 1) / count;
        return cell - (image * count);
    }
}
