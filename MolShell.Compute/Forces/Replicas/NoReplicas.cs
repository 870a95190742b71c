namespace MolShell.Compute.Forces.Replicas;

/// <summary>A term without forces.</summary>
internal sealed class NoReplicas : ReplicaTerm
{
    public override void Add(ReplicaForces forces)
    {
    }
}
