using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>A potential of place.</summary>
internal sealed class KernelExternalTerm : IKernelTerm
{
    private readonly Kernel kernel;
    private readonly DeviceSums sums;
    private readonly int count;

    public KernelExternalTerm(ExternalTerm term, DeviceParticles particles)
    {
        KernelDevice device = particles.Device;
        count = term.Members?.Length ?? particles.Count;
        sums = new DeviceSums(particles, 1);
        string source = KernelSource.Load("external", Precision.Double, [("PARAMETERS", term.ParameterCount), ("CHOSEN", term.Members is null ? 0 : 1)], term.Formula);
        kernel = device.Compile(source).CreateKernel("external_forces");
        kernel.Set(0, count).SetMany(
            2, particles.Control, particles.Own(device.CreateArray<double>(term.Numbers)), particles.Own(device.CreateArray<double>(term.Data)),
            particles.X, particles.Y, particles.Z).SetMany(9, particles.ForceX, particles.ForceY, particles.ForceZ).SetMany(
            14, sums.Array, particles.SlotOf, particles.Own(device.CreateArray<int>(term.Members ?? [])),
            particles.Own(device.CreateArray<double>(term.Weights)));
    }

    public bool Follow() => true;

    public void SetUnits(SumUnits units) => kernel.Set(8, 1 / units.Force).Set(13, 1 / units.Energy);

    public void Launch(int at, bool wantsEnergy)
    {
        if (wantsEnergy)
        {
            sums.Clear();
        }

        kernel.Set(1, at).Set(12, wantsEnergy ? 1 : 0).Launch(count);
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units) => sums.Read(units);

    public void Dispose() => kernel.Dispose();
}
