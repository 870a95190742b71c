using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis;

/// <summary>
/// Runs trials from a frame with velocities of the Maxwell-Boltzmann distribution until they reach a state. Trials run
/// as a <see cref="ReplicaBatch"/>. Du et al. 1998, doi:10.1063/1.475393.
/// </summary>
public sealed class CommittorEstimator
{
    private readonly StateVolume[] states;
    private readonly CommittorOptions options;
    private readonly ReplicaBatch batch;

    /// <param name="system">The system whose dynamics makes the trials.</param>
    /// <param name="states">Two states or more; where they overlap, the first counts.</param>
    /// <param name="options">How trials run.</param>
    /// <exception cref="ArgumentException">There are fewer than two states, a number is out of range, or system and dynamics do not
    /// fit.</exception>
    public CommittorEstimator(MolecularSystem system, IEnumerable<StateVolume> states, CommittorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        this.states = [.. states];
        this.options = options ?? new CommittorOptions();
        if (this.states.Length < 2)
        {
            throw new ArgumentException($"A committor needs at least two states, not {this.states.Length}.", nameof(states));
        }

        if (this.options.StepsPerFrame < 1 || this.options.MaximumLength < 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Trials of {this.options.MaximumLength} frames of {this.options.StepsPerFrame} steps; expected at least 1 of each."));
        }

        batch = new ReplicaBatch(system, this.options.Integrator, Precision.Mixed, this.options.Specialise ? null : -1, this.options.Device);
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
        if (frame.ParticleCount != batch.System.ParticleCount)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The frame has {frame.ParticleCount} particles, and the system '{batch.System.Name}' has {batch.System.ParticleCount}."));
        }

        ReplicaStart[] starts = new ReplicaStart[count];
        for (int n = 0; n < count; n++)
        {
            RandomKey trial = key.Derive((ulong)(first + n));
            starts[n] = new ReplicaStart(frame with { Velocities = Velocities(trial) }, trial);
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

    private Vec3[]? Velocities(RandomKey trial)
    {
        IntegratorSettings integrator = batch.Integrator;
        bool removeMomentum = integrator.DrawsWithoutMomentum(batch.System.ParticleCount);
        return !integrator.HasVelocities ? null : MaxwellBoltzmann.Draw(
            batch.System.Topology, batch.System.Units, integrator.Temperature, trial.Derive(RandomStream.Velocities), removeMomentum);
    }
}
