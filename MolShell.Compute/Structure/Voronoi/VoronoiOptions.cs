namespace MolShell.Compute.Structure.Voronoi;

/// <summary>How space is divided among particles.</summary>
public sealed record VoronoiOptions
{
    /// <summary>
    /// Radii of the particles [length], shape [n], for a radical (Laguerre) division: the plane between i and j is where
    /// d_i^2 - R_i^2 = d_j^2 - R_j^2. Null for planes half-way.
    /// </summary>
    public double[]? Radii { get; init; }

    /// <summary>Faces of no more than this area are left out [length^2]; they count in volumes all the same.</summary>
    public double SmallestArea { get; init; }

    /// <summary>Whether the vertices and perimeters of faces are kept, which takes some hundred bytes a face.</summary>
    public bool WithVertices { get; init; }
}
