namespace MolShell.Compute.Structure.Voronoi;

/// <summary>A face of a <see cref="CellPolyhedron"/>.</summary>
/// <param name="Plane">Its plane.</param>
/// <param name="Vertex">One of its vertices.</param>
/// <param name="Area">Its area [length^2].</param>
/// <param name="Perimeter">Length of its edges together [length].</param>
/// <param name="Edges">Number of its edges that have a length.</param>
/// <param name="LongEdges">Number of its edges longer than 5 % of the perimeter.</param>
internal readonly record struct Face(int Plane, int Vertex, double Area, double Perimeter, int Edges, int LongEdges);
