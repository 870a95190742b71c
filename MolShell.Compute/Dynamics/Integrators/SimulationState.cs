using MolShell.Compute.Devices;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>All that changes in a run.</summary>
internal sealed class SimulationState(IDevice device, int particles, bool hasVelocities)
{
    private readonly CpuArray<Vec3> positions = Allocate<Vec3>(device, particles);
    private readonly CpuArray<Vec3> velocities = Allocate<Vec3>(device, hasVelocities ? particles : 0);
    private readonly CpuArray<Vec3> forces = Allocate<Vec3>(device, particles);

    /// <summary>Positions [length], not wrapped.</summary>
    public Span<Vec3> Positions => positions.Span;

    /// <summary>Velocities [length/time]; empty where the dynamics has none.</summary>
    public Span<Vec3> Velocities => velocities.Span;

    /// <summary>Forces at the positions [energy/length].</summary>
    public Span<Vec3> Forces => forces.Span;

    /// <summary>Energy at the positions [energy].</summary>
    public double PotentialEnergy { get; set; }

    public Box Box { get; set; } = Box.Open;

    /// <summary>Steps made since the start of the run.</summary>
    public long Step { get; set; }

    /// <summary>Key of the noise.</summary>
    public RandomKey Noise { get; set; }

    private static CpuArray<T> Allocate<T>(IDevice device, int length)
        where T : unmanaged => device.Allocate<T>(length) as CpuArray<T>
            ?? throw new ArgumentException($"The built-in dynamics runs in main memory; device '{device.Name}' has its own.");
}
