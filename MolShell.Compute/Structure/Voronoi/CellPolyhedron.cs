using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>
/// A convex polyhedron around the origin that planes cut smaller, one after the other. Each vertex is where three planes meet and has three edges;
/// where more planes meet in a point there are several vertices at the same place, with edges of no length between them. New vertices lie on the
/// edges that are cut, so that errors of rounding do not grow. Work space of one thread.
/// </summary>
internal sealed class CellPolyhedron
{
    // A vertex this close to a plane, in units of the size of the polyhedron, is on it: not cut off.
    private const double Closeness = 1e-11;
    private const double LargestCloseness = 1e-6;
    private const int StartingSize = 128;
    private const int None = -1;

    private double[] x = new double[StartingSize];
    private double[] y = new double[StartingSize];
    private double[] z = new double[StartingSize];
    private double[] height = new double[StartingSize];
    private bool[] isCut = new bool[StartingSize];
    private Corner[] corners = new Corner[StartingSize];
    private int[] removed = new int[StartingSize];
    private (int Vertex, int Edge)[] crossed = new (int, int)[2 * StartingSize];
    private Vec3[] normals = new Vec3[StartingSize];
    private double[] distances = new double[StartingSize];
    private int[] tags = new int[StartingSize];
    private int[] asFirst = new int[StartingSize];
    private int[] asSecond = new int[StartingSize];

    /// <summary>Number of vertices; 0 once everything was cut off.</summary>
    public int VertexCount { get; private set; }

    /// <summary>Number of planes, those without a face among them.</summary>
    public int PlaneCount { get; private set; }

    /// <summary>Largest distance of a vertex from the origin [length].</summary>
    public double Radius { get; private set; }

    /// <summary>A vertex [length].</summary>
    public Vec3 Vertex(int index) => new(x[index], y[index], z[index]);

    /// <summary>The planes and edges of a vertex.</summary>
    public ref readonly Corner CornerOf(int vertex) => ref corners[vertex];

    /// <summary>What a plane was called when it cut.</summary>
    public int TagOf(int plane) => tags[plane];

    /// <summary>Distance of a plane from the origin, negative where the origin is beyond it [length].</summary>
    public double DistanceOf(int plane) => distances[plane];

    /// <summary>The outward unit vector of a plane.</summary>
    public Vec3 NormalOf(int plane) => normals[plane];

    /// <summary>The vertices around a face, in turn, from one of them on; returns their number.</summary>
    public int Ring(int vertex, int plane, ref int[] ring)
    {
        int count = 0;
        for (int v = vertex; count == 0 || v != vertex; count++)
        {
            if (count == ring.Length)
            {
                Array.Resize(ref ring, 2 * count);
            }

            ring[count] = v;
            v = corners[v].Next(corners[v].PlaceOf(plane) + 2);
        }

        return count;
    }

    /// <summary>Begins with the cube whose faces are at a distance from the origin; all six have the same tag.</summary>
    public void Reset(double halfEdge, int tag)
    {
        (PlaneCount, VertexCount, Radius) = (0, 8, Math.Sqrt(3) * halfEdge);
        for (int axis = 0; axis < 3; axis++)
        {
            AddPlane(new Vec3(axis == 0 ? -1 : 0, axis == 1 ? -1 : 0, axis == 2 ? -1 : 0), halfEdge, tag);
            AddPlane(new Vec3(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0), halfEdge, tag);
        }

        for (int v = 0; v < 8; v++)
        {
            int a = v & 1, b = v >> 1 & 1, c = v >> 2;
            (x[v], y[v], z[v]) = ((2 * a - 1) * halfEdge, (2 * b - 1) * halfEdge, (2 * c - 1) * halfEdge);

            // The planes x, y, z go round counter-clockwise, seen from outside, where the signs have an even number of minuses.
            bool isEven = (a + b + c) % 2 == 1;
            corners[v] = isEven
                ? new Corner(a, 2 + b, 4 + c, v ^ 1, v ^ 2, v ^ 4)
                : new Corner(a, 4 + c, 2 + b, v ^ 1, v ^ 4, v ^ 2);
        }
    }

