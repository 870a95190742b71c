using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>
/// One run among many that are made together: where it begins, and who follows it. A committor's trial is one, and so is the part of a path
/// that grows from a shooting point.
/// </summary>
public interface IReplica
{
    /// <summary>Where the run begins; has velocities where the dynamics has.</summary>
    Frame Start { get; }

    /// <summary>Decides the noise, as <see cref="SimulationOptions.Key"/> does for a run alone.</summary>
    RandomKey Key { get; }

    /// <summary>Takes the next point of the run, the start first; false ends the run there.</summary>
    bool Add(ReplicaPoint point);

    /// <summary>Takes the news that the run cannot go on. Unless replaced, throws, which stops all runs.</summary>
    void Fail(SimulationException fault) => throw new SimulationException(fault.Message, fault) { Step = fault.Step };
}
