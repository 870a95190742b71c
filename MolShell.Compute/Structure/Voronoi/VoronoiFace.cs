using System.Globalization;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>A face of a Voronoi cell.</summary>
/// <param name="Neighbor">The particle on the other side; <see cref="Wall"/> for a wall of the box.</param>
/// <param name="Vector">The vector to that particle [length]; zero for a wall.</param>
/// <param name="Area">Area [length^2].</param>
/// <param name="EdgeCount">Number of edges.</param>
/// <param name="Perimeter">Length of all edges [length]; NaN unless vertices were asked for.</param>
/// <param name="Vertices">The vertices in turn, relative to the particle [length]; empty unless asked for.</param>
public sealed record VoronoiFace(int Neighbor, Vec3 Vector, double Area, int EdgeCount, double Perimeter, Vec3[] Vertices)
{
    /// <summary>In place of a neighbour: the face is on a wall of the box.</summary>
    public const int Wall = -1;

    /// <summary>Such as "9: 5 edges, area 0.62".</summary>
    public override string ToString()
    {
        string side = Neighbor == Wall ? "wall" : Neighbor.ToString(CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{side}: {EdgeCount} edges, area {Area:g4}");
    }
}
