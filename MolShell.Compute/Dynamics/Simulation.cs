using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Couplings;
using MolShell.Compute.Dynamics.Integrators;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>
/// A run of the built-in molecular dynamics. The same system, options and start give the same bits, however the steps are divided
/// among calls and whether or not a checkpoint came between. Belongs to one thread at a time.
/// </summary>
public sealed class Simulation : IDisposable
{
    // Between two looks at cancellation and sanity; well below 10 ms of work.
    private const int ParticleStepsPerCheck = 20_000;

    // The kinetic energy takes a few per cent of a step of many particles.
    private const int StepsPerGuard = 20;

    private readonly Precision precision;
    private readonly ForceField field;
    private readonly Propagator propagator;
    private readonly CoupledPropagator? coupled;
    private readonly SimulationState state;
    private RandomKey key;
    private string? fingerprint;
    private RunawayGuard guard;
    private double? potentialEnergy;

    /// <summary>Prepares a run from the system's start; velocities are drawn where the start has none.</summary>
    /// <exception cref="ArgumentException">System, integrator and forces do not fit; names what was expected.</exception>
    /// <exception cref="SimulationException">The start has no finite energy, such as overlapping particles.</exception>
    public Simulation(MolecularSystem system, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        options ??= new SimulationOptions();
        System = system.Validate();
        Integrator = options.Integrator ?? system.Integrator
            ?? throw new ArgumentException($"The system '{system.Name}' has no integrator of its own; expected one in the options.");
        Integrator.Validate(System);
        IDevice device = options.Device ?? CpuDevice.Default;
        precision = options.Precision;
        field = new ForceField(system, new ForceFieldOptions { Device = device, Precision = options.Precision });
        propagator = PropagatorFactory.Create(field, Integrator, options.Specialise && Integrator.Barostat is null);
        state = new SimulationState(field.Particles, Integrator.HasVelocities);
        if (Integrator.HasCoupling)
        {
            propagator = coupled = new CoupledPropagator(propagator, field, Integrator);
        }

        Frame start = system.Start;
        if (Integrator.HasVelocities && start.Velocities is null)
        {
            bool removeMomentum = options.RemoveMomentum ?? Integrator.DrawsWithoutMomentum(system.ParticleCount);
            RandomKey draw = options.Key.Derive(RandomStream.Velocities);
            start = start with
            {
                Velocities = MaxwellBoltzmann.Draw(system.Topology, system.Units, Integrator.Temperature, draw, removeMomentum),
            };
        }

        SetState(start, options.Key);
    }

    public MolecularSystem System { get; }

    public IntegratorSettings Integrator { get; }

    /// <summary>Steps since the start of the run.</summary>
    public long Step => state.Step;

    /// <summary>Time since the start of the run [time].</summary>
    public double Time => state.Step * Integrator.TimeStep;

    public Box Box => state.Box;

    /// <summary>A copy of the positions [length], not wrapped.</summary>
    public ReadOnlySpan<Vec3> Positions => state.CopyPositions();

    /// <summary>A copy of the velocities [length/time]; empty for overdamped dynamics.</summary>
    public ReadOnlySpan<Vec3> Velocities => state.CopyVelocities();

    /// <summary>Potential energy in double precision [energy]; computed when first asked for after a step.</summary>
    /// <exception cref="SimulationException">It is not finite.</exception>
    public double PotentialEnergy => potentialEnergy ??= propagator.MeasureEnergy(state);

    /// <summary>Kinetic energy [energy]; null for overdamped dynamics.</summary>
    public double? KineticEnergy => Integrator.HasVelocities ? Kinetics.Energy(System.Topology, state.CopyVelocities(), System.Units) : null;

    /// <summary>
    /// Energy of particles and baths together [energy]: K + U, and what the heat bath, rescaled cells and the removed motion of the centre
    /// of mass took. It drifts only by the error of the time step; null for Langevin and overdamped dynamics.
    /// </summary>
    public double? ConservedEnergy => ConservedEnergyWith(KineticEnergy);

    /// <summary>
    /// Pressure (2 K + tr W)/(3 V) [energy/length^3]; null without velocities, without a periodic box, and for one particle in a potential of
    /// place.
    /// </summary>
    /// <exception cref="SimulationException">The energy is not finite.</exception>
    public double? Pressure => PressureWith(KineticEnergy);

    /// <summary>Memory of the neighbour lists [bytes].</summary>
    internal long ListBytes => this.field.ListBytes;

    /// <summary>Goes on for a number of steps.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two steps; the run can go on from where it is.</exception>
    /// <exception cref="SimulationException">
    /// The run left the finite numbers or heated up beyond all bounds; names step and particle. The state is then of no use:
    /// <see cref="SetState"/> or <see cref="Restore"/> must follow.
    /// </exception>
    public void Advance(long steps, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        long chunk = Math.Max(propagator.StepsPerCall, ParticleStepsPerCheck / System.ParticleCount);
        long end = state.Step + steps;
        long guarded = state.Step;
        potentialEnergy = null;
        try
        {
            while (state.Step < end)
            {
                cancellation.ThrowIfCancellationRequested();
                propagator.Advance(state, Math.Min(chunk, end - state.Step));
                if (state.Step - guarded >= StepsPerGuard || state.Step == end)
                {
                    propagator.Check(guard, state);
                    guarded = state.Step;
                }
            }
        }
        catch (SimulationException fault) when (fault.Step < 0)
        {
            throw fault.At(state.Step);
        }
        finally
        {
            propagator.Synchronize(state);
        }
    }

