using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics.Replicas;

namespace MolShell.Compute.Engines;

/// <summary>Runs pieces of dynamics on the threads of a processor, and on each side by side where the engine can.</summary>
internal static class ReplicaRun
{
    /// <summary>Runs all pieces to their ends.</summary>
    /// <param name="engine">Makes the dynamics.</param>
    /// <param name="pieces">What to run; each is touched by one thread.</param>
    /// <param name="device">The processor; null for one thread.</param>
    /// <param name="cancellation">Stops all.</param>
    public static void All(ISimulationEngine engine, IReadOnlyList<IReplica> pieces, CpuDevice? device, CancellationToken cancellation)
    {
        int next = -1;
        CpuDevice threads = device ?? CpuDevice.Default;
        threads.For(threads.Threads, (_, _) => engine.RunMany(Next, cancellation));

        IReplica? Next()
        {
            int index = Interlocked.Increment(ref next);
            return index < pieces.Count ? pieces[index] : null;
        }
    }
}
