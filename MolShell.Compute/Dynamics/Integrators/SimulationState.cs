using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Integrators;

/// <summary>All that changes in a run.</summary>
internal sealed class SimulationState
{
    public SimulationState(Particles particles, bool hasVelocities)
    {
        Particles = particles;
        HasVelocities = hasVelocities;
        VelocityX = hasVelocities ? particles.AddColumn() : [];
        VelocityY = hasVelocities ? particles.AddColumn() : [];
        VelocityZ = hasVelocities ? particles.AddColumn() : [];
    }

    /// <summary>Positions by slot.</summary>
    public Particles Particles { get; }

    public bool HasVelocities { get; }

    /// <summary>Velocities by slot [length/time]; empty where the dynamics has none.</summary>
    public double[] VelocityX { get; }

    public double[] VelocityY { get; }

    public double[] VelocityZ { get; }

    /// <summary>Energy at the positions [energy]; null where it was not computed.</summary>
    public double? PotentialEnergy { get; set; }

    /// <summary>Whether the next steps are to compute the energy and the virials of forces too.</summary>
    public bool WantsEnergy { get; set; }

    public Box Box
    {
        get => Particles.Box;
        set => Particles.Box = value;
    }

    /// <summary>Steps made since the start of the run.</summary>
    public long Step { get; set; }

    /// <summary>Key of the noise.</summary>
    public RandomKey Noise { get; set; }

    /// <summary>Positions in the order of the particles [length], not wrapped.</summary>
    public Vec3[] CopyPositions() => Copy(Particles.X, Particles.Y, Particles.Z);

    /// <summary>Velocities in the order of the particles [length/time]; empty where the dynamics has none.</summary>
    public Vec3[] CopyVelocities() => HasVelocities ? Copy(VelocityX, VelocityY, VelocityZ) : [];

    private Vec3[] Copy(double[] x, double[] y, double[] z)
    {
        Vec3[] vectors = new Vec3[Particles.Count];
        Particles.Gather(x, y, z, vectors);
        return vectors;
    }
}
