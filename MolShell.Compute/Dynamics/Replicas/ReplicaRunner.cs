namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>The compiled loop that runs replicas of a system.</summary>
internal abstract class ReplicaRunner
{
    /// <summary>Number of replicas that go on together.</summary>
    public abstract int Lanes { get; }

    /// <summary>Runs replicas until there are no more; for any number of threads at once.</summary>
    /// <param name="next">
    /// Gives the next replica, or null where there is none now: it is asked again when a replica has ended, since that may bring about others.
    /// </param>
    /// <param name="interval">Steps from one point of a replica to the next, at least 1.</param>
    /// <param name="cancellation">Stops all.</param>
    /// <exception cref="ArgumentException">A start does not fit the system.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public abstract void Run(Func<IReplica?> next, int interval, CancellationToken cancellation);
}
