using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>
/// The sum of all forces of a system on a device. Contributions are summed as integers, so that sums do not depend on their
/// order; in single precision they are the same as those of the processor where the formula has only +, -, * and /.
/// </summary>
internal sealed class DeviceForces : IDisposable
{
    private readonly IKernelTerm[] terms;
    private readonly SumUnits finest;
    private readonly DeviceCells cells;
    private bool isSorted;

    /// <exception cref="ArgumentException">A force is of a kind that devices do not have, or the cutoff does not fit the box.</exception>
    public DeviceForces(MolecularSystem system, KernelDevice device, Precision precision)
    {
        DeviceTerm[] described = [.. system.Forces.Select(force => Describe(force, system, device))];
        PairTerm[] pairs = [.. described.OfType<PairTerm>().Where(pair => pair.Cutoff > 0)];
        PairTerm[] listed = [.. pairs.Where(pair => ClusterFrame.Fits(system.Box, pair.Cutoff))];
        double cutoff = listed.Select(pair => pair.Cutoff).DefaultIfEmpty().Max();
        double skin = listed.Select(pair => pair.Skin).DefaultIfEmpty().Min();
        Particles = new DeviceParticles(system, device, precision);
        cells = new DeviceCells(Particles, cutoff, skin);
        cells.SetBox(system.Box);
        double density = double.IsInfinity(system.Box.Volume) ? 0 : system.ParticleCount / system.Box.Volume;
        terms = [.. described.Select(term => Create(term, density))];
        finest = SumUnits.For(system.Units, pairs.Select(pair => pair.OrdinaryForce).DefaultIfEmpty().Max());
        SetUnits(finest);
    }

    public DeviceParticles Particles { get; }

    /// <summary>The units in which the forces now in memory are.</summary>
    public SumUnits Units { get; private set; }

    /// <summary>The square of how far a particle may move before lists are void [length^2].</summary>
    public double SquaredSlack => cells.SquaredSlack;

    /// <summary>Copies positions, and velocities where there are any, to the device.</summary>
    /// <exception cref="ArgumentException">The cutoff does not fit the box.</exception>
    public void Load(ReadOnlySpan<Vec3> positions, ReadOnlySpan<Vec3> velocities, Box box)
    {
        if (cells.SetBox(box) || !isSorted)
        {
            isSorted = false;
            Particles.ResetOrder();
        }

        Particles.Write(positions, Particles.X, Particles.Y, Particles.Z);
        if (!velocities.IsEmpty)
        {
            Particles.Write(velocities, Particles.VelocityX, Particles.VelocityY, Particles.VelocityZ);
        }

        Particles.ResetControl();
        if (isSorted)
        {
            cells.FindPlaces();
            isSorted = Particles.ReadControl().MovedAt == DeviceParticles.Never;
        }

        if (!isSorted)
        {
            Sort();
        }
    }

    /// <summary>Takes over another box for the positions in memory, sorts the particles and makes lists anew.</summary>
    /// <exception cref="ArgumentException">The cutoff does not fit the box.</exception>
    public void SetBox(Box box)
    {
        cells.SetBox(box);
        Sort();
    }

    /// <summary>Sorts the particles and makes lists anew.</summary>
    public void Sort()
    {
        Particles.ResetControl();
        cells.Sort();
        foreach (IKernelTerm term in terms)
        {
            while (!term.Follow())
            {
                Particles.ResetControl();
            }
        }

        isSorted = true;
    }

    /// <summary>Computes forces at the positions in memory.</summary>
    /// <returns>False where they are not finite.</returns>
    public bool TryCompute(bool wantsEnergy)
    {
        for (SumUnits units = finest; !units.AreCoarsest;)
        {
            SetUnits(units);
            Particles.ResetControl();
            Particles.ClearForces();
            Launch(0, wantsEnergy);
            (_, int failedAt, int energyFailedAt, _) = Particles.ReadControl();
            bool force = failedAt != DeviceParticles.Never, energy = energyFailedAt != DeviceParticles.Never;
            if (!force && !energy)
            {
                return true;
            }

            units = units.Coarser(force, energy);
        }

        return false;
    }

    /// <summary>Goes back to the finest units.</summary>
    public void ResetUnits() => SetUnits(finest);

    /// <summary>Queues all terms after move <paramref name="at"/>; forces must have been cleared.</summary>
    public void Launch(int at, bool wantsEnergy)
    {
        foreach (IKernelTerm term in terms)
        {
            term.Launch(at, wantsEnergy);
        }
    }

    /// <summary>Reads energies and virials of the terms after <see cref="TryCompute"/> with energies.</summary>
    public void ReadEnergies(Span<double> energies, Span<Virial> virials)
    {
        for (int t = 0; t < terms.Length; t++)
        {
            (energies[t], virials[t]) = terms[t].ReadEnergy(Units);
        }
    }

    public void Dispose()
    {
        foreach (IKernelTerm term in terms)
        {
            term.Dispose();
        }

        cells.Dispose();
        Particles.Dispose();
    }

    private static DeviceTerm Describe(IForce force, MolecularSystem system, KernelDevice device) =>
        (force as IDeviceForce)?.DescribeFor(system)
            ?? throw new ArgumentException($"Device {device.Name} does not have the force {force.Name}; use device Cpu.");

    private void SetUnits(SumUnits units)
    {
        if (Units != units)
        {
            Units = units;
            foreach (IKernelTerm term in terms)
            {
                term.SetUnits(units);
            }
        }
    }

    private IKernelTerm Create(DeviceTerm term, double density) => term switch
    {
        PairTerm pair when pair.Cutoff <= cells.Cutoff => new KernelPairTerm(pair, Particles, cells, density),
        PairTerm pair => new KernelImageTerm(pair, Particles, cells),
        RestraintTerm restraint => new KernelRestraintTerm(restraint, Particles),
        ExternalTerm external => new KernelExternalTerm(external, Particles),
        VolumeTerm volume => new KernelVolumeTerm(volume, () => cells.Box),
        BondedTerm bonded => new KernelBondedTerm(bonded, Particles),
        _ => throw new NotSupportedException($"{term.Name}: no kernel for {term.GetType().Name}."),
    };
}
