using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Structure.Voronoi;

/// <summary>
/// Divides space into the cells of points nearer to one particle than to any other, cell by cell, on all threads of a processor. Voronoi 1908,
/// doi:10.1515/crll.1908.134.198; radical planes: Gellatly and Finney 1982, doi:10.1016/0022-3093(82)90093-X.
/// </summary>
public static class VoronoiTessellation
{
    // Images within the first range: nearly always enough in a liquid or a crystal.
    private const double FirstImages = 60;
    private const double Growth = 1.6;
    private const int ParticlesAtOnce = 512;

    /// <summary>The cells of all particles of a frame.</summary>
    /// <param name="frame">The frame, in any box; along edges that are not periodic, the faces of the box are walls.</param>
    /// <param name="options">How space is divided.</param>
    /// <param name="device">The processor and its number of threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">Two particles are at the same place, one is beyond a wall, or the radii do not fit.</exception>
    public static VoronoiCells Compute(Frame frame, VoronoiOptions options, CpuDevice device, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(device);
        Check(options.Radii, frame.ParticleCount);
        (double density, double extent) = Spread(frame);
        double range = Math.Min(Math.Cbrt(3 * FirstImages / (4 * Math.PI * density)), extent);
        VoronoiBuffers buffers = new(frame.ParticleCount, options.WithVertices);
        int[]? left = null;
        while (left is null or { Length: > 0 })
        {
            bool isAll = !frame.Box.IsPeriodic && range >= extent;
            left = Pass(frame, options, buffers, left, range, isAll, device, cancellation);
            range = Math.Min(range * Growth, frame.Box.IsPeriodic ? double.MaxValue : extent);
        }

        return buffers.ToCells(frame, options);
    }

    /// <summary>Makes the cells of some particles, of all where null, and returns those whose range was too short.</summary>
    private static int[] Pass(
        Frame frame,
        VoronoiOptions options,
        VoronoiBuffers buffers,
        int[]? particles,
        double range,
        bool isAll,
        CpuDevice device,
        CancellationToken cancellation)
    {
        ParticleGrid grid = new(frame.Positions, frame.Box, range);
        buffers.BeginPass(grid);
        bool[]? wanted = particles is null ? null : new bool[frame.ParticleCount];
        foreach (int particle in particles ?? [])
        {
            wanted![particle] = true;
        }

        int parts = Math.Clamp(frame.ParticleCount / ParticlesAtOnce, 1, Math.Min(grid.CellCount, 64 * device.Threads));
        List<int>[] tooShort = new List<int>[parts];
        device.For(parts, (from, to) =>
        {
            CellBuilder builder = new(grid, range, isAll, frame.Box, options.Radii);
            CellFaces faces = new();
            for (int part = from; part < to; part++)
            {
                cancellation.ThrowIfCancellationRequested();
                tooShort[part] = [];
                VoronoiBuffer buffer = buffers.Open();
                int end = (int)((long)grid.CellCount * (part + 1) / parts);
                for (int cell = (int)((long)grid.CellCount * part / parts); cell < end; cell++)
                {
                    (int slot, int last) = grid.Slots(cell);
                    if (slot < last)
                    {
                        builder.Enter(cell);
                    }

                    for (; slot < last; slot++)
                    {
                        int particle = grid.Order[slot];
                        if (wanted?[particle] == false)
                        {
                            continue;
                        }

                        if (builder.Build(slot))
                        {
                            faces.Measure(builder.Cell, options.SmallestArea);
                            buffer.Add(particle, builder, faces);
                        }
                        else
                        {
                            tooShort[part].Add(particle);
                        }
                    }
                }
            }
        });
        return [.. tooShort.SelectMany(list => list)];
    }

    private static void Check(double[]? radii, int count)
    {
        if (radii is not null && (radii.Length != count || radii.Any(r => !(r >= 0) || !double.IsFinite(r))))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Radii have to be {count} finite numbers of at least 0, one for each particle."));
        }
    }

    // The density of particles, and a distance beyond all others where there are no periods.
    private static (double Density, double Extent) Spread(Frame frame)
    {
        Vec3 low = frame.Positions[0], high = low;
        foreach (Vec3 r in frame.Positions)
        {
            low = new Vec3(Math.Min(low.X, r.X), Math.Min(low.Y, r.Y), Math.Min(low.Z, r.Z));
            high = new Vec3(Math.Max(high.X, r.X), Math.Max(high.Y, r.Y), Math.Max(high.Z, r.Z));
        }

        double extent = 1.01 * (high - low).Length();
        double largest = Math.Max(extent, 1e-300);
        if (frame.Box.IsPeriodic)
        {
            return (frame.ParticleCount / frame.Box.Volume, double.MaxValue);
        }

        double volume = double.IsFinite(frame.Box.Volume) ? frame.Box.Volume : largest * largest * largest / 5;
        double across = double.IsFinite(frame.Box.Volume) ? (frame.Box.A.Length() + frame.Box.B.Length() + frame.Box.C.Length()) : largest;
        return (frame.ParticleCount / volume, Math.Max(largest, across));
    }
}
