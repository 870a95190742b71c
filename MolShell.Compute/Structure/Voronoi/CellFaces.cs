using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>Measures the faces of a polyhedron. Work space of one thread.</summary>
internal sealed class CellFaces
{
    // Vertices closer than this, in units of the size of the cell, are one where more than three planes meet.
    private const double SamePlace = 1e-8;

    // An edge counts in a filtered signature when it is longer than this share of the perimeter of its face.
    private const double ShortestShare = 0.05;

    private int[] ring = new int[32];
    private int[] seen = new int[128];
    private int round;
    private Face[] faces = new Face[64];

    /// <summary>The faces found last.</summary>
    public ReadOnlySpan<Face> Faces => faces.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Sum of area times distance over three [length^3].</summary>
    public double Volume { get; private set; }

    /// <summary>Sum of areas [length^2].</summary>
    public double Area { get; private set; }

    /// <summary>The vertices around a face found last [length], those at the same place once.</summary>
    public Vec3[] Outline(CellPolyhedron cell, in Face face)
    {
        int count = cell.Ring(face.Vertex, face.Plane, ref ring);
        double tolerance = SamePlace * cell.Radius;
        List<Vec3> outline = [];
        for (int k = 0; k < count; k++)
        {
            Vec3 here = cell.Vertex(ring[k]);
            if ((cell.Vertex(ring[(k + 1) % count]) - here).Length() > tolerance)
            {
                outline.Add(here);
            }
        }

        return [.. outline];
    }

    /// <summary>Measures the cell and all faces with more area than a threshold, nearest first.</summary>
    public void Measure(CellPolyhedron cell, double smallestArea)
    {
        (Count, Volume, Area) = (0, 0, 0);
        if (seen.Length < cell.PlaneCount)
        {
            Array.Resize(ref seen, 2 * cell.PlaneCount);
        }

        round++;
        double tolerance = SamePlace * cell.Radius;
        for (int v = 0; v < cell.VertexCount; v++)
        {
            for (int k = 0; k < 3; k++)
            {
                int plane = cell.CornerOf(v).Plane(k);
                if (seen[plane] == round)
                {
                    continue;
                }

                seen[plane] = round;
                Face face = Measure(cell, v, plane, tolerance);
                Volume += face.Area * cell.DistanceOf(plane) / 3;
                Area += face.Area;
                if (face.Edges >= 3 && face.Area > smallestArea)
                {
                    if (Count == faces.Length)
                    {
                        Array.Resize(ref faces, 2 * Count);
                    }

                    Insert(face);
                }
            }
        }
    }

    // In the order in which planes cut: nearest first.
    private void Insert(in Face face)
    {
        int at = Count++;
        for (; at > 0 && faces[at - 1].Plane > face.Plane; at--)
        {
            faces[at] = faces[at - 1];
        }

        faces[at] = face;
    }

    private Face Measure(CellPolyhedron cell, int vertex, int plane, double tolerance)
    {
        int count = cell.Ring(vertex, plane, ref ring), edges = 0, longEdges = 0;
        Vec3 first = cell.Vertex(vertex), sum = Vec3.Zero, last = cell.Vertex(ring[count - 1]);
        double perimeter = 0;
        Span<double> lengths = count <= 128 ? stackalloc double[count] : new double[count];
        for (int k = 0; k < count; k++)
        {
            Vec3 here = cell.Vertex(ring[k]);
            lengths[k] = (here - last).Length();
            perimeter += lengths[k];
            edges += lengths[k] > tolerance ? 1 : 0;
            sum += Vec3.Cross(last - first, here - first);
            last = here;
        }

        foreach (double length in lengths)
        {
            longEdges += length > ShortestShare * perimeter ? 1 : 0;
        }

        return new Face(plane, vertex, 0.5 * Math.Abs(Vec3.Dot(sum, cell.NormalOf(plane))), perimeter, edges, longEdges);
    }
}
