using MolShell.Compute.Devices;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>
/// Many independent runs of a system. Those of one particle in a potential of place, and of small systems whose forces all have lanes,
/// run side by side in the lanes of vector registers; any other system runs replica by replica. Each replica gives the very bits of a <see cref="Simulation"/> alone with its
/// start and key, on any register width and any number of threads. A lane whose replica has ended takes the next one.
/// </summary>
public sealed class ReplicaBatch
{
    private readonly ReplicaRunner runner;

    /// <param name="system">The system; its start gives the topology.</param>
    /// <param name="integrator">The dynamics; null takes the system's own.</param>
    /// <param name="precision">Precision of pair forces.</param>
    /// <exception cref="ArgumentException">System or integrator are not supported, or there is no integrator.</exception>
    public ReplicaBatch(MolecularSystem system, IntegratorSettings? integrator = null, Precision precision = Precision.Mixed)
        : this(system, integrator, precision, null, null)
    {
    }

    /// <param name="system">The system.</param>
    /// <param name="integrator">The dynamics.</param>
    /// <param name="precision">Precision of pair forces.</param>
    /// <param name="width">
    /// Width of registers to use [bit], 0 for single numbers, -1 to run replica by replica; null takes what suits the processor.
    /// </param>
    /// <param name="device">Where replicas run one after another; null for this processor.</param>
    internal ReplicaBatch(MolecularSystem system, IntegratorSettings? integrator, Precision precision, int? width, IDevice? device = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        System = system.Validate();
        Integrator = integrator ?? system.Integrator
            ?? throw new ArgumentException($"The system '{system.Name}' has no integrator of its own; expected one to be given.");
        Integrator.Validate();
        if (!Supports(Integrator))
        {
            throw new ArgumentException(
                "Replicas move by VelocityVerlet, LangevinBaoab or Overdamped without pressure and without removal of the motion of the center "
                + $"of mass, not {Integrator}.");
        }

        // Also checks that the forces fit the system.
        SimulationOptions options = new() { Integrator = Integrator, Precision = precision, Device = device is CpuDevice ? null : device };
        using (new Simulation(system, options))
        {
        }

        runner = width == -1 ? new SingleReplicas(system, options) : ReplicaFactory.Create(system, Integrator, options, width);
    }

    public MolecularSystem System { get; }

    public IntegratorSettings Integrator { get; }

    /// <summary>Number of replicas that go on together on each thread; 1 where the system has no lanes.</summary>
    public int Lanes => runner.Lanes;

    /// <summary>
    /// Whether replicas can move so: by velocity Verlet, Langevin or overdamped dynamics with no barostat and no removal of the motion of
    /// the centre of mass.
    /// </summary>
    public static bool Supports(IntegratorSettings integrator)
    {
        ArgumentNullException.ThrowIfNull(integrator);
        return !integrator.HasCoupling;
    }

    /// <summary>Runs replicas to their ends.</summary>
    /// <param name="starts">Where they begin, n of them.</param>
    /// <param name="options">How far they run.</param>
    /// <param name="cancellation">Stops all.</param>
    /// <returns>Their ends, in the order of the starts, shape [n].</returns>
    /// <exception cref="ArgumentException">An option is out of range, or a start does not fit the system.</exception>
    /// <exception cref="SimulationException">A replica left the finite numbers; names it.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReplicaEnd[] Run(IReadOnlyList<ReplicaStart> starts, ReplicaOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        CpuDevice device = options.Device ?? CpuDevice.Default;
        ReplicaQueue queue = new(System, starts, options);
        using CancellationTokenSource all = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        device.For(device.Threads, (_, _) =>
        {
            try
            {
                runner.Run(queue.Take, options.StopInterval, all.Token);
            }
            catch (Exception fault) when (fault is SimulationException or ArgumentException)
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
