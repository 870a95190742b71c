using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Devices.Engine;

/// <summary>What concerns the velocities of all particles of a device at once. Sums are those of the processor (<see cref="Dynamics.Couplings.MotionSum"/>).</summary>
internal sealed class DeviceVelocities : IDisposable
{
    private const int MostItems = 4096;
    private const int NotFinite = 100_000;

    private readonly DeviceParticles particles;
    private readonly int items;
    private readonly Kernel findExponents;
    private readonly Kernel addMotion;
    private readonly Kernel changeVelocities;
    private readonly Kernel changePositions;
    private readonly KernelArray<int> exponents;
    private readonly KernelArray<long> sums;

    public DeviceVelocities(DeviceParticles particles, ReadOnlySpan<double> masses)
    {
        this.particles = particles;
        KernelDevice device = particles.Device;
        KernelProgram program = device.Compile(KernelSource.Load("motion", Precision.Double, []));
        items = Math.Min(MostItems, particles.Count);
        exponents = particles.Own(device.CreateArray<int>(3));
        sums = particles.Own(device.CreateArray<long>(6));
        KernelArray<double> massOf = particles.Own(device.CreateArray(masses));
        findExponents = program.CreateKernel("find_exponents");
        addMotion = program.CreateKernel("add_motion");
        foreach (Kernel kernel in new[] { findExponents, addMotion })
        {
            kernel.Set(0, particles.Count).Set(1, items).SetMany(
                3, massOf, particles.Id, particles.VelocityX, particles.VelocityY, particles.VelocityZ, exponents);
        }

        addMotion.Set(9, 32 - int.LeadingZeroCount(particles.Count)).Set(10, sums);
        changeVelocities = program.CreateKernel("change_vectors");
        changeVelocities.Set(0, particles.Count).SetMany(7, particles.VelocityX, particles.VelocityY, particles.VelocityZ);
        changePositions = program.CreateKernel("change_vectors");
        changePositions.Set(0, particles.Count).SetMany(7, particles.X, particles.Y, particles.Z);
    }

    /// <summary>sum m v^2 or sum m v along each axis; not a number where a term is not finite.</summary>
    public Vec3 Sum(bool isSquare)
    {
        Span<long> words = stackalloc long[6];
        exponents.Clear();
        sums.Clear();
        findExponents.Set(2, isSquare ? 1 : 0).Launch(items);
        addMotion.Set(2, isSquare ? 1 : 0).Launch(items);
        sums.Read(words);
        return new Vec3(Value(words[0], words[3]), Value(words[1], words[4]), Value(words[2], words[5]));
    }

    /// <summary>Multiplies velocities along each axis, and adds to them.</summary>
    public void Change(Vec3 factors, Vec3 shift) => Launch(changeVelocities, factors, shift);

    /// <summary>Multiplies positions along each axis.</summary>
    public void Stretch(Vec3 factors) => Launch(changePositions, factors, Vec3.Zero);

    public void Dispose()
    {
        findExponents.Dispose();
        addMotion.Dispose();
        changeVelocities.Dispose();
        changePositions.Dispose();
    }

    private static double Value(long sum, long exponent) => exponent == NotFinite ? double.NaN : sum / Math.ScaleB(1, (int)exponent);

    private void Launch(Kernel kernel, Vec3 factors, Vec3 shift) =>
        kernel.Set(1, factors.X).Set(2, factors.Y).Set(3, factors.Z).Set(4, shift.X).Set(5, shift.Y).Set(6, shift.Z).Launch(particles.Count);
}
