namespace MolShell.Compute.Structure.Voronoi;

/// <summary>A face as it is kept for millions of cells.</summary>
/// <param name="Neighbor">The particle on the other side; -1 for a wall of the box.</param>
/// <param name="Shift">Number of the translation of that particle.</param>
/// <param name="Edges">Number of edges, 255 at most.</param>
/// <param name="LongEdges">Number of edges longer than 5 % of the perimeter, 255 at most.</param>
/// <param name="Area">Area [length^2].</param>
internal readonly record struct StoredFace(int Neighbor, ushort Shift, byte Edges, byte LongEdges, double Area);
