using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Devices.Engine;

/// <summary>
/// Steps of the dynamics on a device. Many steps are queued at once; when a particle has moved too far for the lists, or a force does not
/// fit its units, the kernels of the steps after it do nothing, and the host goes on from there.
/// </summary>
internal sealed class DeviceDynamics : IDisposable
{
    private const int LongestBatch = 256;

    private readonly DeviceForces forces;
    private readonly DeviceParticles particles;
    private readonly Kernel kernel;
    private readonly bool hasVelocities;
    private int batch = 8;
    private bool finishes;

    /// <exception cref="ArgumentException">The integrator is not one that devices have.</exception>
    public DeviceDynamics(DeviceForces forces, MolecularSystem system, IntegratorSettings settings)
    {
        this.forces = forces;
        particles = forces.Particles;
        KernelDevice device = particles.Device;
        (int number, Func<double, ParticleFactors> factors) = settings.Kind switch
        {
            IntegratorKind.VelocityVerlet or IntegratorKind.NoseHoover or IntegratorKind.VelocityRescaling => (0, new VelocityVerlet(settings, system.Units).FactorsFor),
            IntegratorKind.LangevinBaoab => (1, new Baoab(settings, system.Units).FactorsFor),
            IntegratorKind.Overdamped => (2, (Func<double, ParticleFactors>)new EulerMaruyama(settings, system.Units).FactorsFor),
            _ => throw new ArgumentException($"Device {device.Name} does not have the integrator {settings.Kind}; use device Cpu."),
        };
        hasVelocities = settings.HasVelocities;
        ParticleFactors[] all = [.. system.Topology.Masses.Select(factors)];
        KernelProgram program = device.Compile(KernelSource.Load("advance", particles.Precision, [("INTEGRATOR", number)]));
        Velocities = new DeviceVelocities(particles, system.Topology.Masses.AsSpan());
        kernel = program.CreateKernel("advance");
        kernel.Set(0, particles.Count).Set(1, system.Topology.Dimension).SetMany(5, particles.Control)
            .Set(8, settings.TimeStep).Set(9, Math.Exp(-settings.Friction * settings.TimeStep)).SetMany(
                11, particles.Own(device.CreateArray<double>([.. all.Select(f => f.Kick)])),
                particles.Own(device.CreateArray<double>([.. all.Select(f => f.Noise)])),
                particles.Id, particles.X, particles.Y, particles.Z, particles.VelocityX, particles.VelocityY, particles.VelocityZ,
                particles.ForceX, particles.ForceY, particles.ForceZ, particles.ReferenceX, particles.ReferenceY, particles.ReferenceZ)
            .Set(26, forces.SquaredSlack).SetMany(27, particles.Frame, particles.Place);
    }

    /// <summary>Sums and changes of all velocities, complete after <see cref="Finish"/>.</summary>
    public DeviceVelocities Velocities { get; }

    /// <summary>Says that forces are those at the positions, and velocities are complete.</summary>
    public void Begin() => finishes = false;

    /// <summary>Goes on for a number of steps; forces at the present positions must be in memory.</summary>
    /// <param name="key">Decides the noise.</param>
    /// <param name="step">Number of the first step.</param>
    /// <param name="steps">How many.</param>
    /// <returns>Steps whose forces are finite: fewer than <paramref name="steps"/> where those of the next are not.</returns>
    public long Advance(RandomKey key, long step, long steps)
    {
        long done = 0;
        while (done < steps)
        {
            int length = (int)Math.Min(batch, steps - done);
            (int moves, bool broken) = Run(key, step + done, length);
            done += moves;
            if (broken && !forces.TryCompute(wantsEnergy: false))
            {
                return done - 1;
            }

            // About as many as lists last, since steps queued after that are in vain.
            batch = broken ? Math.Max(4, moves + 1) : Math.Min(LongestBatch, batch + (batch / 4) + 1);
        }

        return done;
    }

    /// <summary>Completes the velocities of the last step.</summary>
    public void Finish()
    {
        if (finishes)
        {
            particles.ResetControl();
            Launch(default, 0, 1, moves: false);
            finishes = false;
        }
    }

    public void Dispose()
    {
        kernel.Dispose();
        Velocities.Dispose();
    }

    // Moves made, and whether forces after the last of them are missing.
    private (int Moves, bool Broken) Run(RandomKey key, long step, int length)
    {
        particles.ResetControl();
        for (int move = 1; move <= length; move++)
        {
            Launch(key, step + move - 1, move, moves: true);
            forces.ResetUnits();
            forces.Launch(move, wantsEnergy: false);
            finishes = hasVelocities;
        }

        (int movedAt, int failedAt, _, _) = particles.ReadControl();
        if (movedAt <= length)
        {
            forces.Sort();
        }

        return (Math.Min(Math.Min(movedAt, failedAt), length), Math.Min(movedAt, failedAt) <= length);
    }

    private void Launch(RandomKey key, long step, int move, bool moves) =>
        kernel.Set(2, finishes ? 1 : 0).Set(3, moves ? 1 : 0).Set(4, move).Set(6, key.Value).Set(7, (ulong)step).Set(10, forces.Units.Force)
            .Launch(particles.Count);
}
