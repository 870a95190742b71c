using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics.Replicas;

/// <summary>Replicas one after another, each by a simulation: for systems whose forces have no lanes.</summary>
internal sealed class SingleReplicas(MolecularSystem system, SimulationOptions options) : ReplicaRunner
{
    public override int Lanes => 1;

    public override void Run(Func<IReplica?> next, int interval, CancellationToken cancellation)
    {
        using Simulation simulation = new(system, options);
        while (next() is { } replica)
        {
            Run(simulation, replica, interval, cancellation);
        }
    }

    private static void Run(Simulation simulation, IReplica replica, int interval, CancellationToken cancellation)
    {
        try
        {
            simulation.SetState(replica.Start, replica.Key);
            while (replica.Add(new ReplicaPoint(simulation.Capture(), simulation.Step)))
            {
                simulation.Advance(interval, cancellation);
            }
        }
        catch (SimulationException fault)
        {
            replica.Fail(fault);
        }
    }
}