    /// <summary>A copy of the present state, with energies and temperature.</summary>
    /// <param name="withForces">Whether forces are copied too.</param>
    public Frame Snapshot(bool withForces = false)
    {
        Frame frame = Capture().WithKineticEnergy();
        frame = frame with
        {
            PotentialEnergy = PotentialEnergy,
            ConservedEnergy = ConservedEnergyWith(frame.KineticEnergy),
            Pressure = PressureWith(frame.KineticEnergy),
        };
        return withForces ? frame with { Forces = Report().Forces } : frame;
    }

    /// <summary>Energies by term, forces, virial and pressure of the present state, in double precision.</summary>
    public EnergyReport Report() => field.Measure(Capture());

    /// <summary>Starts a new run, at step 0, from a frame of the same system.</summary>
    /// <param name="start">Positions, box and, but for overdamped dynamics, velocities.</param>
    /// <param name="key">Decides the noise.</param>
    /// <exception cref="ArgumentException">The frame does not fit the system or lacks velocities.</exception>
    /// <exception cref="SimulationException">The frame has no finite energy.</exception>
    public void SetState(Frame start, RandomKey key)
    {
        ArgumentNullException.ThrowIfNull(start);
        Load(start.Positions, start.Velocities, start.Box, 0, key, null);
    }

    /// <summary>All that is needed to go on from the present state in another process.</summary>
    public Checkpoint CreateCheckpoint() => new()
    {
        SystemFingerprint = Fingerprint(),
        Integrator = Integrator,
        Key = key,
        Step = state.Step,
        Box = state.Box,
        Positions = state.CopyPositions(),
        Velocities = state.CopyVelocities(),
        Coupling = coupled?.Remember() ?? CouplingState.None,
        Precision = precision,
    };

    /// <summary>
    /// Goes back to a checkpoint of a run of the same system and integrator; what follows is what would have followed there.
    /// </summary>
    /// <exception cref="ArgumentException">The checkpoint is of another system, integrator or precision.</exception>
    public void Restore(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (checkpoint.SystemFingerprint != Fingerprint())
        {
            throw new ArgumentException(
                $"The checkpoint is of another system than '{System.Name}': particles, box, start, units or forces differ.");
        }

        if (checkpoint.Integrator != Integrator)
        {
            throw new ArgumentException(
                $"The checkpoint is of a run with other dynamics ({checkpoint.Integrator}) than this one ({Integrator}).");
        }

        if (checkpoint.Precision is { } other && other != precision)
        {
            throw new ArgumentException($"The checkpoint is of a run in {other} precision, and this one is in {precision} precision.");
        }

        Load(checkpoint.Positions, checkpoint.Velocities, checkpoint.Box, checkpoint.Step, checkpoint.Key, checkpoint.Coupling);
    }

    public void Dispose()
    {
        propagator.Dispose();
        field.Dispose();
    }

    /// <summary>A copy of the present state without energies: the cheapest frame.</summary>
    internal Frame Capture() => new()
    {
        Topology = System.Topology,
        Box = state.Box,
        Units = System.Units,
        Step = state.Step,
        Time = Time,
        Positions = state.CopyPositions(),
        Velocities = Integrator.HasVelocities ? state.CopyVelocities() : null,
        DegreesOfFreedom = Integrator.CenterOfMassInterval > 0 ? Integrator.DegreesOfFreedom(System.Topology) : null,
    };

    // Without a memory of the baths, a new run begins.
    private void Load(
        ReadOnlySpan<Vec3> positions, ReadOnlySpan<Vec3> velocities, Box box, long step, RandomKey key, CouplingState? memory)
    {
        CheckLength(positions.Length, "positions");
        state.Particles.SetPositions(positions);
        if (Integrator.HasVelocities)
        {
            CheckLength(velocities.Length, "velocities");
            state.Particles.Scatter(velocities, state.VelocityX, state.VelocityY, state.VelocityZ);
        }

        state.Box = box;
        state.Step = step;
        state.Noise = key.Derive(RandomStream.Thermostat);
        this.key = key;
        if (memory is null)
        {
            coupled?.Begin(state, key);
        }
        else
        {
            coupled?.Continue(key, memory);
        }

        potentialEnergy = null;
        propagator.Refresh(state);
        guard = new RunawayGuard(System, Integrator, state);
    }

    private double? ConservedEnergyWith(double? kineticEnergy) =>
        Integrator.Kind is IntegratorKind.LangevinBaoab or IntegratorKind.Overdamped
            ? null
            : PotentialEnergy + kineticEnergy + (coupled?.BathEnergy ?? 0);

    private double? PressureWith(double? kineticEnergy)
    {
        if (!Box.IsFullyPeriodic || kineticEnergy is null || !propagator.HasVirials)
        {
            return null;
        }

        // The virials are computed together with the energy.
        double virial = double.IsFinite(PotentialEnergy) ? 0 : double.NaN;
        foreach (Virial term in field.TermVirials)
        {
            virial += term.Trace;
        }

        return ((2 * kineticEnergy) + virial) / (3 * Box.Volume);
    }

    private void CheckLength(int length, string what)
    {
        if (length != System.ParticleCount)
        {
            throw new ArgumentException($"The start has {length} {what} for the {System.ParticleCount} particles of '{System.Name}'.");
        }
    }

    private string Fingerprint() => fingerprint ??= System.Fingerprint();
}
