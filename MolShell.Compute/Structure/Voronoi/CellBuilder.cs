using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>
/// Makes the cell of one particle after the other: planes between it and the images around it, nearest first, cut a cube until no image further
/// out can reach what is left. Along edges that are not periodic the faces of the box are walls. Work space of one thread.
/// </summary>
internal sealed class CellBuilder
{
    /// <summary>Tag of planes that belong to no particle and are walls of the box.</summary>
    public const int Wall = -1;

    /// <summary>Tag of the cube at the begin: a cell that keeps some of it has no end.</summary>
    public const int Endless = -2;

    // Two particles closer than this, in units of the range, are at the same place but for rounding.
    private const double SamePlace = 1e-12;

    private readonly ParticleGrid grid;
    private readonly FoundNeighbors found;
    private readonly double range;
    private readonly bool isAll;
    private readonly double[]? radii;
    private readonly double largestRadius;
    private readonly (Vec3 Normal, double Low, double High)[] walls;

    /// <param name="grid">The particles.</param>
    /// <param name="range">Largest distance of images that are looked at [length].</param>
    /// <param name="isAll">Whether there are no images further out.</param>
    /// <param name="box">The box.</param>
    /// <param name="radii">Radii for a radical division [length], shape [n]; null for planes half-way.</param>
    public CellBuilder(ParticleGrid grid, double range, bool isAll, Box box, double[]? radii)
    {
        (this.grid, this.range, this.isAll, this.radii) = (grid, range, isAll, radii);
        found = new FoundNeighbors(grid, range);
        largestRadius = radii is { Length: > 0 } ? radii.Max() : 0;
        walls = double.IsFinite(box.Volume)
            ? [.. Walls(box.IsPeriodicA, box.B, box.C, box.A), .. Walls(box.IsPeriodicB, box.C, box.A, box.B),
                .. Walls(box.IsPeriodicC, box.A, box.B, box.C)]
            : [];
    }

    /// <summary>The images around the particle; the tags of planes count them.</summary>
    public FoundNeighbors Around => found;

    /// <summary>The cell, around the particle as origin.</summary>
    public CellPolyhedron Cell { get; } = new();

    /// <summary>Turns to the particles of a cell of the grid.</summary>
    public void Enter(int cell) => found.Enter(cell);

    /// <summary>Makes the cell of the particle in a slot.</summary>
    /// <returns>False where images beyond the range may still cut it.</returns>
    /// <exception cref="ArgumentException">Another particle is at the same place, or the particle is beyond a wall.</exception>
    public bool Build(int slot)
    {
        found.Find(slot);
        int particle = found.Particle;
        Vec3 here = grid.Places[particle];
        double radius = radii?[particle] ?? 0;
        Cell.Reset(isAll ? 4 * range : range, Endless);
        foreach ((Vec3 normal, double low, double high) in walls)
        {
            double place = Vec3.Dot(normal, here);
            if (place < low || place > high)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Particle {particle} is outside the box along an edge that is not periodic; expected all particles inside."));
            }

            Cell.Cut(normal, high - place, Wall);
            Cell.Cut(-normal, place - low, Wall);
        }

        double spread = radii is null ? 0 : (largestRadius * largestRadius) - (radius * radius);
        for (int k = 0; k < found.Count; k++)
        {
            double square = found.Squares[k];
            double reach = Cell.Radius + Math.Sqrt((Cell.Radius * Cell.Radius) + spread);
            if (square >= reach * reach || Cell.VertexCount == 0)
            {
                return true;
            }

            int other = found.IndexOf(k);
            if (square <= SamePlace * SamePlace * range * range)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Particles {particle} and {other} are at the same place; expected different places."));
            }

            double distance = Math.Sqrt(square), otherRadius = radii?[other] ?? 0;
            Vec3 r = grid.Places[other] - here + grid.Shifts[found.ShiftOf(k)];
            Cell.Cut(r / distance, 0.5 * (square + (radius * radius) - (otherRadius * otherRadius)) / distance, k);
        }

        return isAll || Cell.VertexCount == 0 || range >= Cell.Radius + Math.Sqrt((Cell.Radius * Cell.Radius) + spread);
    }

    // The face through the origin and the opposite one.
    private static IEnumerable<(Vec3 Normal, double Low, double High)> Walls(bool isPeriodic, Vec3 b, Vec3 c, Vec3 a)
    {
        if (isPeriodic)
        {
            yield break;
        }

        Vec3 normal = Vec3.Cross(b, c) / Vec3.Cross(b, c).Length();
        double height = Vec3.Dot(normal, a);
        yield return (normal, Math.Min(0, height), Math.Max(0, height));
    }
}
