using MolShell.Compute.Devices;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>How far replicas run.</summary>
public sealed record ReplicaOptions
{
    /// <summary>Steps after which a replica ends in any case; a multiple of <see cref="StopInterval"/>.</summary>
    public required long MaximumSteps { get; init; }

    /// <summary>Ends replicas early; asked at step 0 and then every <see cref="StopInterval"/> steps. Null lets all make all steps.</summary>
    public ReplicaStop? Stop { get; init; }

    /// <summary>Steps from one question to the next, at least 1.</summary>
    public int StopInterval { get; init; } = 1;

    /// <summary>Where to run; null is one thread of this processor.</summary>
    public CpuDevice? Device { get; init; }

    /// <exception cref="ArgumentException">A number is out of range; names it and what was expected.</exception>
    public void Validate()
    {
        if (StopInterval < 1)
        {
            throw new ArgumentException(FormattableString.Invariant($"The stop interval is {StopInterval} steps; expected at least 1."));
        }

        if (MaximumSteps < 0 || MaximumSteps % StopInterval != 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The largest number of steps is {MaximumSteps}; expected a multiple of the stop interval, {StopInterval}."));
        }
    }
}
