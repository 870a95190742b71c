using System.Diagnostics;
using MolShell.Compute.Dynamics;

namespace MolShell.Infrastructure;

/// <summary>Keeps the checkpoint file of a run up to date: every so many steps, or every half minute.</summary>
internal sealed class CheckpointKeeper(string path, long? interval)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly Stopwatch sinceLast = Stopwatch.StartNew();
    private long? saved;

    /// <summary>The step at which the next checkpoint is due after <paramref name="step"/>.</summary>
    public long NextStep(long step) => interval is { } steps ? step - (step % steps) + steps : long.MaxValue;

    public void SaveIfDue(Simulation simulation)
    {
        if (interval is { } steps ? simulation.Step % steps == 0 : sinceLast.Elapsed > Period)
        {
            Save(simulation);
        }
    }

    /// <summary>Writes the state, unless the file has it already.</summary>
    public void Save(Simulation simulation)
    {
        if (saved == simulation.Step)
        {
            return;
        }

        simulation.CreateCheckpoint().Save(path);
        saved = simulation.Step;
        sinceLast.Restart();
    }
}
