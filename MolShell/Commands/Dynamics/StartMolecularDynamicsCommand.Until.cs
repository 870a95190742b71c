using System.Globalization;
using MolShell.Compute.Devices;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Runs of engines, and backward in time, until frames are a path of an ensemble.</summary>
public sealed partial class StartMolecularDynamicsCommand
{
    private void RunEngineUntil(PathEnsemble ensemble)
    {
        EngineParameters.RequireOnly(
            this, Engine, nameof(Until), nameof(MaximumFrame), nameof(Direction), nameof(ReportInterval), nameof(IncludeStart), nameof(Seed),
            nameof(Engine));
        long interval = ReportInterval ?? Engine.StepsPerFrame;
        if (interval % Engine.StepsPerFrame != 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Engine.Name} makes a frame each {Engine.StepsPerFrame} steps: -ReportInterval needs to be a multiple of that."));
        }

        if (ShouldProcess(Engine.System.Name, $"Run {Engine.Name} until {ensemble.Name}"))
        {
            RunUntil(Engine, ensemble, interval / Engine.StepsPerFrame);
        }
    }

    private void RunBothWays(IDevice device, PathEnsemble ensemble)
    {
        if (IncludeForce)
        {
            throw new ArgumentException($"-IncludeForce is for runs forward in time, not for -Direction {Direction}.");
        }

        long interval = ReportInterval ?? 1;
        using BuiltInEngine engine = new(System, checked((int)interval), Settings(), device, Precision);
        RunUntil(engine, ensemble, 1);
    }

    private void RunUntil(ISimulationEngine engine, PathEnsemble ensemble, long stride)
    {
        RandomKey key = RandomKey.FromSeed(Seed ?? Seeds.Draw(this), RandomStream.Thermostat);
        Frame start = EngineStart.Of(engine, key);
        bool hasStart = IncludeStart || Direction == PathDirection.Both;
        using ProgressReporter progress = new(this, $"{engine.Name} of {engine.System.Name} until {ensemble.Name}");
        if (Direction != PathDirection.Forward)
        {
            // Frames that lead up to the start come last first.
            List<Frame> frames = [];
            bool found = Follow(backward: true, frames.Add);
            frames.Reverse();
            foreach (Frame frame in frames)
            {
                WriteObject((frame.Reversed() with
                {
                    Step = (2 * start.Step) - frame.Step,
                    Time = (2 * start.Time) - frame.Time,
                }).WithKineticEnergy());
            }

            if (!found)
            {
                return;
            }
        }

        if (Direction != PathDirection.Backward)
        {
            Follow(backward: false, frame => WriteObject(frame.WithKineticEnergy()));
        }

        bool Follow(bool backward, Action<Frame> take)
        {
            Frame from = backward ? start.Reversed() : start;
            PathTracker tracker = ensemble.Track(backward);
            if (hasStart)
            {
                tracker.Add(from);
                if (!backward || Direction == PathDirection.Backward)
                {
                    take(from);
                }
            }

            Frame last = from;
            using IEngineRun run = engine.Begin(from, key.Derive(backward ? 1UL : 0));
            while (tracker.MemberLength == 0)
            {
                if (tracker.Count >= MaximumFrame)
                {
                    WriteError(Errors.EnsembleNotReached(Status(), ensemble));
                    return false;
                }

                for (long k = 0; k < stride; k++)
                {
                    last = run.Next(Cancellation);
                    progress.Report(double.NaN, Status);
                }

                tracker.Add(last);
                take(last);
            }

            WriteVerbose(Status());
            return true;

            string Status()
            {
                string time = FormattableString.Invariant($"{last.Time - from.Time:g6} {engine.System.Units.Symbol(Dimension.Time)}").TrimEnd();
                return string.Create(
                    CultureInfo.InvariantCulture, $"Ran {tracker.Count} frames [{time}]{(backward ? " backward" : "")}. {tracker}");
            }
        }
    }
}
