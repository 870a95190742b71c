namespace MolShell.Compute.Structure.Neighbors;

/// <summary>How a <see cref="ParticleGrid"/> is cut along one edge.</summary>
internal readonly struct GridAxis
{
    private readonly double origin;
    private readonly double scale;

    /// <param name="isPeriodic">Whether the edge is periodic; fractions are then in [0, 1).</param>
    /// <param name="spacing">Distance of the planes where the fraction is 0 and 1 [length].</param>
    /// <param name="low">Smallest fraction of a particle.</param>
    /// <param name="high">Largest fraction of a particle.</param>
    /// <param name="range">Distance that is searched [length].</param>
    /// <param name="widest">Largest distance that is ever searched [length].</param>
    /// <param name="finer">Cells in one range.</param>
    /// <param name="most">Largest number of cells.</param>
    public GridAxis(bool isPeriodic, double spacing, double low, double high, double range, double widest, int finer, int most)
    {
        IsPeriodic = isPeriodic;
        origin = isPeriodic ? 0 : low;
        double extent = isPeriodic ? 1 : Math.Max(high - low, double.Epsilon);
        Count = (int)Math.Clamp(Math.Floor(finer * extent * spacing / range), 1, most);
        scale = Math.Min(Count / extent, double.MaxValue);
        double cells = Count / (extent * spacing), end = isPeriodic ? int.MaxValue / 4 : Count - 1;
        Reach = (int)Math.Min(Math.Ceiling(range * cells), end);
        WidestReach = (int)Math.Min(Math.Ceiling(widest * cells), end);
    }

    public bool IsPeriodic { get; }

    /// <summary>Number of cells.</summary>
    public int Count { get; }

    /// <summary>Number of cells to look at on either side.</summary>
    public int Reach { get; }

    /// <summary>Number of cells to look at on either side for the largest distance.</summary>
    public int WidestReach { get; }

    /// <summary>Number of periods that those cells go beyond the box on either side.</summary>
    public int Images => ImagesWithin(WidestReach);

    /// <summary>Number of cells on either side within the range doubled a number of times.</summary>
    public int ReachAt(int doublings) => (int)Math.Min((long)Reach << doublings, WidestReach);

    /// <summary>Number of periods that a number of cells goes beyond the box on either side.</summary>
    public int ImagesWithin(int reach) => IsPeriodic ? ((reach - 1) / Count) + 1 : 0;

    /// <summary>The cell of a fraction.</summary>
    public int CellOf(double fraction) => Math.Clamp((int)((fraction - origin) * scale), 0, Count - 1);

    /// <summary>The cell inside the box of one that may be outside, and the period it is in; false where there is none.</summary>
    public bool TryFold(int cell, out int inside, out int image)
    {
        image = IsPeriodic ? (int)Math.Floor((double)cell / Count) : 0;
        inside = cell - (image * Count);
        return inside >= 0 && inside < Count;
    }
}
