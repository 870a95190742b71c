using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>A potential of bonds, angles or dihedrals, each worked off by a work item that adds to the forces atomically.</summary>
internal sealed class KernelBondedTerm : IKernelTerm
{
    private readonly Kernel kernel;
    private readonly DeviceSums sums;
    private readonly int count;

    public KernelBondedTerm(BondedTerm term, DeviceParticles particles)
    {
        KernelDevice device = particles.Device;
        count = term.Kinds.Length;
        sums = new DeviceSums(particles, 1);
        string source = KernelSource.Load(
            "bonded", Precision.Double, [("MEMBERS", term.MemberCount), ("PARAMETERS", term.ParameterCount)], term.Formula);
        kernel = device.Compile(source).CreateKernel("bonded_forces");
        kernel.Set(0, count).SetMany(
            2, particles.Control, particles.Own(device.CreateArray<int>(term.Members)), particles.Own(device.CreateArray<int>(term.Kinds)),
            particles.Own(device.CreateArray<double>(term.Numbers)), particles.Own(device.CreateArray<double>(term.Data)),
            particles.SlotOf, particles.Lattice)
            .Set(9, term.UsesMinimumImage ? 1 : 0).SetMany(10, particles.X, particles.Y, particles.Z)
            .SetMany(14, particles.ForceX, particles.ForceY, particles.ForceZ).Set(19, sums.Array);
    }

    public bool Follow() => true;

    public void SetUnits(SumUnits units) => kernel.Set(13, 1 / units.Force).Set(18, 1 / units.Energy);

    public void Launch(int at, bool wantsEnergy)
    {
        if (wantsEnergy)
        {
            sums.Clear();
        }

        kernel.Set(1, at).Set(17, wantsEnergy ? 1 : 0).Launch(count);
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units) => sums.Read(units);

    public void Dispose() => kernel.Dispose();
}
