using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>One term of the energy on a device.</summary>
internal interface IKernelTerm : IDisposable
{
    /// <summary>Follows the particles after they were sorted.</summary>
    /// <returns>Whether lists were long enough for all neighbours; else they are now, and this is to be called again.</returns>
    bool Follow();

    /// <summary>Sets the units of the sums.</summary>
    void SetUnits(SumUnits units);

    /// <summary>Queues the addition of forces, and of energies where wanted, after move <paramref name="at"/>.</summary>
    void Launch(int at, bool wantsEnergy);

    /// <summary>Energy and virial of the last evaluation with energies.</summary>
    (double Energy, Virial Virial) ReadEnergy(SumUnits units);
}
