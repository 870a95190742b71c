namespace MolShell.Compute.Structure.Voronoi;

/// <summary>The Voronoi cell of a particle.</summary>
public sealed record VoronoiCell
{
    /// <summary>Step of the frame.</summary>
    public required long Step { get; init; }

    /// <summary>The particle, from 0.</summary>
    public required int Particle { get; init; }

    /// <summary>Name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>Volume [length^3]; infinite for a cell without end.</summary>
    public required double Volume { get; init; }

    /// <summary>Area of all faces [length^2].</summary>
    public required double Area { get; init; }

    public int FaceCount => Faces.Length;

    /// <summary>Number of vertices, V = E - F + 2.</summary>
    public int VertexCount => EdgeCount - FaceCount + 2;

    /// <summary>Number of edges; each belongs to two faces.</summary>
    public int EdgeCount => Faces.Sum(face => face.EdgeCount) / 2;

    /// <summary>Numbers of faces with 3, 4, 5 and 6 edges, such as "0 6 0 8".</summary>
    public string Signature => string.Join(' ', Enumerable.Range(3, 4).Select(edges => Faces.Count(face => face.EdgeCount == edges)));

    /// <summary>
    /// The same without faces of at most 1 % of the area, and counting only edges longer than 5 % of the perimeter of their face, as pyscal does
    /// against the noise of thermal motion.
    /// </summary>
    public required string FilteredSignature { get; init; }

    /// <summary>The faces, nearest neighbour first.</summary>
    public required VoronoiFace[] Faces { get; init; }
}
