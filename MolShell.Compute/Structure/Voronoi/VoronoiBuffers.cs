using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>The cells made by several threads, in several passes with grids of growing range.</summary>
internal sealed class VoronoiBuffers(int particleCount, bool withOutlines)
{
    private readonly Lock gate = new();
    private readonly List<VoronoiBuffer> buffers = [];
    private readonly List<Vec3> shifts = [];
    private Vec3[] places = [];
    private int firstShift;

    /// <summary>Begins a pass: shifts are those of a grid.</summary>
    /// <exception cref="ArgumentException">The grid spans too many images of the box.</exception>
    public void BeginPass(ParticleGrid grid)
    {
        (places, firstShift) = (grid.Places, shifts.Count);
        shifts.AddRange(grid.Shifts);
        if (shifts.Count > ushort.MaxValue)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Cells reach over {shifts.Count} images of the box; expected a less flat box, or the box repeated."));
        }
    }

    /// <summary>A buffer for some particles; called on all threads.</summary>
    public VoronoiBuffer Open()
    {
        VoronoiBuffer buffer = new(firstShift, withOutlines);
        lock (gate)
        {
            buffers.Add(buffer);
        }

        return buffer;
    }

    /// <summary>All cells by particle.</summary>
    public VoronoiCells ToCells(Frame frame, VoronoiOptions options)
    {
        double[] volumes = new double[particleCount], areas = new double[particleCount];
        int[] start = new int[particleCount + 1], counts = new int[particleCount];
        buffers.ForEach(buffer => buffer.CopyTo(volumes, areas, counts));
        for (int i = 0; i < particleCount; i++)
        {
            start[i + 1] = checked(start[i] + counts[i]);
        }

        StoredFace[] faces = new StoredFace[start[particleCount]];
        Vec3[][]? outlines = withOutlines ? new Vec3[faces.Length][] : null;
        for (int b = 0; b < buffers.Count; b++)
        {
            buffers[b].CopyTo(start, faces, outlines);
            buffers[b] = null!;
        }

        return new VoronoiCells(frame, options, volumes, areas, start, faces, outlines, places, [.. shifts]);
    }
}
