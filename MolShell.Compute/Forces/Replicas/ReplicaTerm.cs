namespace MolShell.Compute.Forces.Replicas;

/// <summary>One term of the energy for replicas side by side.</summary>
internal abstract class ReplicaTerm
{
    /// <summary>
    /// Adds this term's forces to the sums of all replicas: for each the very integers that <see cref="IForceEvaluator.Evaluate"/> adds
    /// for it alone. Lanes with a contribution that has no value or does not fit are reported by <see cref="ReplicaForces.Fail"/>.
    /// </summary>
    public abstract void Add(ReplicaForces forces);
}
