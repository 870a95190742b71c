namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>The compiled loop that runs replicas of a system.</summary>
internal abstract class ReplicaRunner
{
    /// <summary>Runs replicas of the queue until there are no more; for any number of threads at once.</summary>
    public abstract void Run(ReplicaQueue queue, CancellationToken cancellation);
}