    /// <summary>Cuts off what is beyond a plane.</summary>
    /// <param name="normal">Its outward unit vector.</param>
    /// <param name="distance">Its distance from the origin [length].</param>
    /// <param name="tag">What it is called.</param>
    /// <returns>Whether anything was cut off.</returns>
    /// <exception cref="InvalidOperationException">Rounding leaves no polyhedron: places are given beyond the precision of numbers.</exception>
    public bool Cut(Vec3 normal, double distance, int tag)
    {
        double highest = Measure(normal, distance);
        for (double closeness = Closeness; closeness <= LargestCloseness; closeness *= 10)
        {
            double limit = closeness * Radius;
            if (highest <= limit)
            {
                return false;
            }

            int removedCount = MarkAbove(limit);
            if (removedCount == VertexCount)
            {
                VertexCount = 0;
                return true;
            }

            int crossedCount = FindCrossed(removedCount);
            if (IsRing(crossedCount))
            {
                int plane = AddPlane(normal, distance, tag);
                Close(plane, crossedCount);
                Compact(removedCount, crossedCount);
                return true;
            }
        }

        throw new InvalidOperationException(FormattableString.Invariant(
            $"A cell of size {Radius:g6} cannot be cut at {distance:g6}: the places of particles are beyond the precision of numbers."));
    }

    private int AddPlane(Vec3 normal, double distance, int tag)
    {
        if (PlaneCount == tags.Length)
        {
            int size = 2 * PlaneCount;
            Array.Resize(ref normals, size);
            Array.Resize(ref distances, size);
            Array.Resize(ref tags, size);
            Array.Resize(ref asFirst, size);
            Array.Resize(ref asSecond, size);
        }

        (normals[PlaneCount], distances[PlaneCount], tags[PlaneCount]) = (normal, distance, tag);
        (asFirst[PlaneCount], asSecond[PlaneCount]) = (None, None);
        return PlaneCount++;
    }

    // The height of each vertex over the plane, and the largest.
    private double Measure(Vec3 normal, double distance)
    {
        Vector512<double> nx = Vector512.Create(normal.X), ny = Vector512.Create(normal.Y), nz = Vector512.Create(normal.Z);
        Vector512<double> offset = Vector512.Create(distance), most = Vector512.Create(double.NegativeInfinity);
        ref double px = ref MemoryMarshal.GetArrayDataReference(x), py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double pz = ref MemoryMarshal.GetArrayDataReference(z), h = ref MemoryMarshal.GetArrayDataReference(height);
        int whole = VertexCount & ~7;
        for (int v = 0; v < whole; v += 8)
        {
            Vector512<double> over = (nx * Vector512.LoadUnsafe(ref px, (nuint)v)) + (ny * Vector512.LoadUnsafe(ref py, (nuint)v))
                + (nz * Vector512.LoadUnsafe(ref pz, (nuint)v)) - offset;
            over.StoreUnsafe(ref h, (nuint)v);
            most = Vector512.Max(most, over);
        }

        double highest = double.NegativeInfinity;
        for (int lane = 0; whole > 0 && lane < 8; lane++)
        {
            highest = Math.Max(highest, most[lane]);
        }

        for (int v = whole; v < VertexCount; v++)
        {
            height[v] = (normal.X * x[v]) + (normal.Y * y[v]) + (normal.Z * z[v]) - distance;
            highest = Math.Max(highest, height[v]);
        }

        return highest;
    }

    private int MarkAbove(double limit)
    {
        int count = 0;
        for (int v = 0; v < VertexCount; v++)
        {
            isCut[v] = height[v] > limit;
            removed[count] = v;
            count += isCut[v] ? 1 : 0;
        }

        return count;
    }

