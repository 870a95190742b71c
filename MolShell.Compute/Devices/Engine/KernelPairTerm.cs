using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>A pair potential with its list: for each particle all its neighbours, so that no two work items add to one force.</summary>
internal sealed class KernelPairTerm : IKernelTerm
{
    private readonly DeviceParticles particles;
    private readonly DeviceCells cells;
    private readonly PairTerm term;
    private readonly DeviceSums sums;
    private readonly Kernel listNeighbors;
    private readonly Kernel?[] kernels = new Kernel?[2];
    private readonly IKernelArray table;
    private readonly IKernelArray data;
    private readonly KernelArray<int> lengths;
    private KernelArray<int> list;
    private int capacity;
    private SumUnits units;

    public KernelPairTerm(PairTerm term, DeviceParticles particles, DeviceCells cells, double density)
    {
        (this.term, this.particles, this.cells) = (term, particles, cells);
        KernelDevice device = particles.Device;
        sums = new DeviceSums(particles, 2);
        lengths = particles.Own(device.CreateArray<int>(particles.Count));
        double range = term.Cutoff + cells.Skin;
        double expected = 4.0 / 3 * Math.PI * range * range * range * density;
        capacity = (int)Math.Clamp(1.3 * expected, 16, Math.Max(16, particles.Count));
        list = device.CreateArray<int>(checked(capacity * particles.Count));
        (int[] starts, int[] excluded) = term.ListExclusions(particles.Count);
        listNeighbors = cells.Program.CreateKernel("list_neighbors");
        listNeighbors.Set(0, particles.Count).Set(1, particles.Count).SetMany(4, particles.Frame, particles.Edges).SetMany(
            7, cells.Starts, particles.Place, particles.X, particles.Y, particles.Z, particles.Id,
            particles.Own(device.CreateArray<int>(starts)), particles.Own(device.CreateArray<int>(excluded)))
            .Set(15, term.Exclusions.IsEmpty ? 0 : 1).SetMany(17, lengths, particles.Control);
        particles.SetReal(listNeighbors, 3, range * range * (1 + 1e-5));
        table = particles.Reals(term.Numbers);
        data = particles.Reals(term.Data);
    }

    private bool IsProcessor => particles.Device.Profile.IsProcessor;

    // Of the integers that forces of pairs are rounded to; see pair.cl.
    private int RoundedBits => IsProcessor ? 50 : 57;

    public bool Follow()
    {
        listNeighbors.Set(2, capacity).Set(6, cells.Cells).Set(16, list).Launch(cells.ListItems, cells.ListGroup);
        int longest = particles.ReadControl().Longest;
        if (longest <= capacity)
        {
            kernels[0]?.Set(4, list);
            kernels[1]?.Set(4, list);
            return true;
        }

        // A tenth more lets the densest place grow a little.
        capacity = longest + (longest / 10) + 1;
        list.Dispose();
        list = particles.Device.CreateArray<int>(checked(capacity * particles.Count));
        return false;
    }

    public void SetUnits(SumUnits units)
    {
        this.units = units;
        SetUnits(kernels[0], withEnergy: false);
        SetUnits(kernels[1], withEnergy: true);
    }

    public void Launch(int at, bool wantsEnergy)
    {
        if (wantsEnergy)
        {
            sums.Clear();
        }

        Kernel(wantsEnergy).Set(2, at).Launch(particles.Count);
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units) => sums.Read(units);

    public void Dispose()
    {
        list.Dispose();
        listNeighbors.Dispose();
        kernels[0]?.Dispose();
        kernels[1]?.Dispose();
    }

    // Compiled when first needed: most runs need few energies, and single evaluations nothing else.
    private Kernel Kernel(bool withEnergy)
    {
        ref Kernel? kernel = ref kernels[withEnergy ? 1 : 0];
        if (kernel is null)
        {
            kernel = CreateKernel(withEnergy);
            SetUnits(kernel, withEnergy);
        }

        return kernel;
    }

    private Kernel CreateKernel(bool withEnergy)
    {
        string source = KernelSource.Load(
            "pair",
            particles.Precision,
            [
                ("PARAMETERS", term.ParameterCount), ("UNIFORM", term.IsUniform ? 1 : 0), ("CHARGES", term.UsesCharges ? 1 : 0),
                ("ENERGY", withEnergy ? 1 : 0), ("PROCESSOR", IsProcessor ? 1 : 0),
            ],
            term.Formula);
        Kernel kernel = particles.Device.Compile(source).CreateKernel("pair_forces");
        kernel.Set(0, particles.Count).Set(1, particles.Count).SetMany(
            3, particles.Control, list, lengths, particles.Place, particles.Frame, particles.Edges, table).Set(10, term.TypeCount)
            .SetMany(11, data, particles.Charge).SetMany(16, particles.ForceX, particles.ForceY, particles.ForceZ);
        return withEnergy ? kernel.Set(21, sums.Array) : kernel;
    }

    private void SetUnits(Kernel? kernel, bool withEnergy)
    {
        if (kernel is null)
        {
            return;
        }

        // In single precision 2^26 quanta are what an ordinary pair needs at most, as on the processor; but never finer than those of sums.
        int bits = particles.Precision == Precision.Mixed ? 26 : RoundedBits;
        double force = Math.Max(units.Force, term.OrdinaryForce > 0 ? Math.ScaleB(1, Math.ILogB(term.OrdinaryForce) + 1 - bits) : 0);
        int shift = Math.ILogB(force / units.Force);
        particles.SetReal(kernel, 13, 1 / force);
        particles.SetReal(kernel, 14, Math.Min(Math.ScaleB(ForceQuantum.Limit, -shift), 1L << RoundedBits));
        kernel.Set(15, shift);
        if (withEnergy)
        {
            particles.SetReal(kernel, 19, 1 / units.Energy);
            particles.SetReal(kernel, 20, force / units.Energy);
        }
    }
}
