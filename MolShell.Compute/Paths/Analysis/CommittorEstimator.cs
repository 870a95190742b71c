using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>
/// Runs trials from a frame with velocities of the Maxwell-Boltzmann distribution until they reach a state. Trials run
/// as a <see cref="ReplicaBatch"/>, those of another engine one by one. Du et al. 1998, doi:10.1063/1.475393.
/// </summary>
public sealed class CommittorEstimator
{
    private readonly StateVolume[] states;
    private readonly CommittorOptions options;
    private readonly ReplicaBatch? batch;
    private readonly ISimulationEngine? engine;
    private readonly MolecularSystem system;

    /// <param name="system">The system whose dynamics makes the trials.</param>
    /// <param name="states">Two states or more; where they overlap, the first counts.</param>
    /// <param name="options">How trials run.</param>
    /// <exception cref="ArgumentException">There are fewer than two states, a number is out of range, or system and dynamics do not
    /// fit.</exception>
    public CommittorEstimator(MolecularSystem system, IEnumerable<StateVolume> states, CommittorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        this.system = system;
        this.states = [.. states];
        this.options = Checked(options);
        batch = new ReplicaBatch(system, this.options.Integrator, Precision.Mixed, this.options.Specialise ? null : -1, this.options.Device);
    }

    /// <param name="engine">Makes the trials, with the frames that its own settings say; not disposed here.</param>
    /// <param name="states">Two states or more; where they overlap, the first counts.</param>
    /// <param name="options">How trials run; integrator and steps per frame are the engine's.</param>
    /// <exception cref="ArgumentException">There are fewer than two states, or a number is out of range.</exception>
    public CommittorEstimator(ISimulationEngine engine, IEnumerable<StateVolume> states, CommittorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        this.engine = engine;
        system = engine.System;
        this.states = [.. states];
        this.options = Checked(options);
        if (this.options.Device is { } device and not CpuDevice)
        {
            throw new ArgumentException($"Trials of the engine {engine.Name} are started by threads of the device Cpu, not by {device.Name}.");
        }
    }

    /// <summary>Runs trials and gives the state that each came to first, counted from 0; -1 for those given up.</summary>
    /// <param name="frame">Where they begin; its velocities do not matter.</param>
    /// <param name="key">Decides the trials of this frame.</param>
    /// <param name="first">Number of the first trial; trial n is the same whatever others run with it.</param>
    /// <param name="count">Number of trials.</param>
    /// <param name="cancellation">Stops the trials.</param>
    /// <exception cref="ArgumentException">The frame does not fit the system.</exception>
    /// <exception cref="SimulationException">A trial left the finite numbers.</exception>
    public int[] Run(Frame frame, RandomKey key, int first, int count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (frame.ParticleCount != system.ParticleCount)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The frame has {frame.ParticleCount} particles, and the system '{system.Name}' has {system.ParticleCount}."));
        }

        return batch is not null
            ? RunBatch(batch, frame, key, first, count, cancellation)
            : RunEach(engine!, frame, key, first, count, cancellation);
    }

    /// <summary>Runs a number of trials and counts where they came to.</summary>
    /// <exception cref="ArgumentException">The frame does not fit the system.</exception>
    /// <exception cref="SimulationException">A trial left the finite numbers.</exception>
    public CommittorEstimate Estimate(Frame frame, RandomKey key, int trials, CancellationToken cancellation = default) =>
        Count(frame, Run(frame, key, 0, trials, cancellation));

    /// <summary>The estimate of a frame from the outcomes of all its trials.</summary>
    public CommittorEstimate Count(Frame frame, IReadOnlyCollection<int> outcomes) => new()
    {
        Frame = frame,
        States = [.. states.Select(state => state.Name)],
        Counts = [.. states.Select((_, state) => outcomes.Count(outcome => outcome == state))],
        Trials = outcomes.Count,
    };

    private CommittorOptions Checked(CommittorOptions? given)
    {
        CommittorOptions options = given ?? new CommittorOptions();
        if (states.Length < 2)
        {
            throw new ArgumentException($"A committor needs at least two states, not {states.Length}.");
        }

        return options.StepsPerFrame >= 1 && options.MaximumLength >= 1 ? options : throw new ArgumentException(
            FormattableString.Invariant(
                $"Trials of {options.MaximumLength} frames of {options.StepsPerFrame} steps; expected at least 1 of each."));
    }

    private int[] RunBatch(ReplicaBatch batch, Frame frame, RandomKey key, int first, int count, CancellationToken cancellation)
    {
        ReplicaStart[] starts = new ReplicaStart[count];
        for (int n = 0; n < count; n++)
        {
            RandomKey trial = key.Derive((ulong)(first + n));
            starts[n] = new ReplicaStart(frame with { Velocities = Velocities(batch, trial) }, trial);
        }

        ReplicaOptions replicas = new()
        {
            MaximumSteps = (long)options.MaximumLength * options.StepsPerFrame,
            StopInterval = options.StepsPerFrame,
            Stop = StateAt,
            Device = options.Device as CpuDevice,
        };
        return [.. batch.Run(starts, replicas, cancellation).Select(end => end.Outcome)];
    }

    private int[] RunEach(ISimulationEngine engine, Frame frame, RandomKey key, int first, int count, CancellationToken cancellation)
    {
        int[] outcomes = new int[count];
        int next = -1;
        CpuDevice device = options.Device as CpuDevice ?? CpuDevice.Default;
        device.For(device.Threads, (_, _) =>
        {
            for (int n = Interlocked.Increment(ref next); n < count; n = Interlocked.Increment(ref next))
            {
                outcomes[n] = RunOne(engine, frame, key.Derive((ulong)(first + n)), cancellation);
            }
        });
        return outcomes;
    }

    private int RunOne(ISimulationEngine engine, Frame frame, RandomKey trial, CancellationToken cancellation)
    {
        Frame at = EngineStart.Draw(engine, frame, trial);
        int outcome = StateAt(PhasePoint.Of(at));
        if (outcome >= 0)
        {
            return outcome;
        }

        using IEngineRun run = engine.Begin(at, trial);
        for (int length = 0; outcome < 0 && length < options.MaximumLength; length++)
        {
            try
            {
                outcome = StateAt(PhasePoint.Of(run.Next(cancellation)));
            }
            catch (FrameLimitException limit) when (limit.Action == FrameLimitAction.Stop)
            {
                break;
            }
        }

        return outcome;
    }

    private int StateAt(PhasePoint point)
    {
        for (int state = 0; state < states.Length; state++)
        {
            if (states[state].Contains(point))
            {
                return state;
            }
        }

        return -1;
    }

    private static Vec3[]? Velocities(ReplicaBatch batch, RandomKey trial)
    {
        IntegratorSettings integrator = batch.Integrator;
        bool removeMomentum = integrator.DrawsWithoutMomentum(batch.System.ParticleCount);
        return !integrator.HasVelocities ? null : MaxwellBoltzmann.Draw(
            batch.System.Topology, batch.System.Units, integrator.Temperature, trial.Derive(RandomStream.Velocities), removeMomentum);
    }
}
