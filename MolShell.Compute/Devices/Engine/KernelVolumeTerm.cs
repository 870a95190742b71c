using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>An energy that depends on nothing but the volume: it has no kernel.</summary>
internal sealed class KernelVolumeTerm(VolumeTerm term, Func<Box> box) : IKernelTerm
{
    public bool Follow() => true;

    public void SetUnits(SumUnits units)
    {
    }

    public void Launch(int at, bool wantsEnergy)
    {
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units)
    {
        double volume = box().Volume, third = term.Virial / (3 * volume);
        return (term.Energy / volume, new Virial { XX = third, YY = third, ZZ = third });
    }

    public void Dispose()
    {
    }
}
