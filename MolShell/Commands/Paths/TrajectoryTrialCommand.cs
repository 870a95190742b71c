using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Base of the commands that make one result of the trials of all frames.</summary>
public abstract class TrajectoryTrialCommand : TrialCommand
{
    private readonly List<Frame> frames = [];
    private RandomKey key;

    protected sealed override void Begin() => key = RandomKey.FromSeed(Seed ?? Seeds.Draw(this), RandomStream.TrialForward);

    protected sealed override void Process()
    {
        if (HasAllFrames)
        {
            Measure(From);
        }
        else
        {
            frames.Add(InitialFrame);
        }
    }

    protected sealed override void End()
    {
        if (!HasAllFrames)
        {
            Measure(frames);
        }
    }

    /// <summary>Measures from the trials of frames, and writes the result.</summary>
    private protected abstract void Measure(IReadOnlyList<Frame> frames, ISimulationEngine engine, CpuDevice? threads);

    /// <summary>Runs all trials of frames, in slices between which progress is shown.</summary>
    /// <param name="activity">What they are for.</param>
    /// <param name="frames">The frames.</param>
    /// <param name="run">Runs trials: the key, the number of the first one, and how many.</param>
    private protected void RunTrials(string activity, IReadOnlyList<Frame> frames, Action<RandomKey, long, int> run)
    {
        long total = (long)frames.Count * TrialCount, done = 0;
        StepSlicer slicer = new();
        using ProgressReporter progress = new(this, $"{activity} of {SystemName}");
        while (done < total)
        {
            progress.Report((double)done / total, () => string.Create(CultureInfo.InvariantCulture, $"trial {done} of {total}"));
            done += slicer.Run(Math.Min(total - done, int.MaxValue), count => run(key, done, (int)count));
        }
    }

    /// <summary>Names of the parameters that the command itself has for any engine.</summary>
    private protected abstract string[] OwnParameters { get; }

    private void Measure(IReadOnlyList<Frame> given)
    {
        if (given.Count == 0)
        {
            WriteWarning("No frames arrived: there is nothing to measure.");
            return;
        }

        using IDevice device = OpenDevice();
        if (UsesEngine)
        {
            RequireEngineParameters(OwnParameters);
            Measure(given, Engine, device as CpuDevice);
            return;
        }

        using BuiltInEngine engine = new(System, StepsPerFrame, Settings, device);
        Measure(given, engine, device as CpuDevice);
    }
}
