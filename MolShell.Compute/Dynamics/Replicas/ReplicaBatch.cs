using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>
/// Many independent runs of a system of one particle in a potential of place, side by side in the lanes of vector registers. Each replica
/// gives the very bits of a <see cref="Simulation"/> alone with its start and key, on any register width and any number of threads. A
/// lane whose replica has ended takes the next one.
/// </summary>
public sealed class ReplicaBatch
{
    /// <param name="system">The system; its start gives topology and box.</param>
    /// <param name="integrator">The dynamics; null takes the system's own.</param>
    /// <exception cref="ArgumentException">System or integrator are not supported, or there is no integrator.</exception>
    public ReplicaBatch(MolecularSystem system, IntegratorSettings? integrator = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        System = system.Validate();
        Integrator = integrator ?? system.Integrator
            ?? throw new ArgumentException($"The system '{system.Name}' has no integrator of its own; expected one to be given.");
        Integrator.Validate();
        if (!Supports(system, Integrator))
        {
            throw new ArgumentException(
                "Replicas side by side are for one particle under one external force without a bath that acts on all; "
                + $"'{system.Name}' has {system.ParticleCount} particles and {system.Forces.Length} forces, and moves by {Integrator}.");
        }

        // Also checks that the force fits the system.
        using (new Simulation(system, new SimulationOptions { Integrator = Integrator }))
        {
        }
    }

    public MolecularSystem System { get; }

    public IntegratorSettings Integrator { get; }

    /// <summary>
    /// Whether the system is one particle under one external force, and moves by velocity Verlet, Langevin or overdamped dynamics with no
    /// barostat and no removal of the motion of the centre of mass.
    /// </summary>
    public static bool Supports(MolecularSystem system, IntegratorSettings integrator)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(integrator);
        return system.ParticleCount == 1 && system.Forces is [IOneParticleForce] && !integrator.HasCoupling;
    }

    /// <summary>Runs replicas to their ends.</summary>
    /// <param name="starts">Where they begin, n of them.</param>
    /// <param name="options">How far they run.</param>
    /// <param name="cancellation">Stops all.</param>
    /// <returns>Their ends, in the order of the starts, shape [n].</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="SimulationException">A replica left the finite numbers; names it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReplicaEnd[] Run(IReadOnlyList<ReplicaStart> starts, ReplicaOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        CpuDevice device = options.Device ?? CpuDevice.Default;
        ReplicaRunner runner = ReplicaFactory.Create(System, Integrator, options.Lanes);
        ReplicaQueue queue = new(System, Integrator.HasVelocities, starts, options);
        using CancellationTokenSource all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        device.For(device.Threads, (_, _) =>
        {
            try
            {
                runner.Run(queue, all.Token);
            }
            catch (SimulationException)
            {
                all.Cancel();
                throw;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Another thread has a fault to tell.
            }
        });
        return queue.Ends;
    }
}
