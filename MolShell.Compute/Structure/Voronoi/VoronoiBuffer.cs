using System.Runtime.InteropServices;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>Cells of some particles, in the order in which they were made, until those of all are known.</summary>
internal sealed class VoronoiBuffer(int firstShift, bool withOutlines)
{
    private readonly List<(int Particle, int FaceCount, double Volume, double Area)> cells = [];
    private readonly List<StoredFace> faces = [];
    private readonly List<Vec3[]> outlines = [];

    /// <summary>Appends the cell just measured.</summary>
    public void Add(int particle, CellBuilder builder, CellFaces measured)
    {
        CellPolyhedron cell = builder.Cell;
        (double volume, double area, int before) = (measured.Volume, measured.Area, faces.Count);
        foreach (ref readonly Face face in measured.Faces)
        {
            int tag = cell.TagOf(face.Plane);
            if (tag == CellBuilder.Endless)
            {
                (volume, area) = (double.PositiveInfinity, double.PositiveInfinity);
                continue;
            }

            faces.Add(new StoredFace(
                tag == CellBuilder.Wall ? VoronoiFace.Wall : builder.Around.IndexOf(tag),
                (ushort)(tag == CellBuilder.Wall ? 0 : firstShift + builder.Around.ShiftOf(tag)),
                (byte)Math.Min(face.Edges, byte.MaxValue),
                (byte)Math.Min(face.LongEdges, byte.MaxValue),
                face.Area));
            if (withOutlines)
            {
                outlines.Add(measured.Outline(cell, face));
            }
        }

        cells.Add((particle, faces.Count - before, volume, area));
    }

    /// <summary>Hands on volume, area and number of faces of each cell.</summary>
    public void CopyTo(double[] volumes, double[] areas, int[] counts)
    {
        foreach ((int particle, int faceCount, double volume, double area) in cells)
        {
            (volumes[particle], areas[particle], counts[particle]) = (volume, area, faceCount);
        }
    }

    /// <summary>Hands on the faces to their places, which begin at <paramref name="start"/> for each particle.</summary>
    public void CopyTo(int[] start, StoredFace[] allFaces, Vec3[][]? allOutlines)
    {
        int from = 0;
        ReadOnlySpan<StoredFace> stored = CollectionsMarshal.AsSpan(faces);
        ReadOnlySpan<Vec3[]> drawn = CollectionsMarshal.AsSpan(outlines);
        foreach ((int particle, int faceCount, _, _) in cells)
        {
            stored.Slice(from, faceCount).CopyTo(allFaces.AsSpan(start[particle]));
            if (allOutlines is not null)
            {
                drawn.Slice(from, faceCount).CopyTo(allOutlines.AsSpan(start[particle]));
            }

            from += faceCount;
        }
    }
}
