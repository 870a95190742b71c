namespace MolShell.Compute.Structure.Voronoi;

/// <summary>
/// A vertex of a <see cref="CellPolyhedron"/>: its three planes, counter-clockwise seen from outside, and for each of them the vertex at the other
/// end of the edge that leads away from that plane, along the two others.
/// </summary>
internal struct Corner(int plane0, int plane1, int plane2, int next0, int next1, int next2)
{
    private readonly int plane0 = plane0;
    private readonly int plane1 = plane1;
    private readonly int plane2 = plane2;
    private int next0 = next0;
    private int next1 = next1;
    private int next2 = next2;

    /// <summary>Plane 0, 1 or 2, counted on and on.</summary>
    public readonly int Plane(int k) => k switch { 0 or 3 => plane0, 1 or 4 => plane1, _ => plane2 };

    /// <summary>The vertex at the end of the edge that leads away from plane 0, 1 or 2, counted on and on.</summary>
    public readonly int Next(int k) => k switch { 0 or 3 => next0, 1 or 4 => next1, _ => next2 };

    /// <summary>Which of the three a plane is.</summary>
    public readonly int PlaceOf(int plane) => plane == plane0 ? 0 : plane == plane1 ? 1 : 2;

    /// <summary>Lets the edge to one vertex lead to another.</summary>
    public void Redirect(int from, int to)
    {
        if (next0 == from)
        {
            next0 = to;
        }
        else if (next1 == from)
        {
            next1 = to;
        }
        else
        {
            next2 = to;
        }
    }
}
