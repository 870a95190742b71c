using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>Springs that hold particles at places.</summary>
internal sealed class KernelRestraintTerm : IKernelTerm
{
    private readonly Kernel kernel;
    private readonly DeviceSums sums;
    private readonly int count;

    public KernelRestraintTerm(RestraintTerm term, DeviceParticles particles)
    {
        KernelDevice device = particles.Device;
        count = term.Members.Length;
        sums = new DeviceSums(particles, 1);
        kernel = device.Compile(KernelSource.Load("restraints", Precision.Double, [])).CreateKernel("restraint_forces");
        kernel.Set(0, count).SetMany(
            2, particles.Control, particles.Own(device.CreateArray<int>(term.Members)), particles.Own(device.CreateArray<double>(term.Numbers)),
            particles.SlotOf, particles.Lattice, particles.X, particles.Y, particles.Z)
            .SetMany(11, particles.ForceX, particles.ForceY, particles.ForceZ).Set(16, sums.Array);
    }

    public bool Follow() => true;

    public void SetUnits(SumUnits units) => kernel.Set(10, 1 / units.Force).Set(15, 1 / units.Energy);

    public void Launch(int at, bool wantsEnergy)
    {
        if (wantsEnergy)
        {
            sums.Clear();
        }

        kernel.Set(1, at).Set(14, wantsEnergy ? 1 : 0).Launch(count);
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units) => sums.Read(units);

    public void Dispose() => kernel.Dispose();
}
