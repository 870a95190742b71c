using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>
/// Sorts the particles of a device into cells as wide as the range of neighbours, and notices when they have moved too far since then for
/// lists of neighbours to be valid.
/// </summary>
internal sealed class DeviceCells : IDisposable
{
    private const int CellsPerParticle = 4;
    private const int FewCells = 4096;

    // As many as a cell of a liquid has, about.
    private const int TileSize = 32;

    private readonly DeviceParticles particles;
    private readonly Kernel findCells;
    private readonly Kernel findStarts;
    private readonly Kernel findOrder;
    private readonly Kernel gather;
    private readonly Kernel renew;
    private readonly Kernel findPlaces;
    private readonly KernelArray<int> cellOf;
    private readonly KernelArray<int> sizes;
    private readonly int group;
    private Box? box;

    public DeviceCells(DeviceParticles particles, double cutoff, double skin)
    {
        (this.particles, Cutoff, Skin) = (particles, cutoff, skin);
        KernelDevice device = particles.Device;
        group = device.Profile.WorkGroupSize;
        ListGroup = device.Profile.UsesTiles ? TileSize : group;
        Program = device.Compile(KernelSource.Load(
            "neighbors", particles.Precision, [("GROUP", group), ("TILED", device.Profile.UsesTiles ? 1 : 0), ("LIST_GROUP", ListGroup)]));
        int capacity = Math.Max(FewCells, CellsPerParticle * particles.Count);
        cellOf = particles.Own(device.CreateArray<int>(particles.Count));
        sizes = particles.Own(device.CreateArray<int>(capacity));
        Starts = particles.Own(device.CreateArray<int>(capacity + 1));
        KernelArray<int> order = particles.Own(device.CreateArray<int>(particles.Count));
        KernelArray<double>[] sorted = [.. Enumerable.Range(0, 6).Select(_ => particles.Own(device.CreateArray<double>(particles.Count)))];
        KernelArray<int> sortedId = particles.Own(device.CreateArray<int>(particles.Count));
        IKernelArray[] moving =
            [particles.X, particles.Y, particles.Z, particles.VelocityX, particles.VelocityY, particles.VelocityZ, particles.Id];
        IKernelArray[] scratch = [.. sorted, sortedId];
        findCells = Program.CreateKernel("find_cells");
        findCells.Set(0, particles.Count).SetMany(1, particles.Frame).SetMany(3, particles.X, particles.Y, particles.Z, cellOf, sizes);
        findStarts = Program.CreateKernel("find_starts");
        findStarts.SetMany(1, sizes, Starts);
        findOrder = Program.CreateKernel("find_order");
        findOrder.Set(0, particles.Count).SetMany(1, cellOf, Starts, sizes, order);
        gather = Program.CreateKernel("gather");
        gather.Set(0, particles.Count).Set(1, order).SetMany(2, moving).SetMany(9, scratch);
        renew = Program.CreateKernel("renew");
        renew.Set(0, particles.Count).Set(1, particles.Frame).SetMany(2, scratch).SetMany(9, moving).SetMany(
            16, particles.SlotOf, particles.TypeOf, particles.ChargeOf, particles.Charge, particles.Place,
            particles.ReferenceX, particles.ReferenceY, particles.ReferenceZ);
        findPlaces = Program.CreateKernel("find_places");
        findPlaces.Set(0, particles.Count).SetMany(
            1, particles.Frame, particles.X, particles.Y, particles.Z, particles.ReferenceX, particles.ReferenceY, particles.ReferenceZ)
            .Set(8, SquaredSlack).SetMany(9, particles.Place, particles.Control);
    }

    /// <summary>The kernels of sorting and listing.</summary>
    public KernelProgram Program { get; }

    /// <summary>Longest cutoff [length]; 0 where no force has one.</summary>
    public double Cutoff { get; }

    /// <summary>How much longer lists reach [length].</summary>
    public double Skin { get; }

    /// <summary>Where each cell starts.</summary>
    public KernelArray<int> Starts { get; }

    /// <summary>Number of cells along each edge; the fourth is not used.</summary>
    public (int A, int B, int C, int Unused) Cells { get; private set; }

    /// <summary>The square of how far a particle may move before lists are void [length^2].</summary>
    public double SquaredSlack => Cutoff > 0 ? 0.25 * Skin * Skin : double.MaxValue;

    /// <summary>Work items of a group that lists neighbours; where the device uses tiles, there is a group for each cell.</summary>
    public int ListGroup { get; }

    /// <summary>Work items that list neighbours.</summary>
    public int ListItems => particles.Device.Profile.UsesTiles ? checked(Cells.A * Cells.B * Cells.C * ListGroup) : particles.Count;

    /// <summary>The present box.</summary>
    public Box Box => box ?? Box.Open;

    /// <summary>Takes over a box.</summary>
    /// <returns>Whether it is another one, so that everything must be sorted again.</returns>
    /// <exception cref="ArgumentException">The box has become too small for the cutoff.</exception>
    public bool SetBox(Box next)
    {
        if (next.Equals(box))
        {
            return false;
        }

        if (Cutoff > 0 && !ClusterFrame.Fits(next, Cutoff))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The cutoff {Cutoff:g6} has become longer than half the box {next}; device {particles.Device.Name} cannot change to a sum over images."));
        }

        ClusterFrame frame = ClusterFrame.For(next, Cutoff > 0 ? Cutoff : 1);
        particles.SetBox(next, frame);
        Divide(frame);
        box = next;
        return true;
    }

    /// <summary>Sorts the particles.</summary>
    public void Sort()
    {
        int cells = Cells.A * Cells.B * Cells.C;
        sizes.Clear();
        findCells.Set(2, Cells).Launch(particles.Count);
        findStarts.Set(0, cells).Launch(group, group);
        findOrder.Launch(particles.Count);
        gather.Launch(particles.Count);
        renew.Launch(particles.Count);
        particles.ForgetOrder();
    }

    /// <summary>Finds the places of particles that were moved from outside; the control block tells whether lists are still valid.</summary>
    public void FindPlaces() => findPlaces.Launch(particles.Count);

    public void Dispose()
    {
        foreach (Kernel kernel in new[] { findCells, findStarts, findOrder, gather, renew, findPlaces })
        {
            kernel.Dispose();
        }
    }

    private void Divide(ClusterFrame frame)
    {
        double range = Cutoff > 0 ? Cutoff + Skin : double.MaxValue;
        Vec3 counts = new(Count(frame.Spacings.X), Count(frame.Spacings.Y), Count(frame.Spacings.Z));

        // Fewer and wider cells where most would be empty.
        double most = Math.Max(FewCells, (double)CellsPerParticle * particles.Count);
        double thin = Math.Min(1, Math.Cbrt(most / (counts.X * counts.Y * counts.Z)));
        Cells = (Thin(counts.X), Thin(counts.Y), Thin(counts.Z), 0);
        while ((double)Cells.A * Cells.B * Cells.C > most)
        {
            Cells = (Math.Max(1, Cells.A / 2), Math.Max(1, Cells.B / 2), Math.Max(1, Cells.C / 2), 0);
        }

        double Count(double spacing) => Math.Clamp(Math.Floor(spacing / range), 1, 1 << 20);
        int Thin(double count) => (int)Math.Max(1, Math.Floor(count * thin));
    }
}
