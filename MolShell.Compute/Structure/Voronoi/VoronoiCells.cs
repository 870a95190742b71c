using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>The Voronoi cells of the particles of a frame. Immutable; any number of threads may read them.</summary>
public sealed class VoronoiCells
{
    private const double SmallestShareOfArea = 0.01;

    private readonly VoronoiOptions options;
    private readonly int[] start;
    private readonly StoredFace[] faces;
    private readonly Vec3[][]? outlines;
    private readonly Vec3[] places;
    private readonly Vec3[] shifts;

    internal VoronoiCells(
        Frame frame,
        VoronoiOptions options,
        double[] volumes,
        double[] areas,
        int[] start,
        StoredFace[] faces,
        Vec3[][]? outlines,
        Vec3[] places,
        Vec3[] shifts)
    {
        (Frame, this.options, Volumes, Areas) = (frame, options, volumes, areas);
        (this.start, this.faces, this.outlines, this.places, this.shifts) = (start, faces, outlines, places, shifts);
    }

    /// <summary>The frame that was divided.</summary>
    public Frame Frame { get; }

    /// <summary>Volume of each cell [length^3], shape [n]; infinite for cells without end.</summary>
    public double[] Volumes { get; }

    /// <summary>Area of the faces of each cell [length^2], shape [n].</summary>
    public double[] Areas { get; }

    public int ParticleCount => Volumes.Length;

    /// <summary>Number of faces of all cells together.</summary>
    public int FaceCount => faces.Length;

    /// <summary>Number of faces of a cell.</summary>
    public int FaceCountOf(int particle) => start[particle + 1] - start[particle];

    /// <summary>The cell of a particle.</summary>
    public VoronoiCell this[int particle] => new()
    {
        Step = Frame.Step,
        Particle = particle,
        Type = Frame.Topology.TypeNames[Frame.Topology.Types[particle]],
        Volume = Volumes[particle],
        Area = Areas[particle],
        Faces = [.. Enumerable.Range(start[particle], FaceCountOf(particle)).Select(face => FaceOf(particle, face))],
        FilteredSignature = Filtered(particle),
    };

    /// <summary>The neighbours that share a face, walls apart, nearest first, each with the weight area^<paramref name="exponent"/>.</summary>
    /// <param name="exponent">1 for Minkowski structure metrics (doi:10.1063/1.4774084), 0 for neighbours that are all alike.</param>
    public NeighborTable ToNeighbors(double exponent = 1)
    {
        int[] first = new int[ParticleCount + 1];
        for (int i = 0; i < ParticleCount; i++)
        {
            first[i + 1] = first[i];
            foreach (StoredFace face in faces.AsSpan(start[i], FaceCountOf(i)))
            {
                first[i + 1] += face.Neighbor == VoronoiFace.Wall ? 0 : 1;
            }
        }

        int[] indices = new int[first[ParticleCount]];
        ushort[] shiftNumbers = new ushort[indices.Length];
        double[]? weights = exponent == 0 ? null : new double[indices.Length];
        int at = 0;
        foreach (StoredFace face in faces)
        {
            if (face.Neighbor == VoronoiFace.Wall)
            {
                continue;
            }

            (indices[at], shiftNumbers[at]) = (face.Neighbor, face.Shift);
            if (weights is not null)
            {
                weights[at] = exponent == 1 ? face.Area : Math.Pow(face.Area, exponent);
            }

            at++;
        }

        return new NeighborTable(
            Frame, new VoronoiNeighbors(exponent) { Options = options }, places, shifts, first, indices, shiftNumbers, weights);
    }

    private VoronoiFace FaceOf(int particle, int at)
    {
        StoredFace face = faces[at];
        Vec3[] outline = outlines?[at] ?? [];
        double perimeter = outlines is null ? double.NaN : outline.Zip([.. outline[1..], outline[0]], (a, b) => (b - a).Length()).Sum();
        Vec3 vector = face.Neighbor == VoronoiFace.Wall ? Vec3.Zero : places[face.Neighbor] - places[particle] + shifts[face.Shift];
        return new VoronoiFace(face.Neighbor, vector, face.Area, face.Edges, perimeter, outline);
    }

    private string Filtered(int particle)
    {
        Span<int> counts = stackalloc int[4];
        foreach (StoredFace face in faces.AsSpan(start[particle], FaceCountOf(particle)))
        {
            if (face.LongEdges is >= 3 and <= 6 && face.Area > SmallestShareOfArea * Areas[particle])
            {
                counts[face.LongEdges - 3]++;
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{counts[0]} {counts[1]} {counts[2]} {counts[3]}");
    }
}
