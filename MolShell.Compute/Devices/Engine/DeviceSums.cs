using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>Energy and virial of a term, added up by kernels as integers of two words in bins (see common.cl).</summary>
/// <param name="particles">What the array goes with.</param>
/// <param name="multiplicity">How often each contribution is added.</param>
internal sealed class DeviceSums(DeviceParticles particles, int multiplicity)
{
    private const int Bins = 64;
    private const int Values = 7;

    private readonly long[] words = new long[2 * Bins * Values];

    public KernelArray<long> Array { get; } = particles.Own(particles.Device.CreateArray<long>(2 * Bins * Values));

    public void Clear() => Array.Clear();

    /// <summary>Reads the sums, which are in the given units.</summary>
    public (double Energy, Virial Virial) Read(SumUnits units)
    {
        Array.Read(words);
        Span<double> values = stackalloc double[Values];
        for (int k = 0; k < Values; k++)
        {
            Int128 total = 0;
            for (int bin = 0; bin < Bins; bin++)
            {
                int at = 2 * ((Bins * k) + bin);
                total += words[at] + ((Int128)words[at + 1] << 32);
            }

            values[k] = (double)total * units.Energy / multiplicity;
        }

        Virial virial = new()
        {
            XX = values[1], YY = values[2], ZZ = values[3], XY = values[4], XZ = values[5], YZ = values[6],
        };
        return (values[0], virial);
    }
}