    // The edges with one end cut off; each has its two planes on either side, and each plane on the way is crossed once in and once out.
    private int FindCrossed(int removedCount)
    {
        int count = 0;
        for (int r = 0; r < removedCount; r++)
        {
            int v = removed[r];
            for (int k = 0; k < 3; k++)
            {
                if (!isCut[corners[v].Next(k)])
                {
                    crossed[count++] = (v, k);
                }
            }
        }

        return count;
    }

    // Whether the crossed edges are one ring, so that what is cut off and what is left are each in one piece.
    private bool IsRing(int count)
    {
        bool once = true;
        for (int e = 0; e < count; e++)
        {
            (int v, int k) = crossed[e];
            once &= asFirst[corners[v].Plane(k + 1)] == None && asSecond[corners[v].Plane(k + 2)] == None;
            asFirst[corners[v].Plane(k + 1)] = e;
            asSecond[corners[v].Plane(k + 2)] = e;
        }

        int steps = 0, at = 0;
        while (once && steps < count && at != None && (at != 0 || steps == 0))
        {
            (int v, int k) = crossed[at];
            at = asFirst[corners[v].Plane(k + 2)];
            steps++;
        }

        bool isRing = once && count >= 3 && at == 0 && steps == count;
        if (!isRing)
        {
            ForgetCrossed(count);
        }

        return isRing;
    }

    private void ForgetCrossed(int count)
    {
        for (int e = 0; e < count; e++)
        {
            (int v, int k) = crossed[e];
            asFirst[corners[v].Plane(k + 1)] = None;
            asSecond[corners[v].Plane(k + 2)] = None;
        }
    }

    // A new vertex on each crossed edge, and the new face around them.
    private void Close(int plane, int count)
    {
        Reserve(VertexCount + count);
        for (int e = 0; e < count; e++)
        {
            (int v, int k) = crossed[e];
            ref Corner corner = ref corners[v];
            int kept = corner.Next(k), first = corner.Plane(k + 1), second = corner.Plane(k + 2), made = VertexCount + e;
            double share = Math.Max(0, -height[kept]) / (height[v] - height[kept]);
            x[made] = x[kept] + (share * (x[v] - x[kept]));
            y[made] = y[kept] + (share * (y[v] - y[kept]));
            z[made] = z[kept] + (share * (z[v] - z[kept]));
            isCut[made] = false;
            corners[kept].Redirect(v, made);
            corners[made] = new Corner(plane, first, second, kept, VertexCount + asFirst[second], VertexCount + asSecond[first]);
        }

        ForgetCrossed(count);
    }

    // Moves vertices from the end into the places of those that were cut off.
    private void Compact(int removedCount, int madeCount)
    {
        int last = VertexCount + madeCount - 1;
        VertexCount += madeCount - removedCount;
        for (int r = 0; r < removedCount && removed[r] < VertexCount; r++)
        {
            while (isCut[last])
            {
                last--;
            }

            int hole = removed[r];
            (x[hole], y[hole], z[hole], corners[hole]) = (x[last], y[last], z[last], corners[last]);
            for (int k = 0; k < 3; k++)
            {
                corners[corners[hole].Next(k)].Redirect(last, hole);
            }

            last--;
        }

        double square = 0;
        for (int v = 0; v < VertexCount; v++)
        {
            square = Math.Max(square, (x[v] * x[v]) + (y[v] * y[v]) + (z[v] * z[v]));
        }

        Radius = Math.Sqrt(square);
    }

    private void Reserve(int count)
    {
        if (count <= x.Length)
        {
            return;
        }

        int size = 2 * count;
        Array.Resize(ref x, size);
        Array.Resize(ref y, size);
        Array.Resize(ref z, size);
        Array.Resize(ref height, size);
        Array.Resize(ref isCut, size);
        Array.Resize(ref corners, size);
        Array.Resize(ref removed, size);
        Array.Resize(ref crossed, 2 * size);
    }
}
