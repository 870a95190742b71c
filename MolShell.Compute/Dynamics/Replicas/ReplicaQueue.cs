using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Hands out replicas to threads and keeps their ends.</summary>
internal sealed class ReplicaQueue(MolecularSystem system, IReadOnlyList<ReplicaStart> starts, ReplicaOptions options)
{
    private int next = -1;

    public ReplicaEnd[] Ends { get; } = new ReplicaEnd[starts.Count];

    /// <summary>The next replica; null where there is none.</summary>
    public IReplica? Take()
    {
        int index = Interlocked.Increment(ref next);
        return index < starts.Count ? new Replica(this, index, starts[index]) : null;
    }

    private sealed class Replica(ReplicaQueue queue, int index, ReplicaStart start) : IReplica
    {
        public Frame Start => start.Frame;

        public RandomKey Key => start.Key;

        public bool Add(ReplicaPoint point)
        {
            int outcome = queue.Options.Stop?.Invoke(point.Phase) ?? -1;
            if (outcome < 0 && point.Step < queue.Options.MaximumSteps)
            {
                return true;
            }

            queue.Ends[index] = new ReplicaEnd(Math.Max(outcome, -1), point.ToFrame());
            return false;
        }

        public void Fail(SimulationException fault) => throw new SimulationException(
            FormattableString.Invariant($"In replica {index} of '{queue.Name}': {fault.Message}"), fault) { Step = fault.Step };
    }

    private ReplicaOptions Options => options;

    private string Name => system.Name;
}
