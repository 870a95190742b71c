using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>A pair potential between all particles and their images, without a list: for cutoffs beyond half the box, and for none.</summary>
internal sealed class KernelImageTerm : IKernelTerm
{
    // Where tiled, local memory holds 40 bytes for each.
    private const int GroupSize = 64;

    private readonly DeviceParticles particles;
    private readonly DeviceCells cells;
    private readonly PairTerm term;
    private readonly DeviceSums sums;
    private readonly Kernel kernel;
    private KernelArray<double>? shifts;
    private Box? box;

    public KernelImageTerm(PairTerm term, DeviceParticles particles, DeviceCells cells)
    {
        (this.term, this.particles, this.cells) = (term, particles, cells);
        KernelDevice device = particles.Device;
        sums = new DeviceSums(particles, 2);
        string source = KernelSource.Load(
            "images", Precision.Double, [("PARAMETERS", term.ParameterCount), ("TILED", device.Profile.UsesTiles ? 1 : 0), ("GROUP", GroupSize)], term.Formula);
        (int[] starts, int[] excluded) = term.ListExclusions(particles.Count);
        kernel = device.Compile(source).CreateKernel("image_forces");
        kernel.Set(0, particles.Count).SetMany(
            2, particles.Control, particles.X, particles.Y, particles.Z, particles.Charge, particles.Id, particles.TypeOf, particles.Lattice)
            .SetMany(12, particles.Own(device.CreateArray<double>(term.Numbers))).Set(13, term.TypeCount)
            .SetMany(14, particles.Own(device.CreateArray<double>(term.Data)), particles.Own(device.CreateArray<int>(starts)),
                particles.Own(device.CreateArray<int>(excluded)))
            .Set(17, term.Exclusions.IsEmpty ? 0 : 1).SetMany(19, particles.ForceX, particles.ForceY, particles.ForceZ).Set(24, sums.Array);
    }

    public bool Follow()
    {
        if (!cells.Box.Equals(box))
        {
            box = cells.Box;
            double[] numbers = [.. FindShifts(box, term.Cutoff).SelectMany(shift => new[] { shift.X, shift.Y, shift.Z })];
            shifts?.Dispose();
            shifts = particles.Device.CreateArray<double>(numbers);
            kernel.Set(10, numbers.Length / 3).Set(11, shifts);
        }

        return true;
    }

    public void SetUnits(SumUnits units) => kernel.Set(18, 1 / units.Force).Set(23, 1 / units.Energy);

    public void Launch(int at, bool wantsEnergy)
    {
        if (wantsEnergy)
        {
            sums.Clear();
        }

        kernel.Set(1, at).Set(22, wantsEnergy ? 1 : 0).Launch(particles.Count, GroupSize);
    }

    public (double Energy, Virial Virial) ReadEnergy(SumUnits units) => sums.Read(units);

    public void Dispose()
    {
        kernel.Dispose();
        shifts?.Dispose();
    }

    // None, and all periods that may bring a nearest image within the cutoff: a nearest image is at most half the sum of the edges away.
    private static IEnumerable<Vec3> FindShifts(Box box, double cutoff)
    {
        yield return Vec3.Zero;
        (Vec3 Edge, double Spacing)[] periods =
        [
            (box.A, box.IsPeriodicA ? box.PlaneSpacings.X : 0), (box.B, box.IsPeriodicB ? box.PlaneSpacings.Y : 0),
            (box.C, box.IsPeriodicC ? box.PlaneSpacings.Z : 0),
        ];
        double reach = cutoff + (0.5 * periods.Where(period => period.Spacing > 0).Sum(period => period.Edge.Length()));
        int[] most = [.. periods.Select(period => period.Spacing > 0 ? (int)(reach / period.Spacing) : 0)];
        for (int a = -most[0]; a <= most[0]; a++)
        {
            for (int b = -most[1]; b <= most[1]; b++)
            {
                for (int c = -most[2]; c <= most[2]; c++)
                {
                    Vec3 shift = Vec3.Zero;
                    shift = a == 0 ? shift : shift + (a * periods[0].Edge);
                    shift = b == 0 ? shift : shift + (b * periods[1].Edge);
                    shift = c == 0 ? shift : shift + (c * periods[2].Edge);
                    if ((a, b, c) != (0, 0, 0) && shift.Length() <= reach)
                    {
                        yield return shift;
                    }
                }
            }
        }
    }
}
