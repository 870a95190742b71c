using System.Diagnostics;
using MolShell.Compute.Dynamics;
using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>A run of mdrun, started with the first frame that is asked for.</summary>
internal sealed class GromacsRun(GromacsEngine engine, Frame start, int seed, GromacsOptions options) : IEngineRun
{
    private const double ShortestWait = 1;
    private const double LongestWait = 20;

    // What constraints may move at the start, and far less than what a start that was read wrongly would differ by.
    private const double PositionTolerance = 0.02;
    private const double VelocityTolerance = 0.2;

    private readonly Stopwatch clock = new();
    private WorkFolder? folder;
    private ExternalProcess? process;
    private TrrReader? reader;
    private bool isDisposed;
    private int frames;

    public Frame Next(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (process is null)
        {
            (folder, process) = engine.Launch(start, seed, cancellation);
            CheckStart(engine.ToFrame(Wait(cancellation)));
            clock.Start();
        }

        if (frames >= options.MaximumFrames)
        {
            throw new FrameLimitException(frames, options.OnMaximumFrames);
        }

        Frame frame = engine.ToFrame(Wait(cancellation));
        frames++;
        return Checked(frame);
    }

    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        reader?.Dispose();
        if (process is not null && folder is not null)
        {
            engine.Retire(process, folder);
        }
    }

    private TrrFrame Wait(CancellationToken cancellation)
    {
        long begin = Stopwatch.GetTimestamp();
        while (true)
        {
            // Looked at before the file, so that what a program wrote last is seen.
            bool ended = process!.HasExited;
            if (reader is null && File.Exists(folder![GromacsProgram.Trajectory]))
            {
                reader = new TrrReader(folder[GromacsProgram.Trajectory]);
            }

            if (reader?.TryRead() is TrrFrame frame)
            {
                return frame;
            }

            if (ended)
            {
                throw new SimulationException(
                    FormattableString.Invariant($"gmx mdrun ended by itself after {frames} frames (exit code {process.ExitCode}):")
                    + Environment.NewLine + GromacsProgram.Complaint(process.Call.Output))
                {
                    Step = (long)frames * engine.StepsPerFrame,
                };
            }

            if (Stopwatch.GetElapsedTime(begin) > options.StallTime)
            {
                throw new SimulationException(FormattableString.Invariant(
                    $"gmx mdrun wrote no frame after frame {frames} for {options.StallTime.TotalSeconds:g4} s."))
                {
                    Step = (long)frames * engine.StepsPerFrame,
                };
            }

            double perFrame = frames == 0 ? 0 : clock.Elapsed.TotalMilliseconds / frames;
            cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(Math.Clamp(perFrame / 8, ShortestWait, LongestWait)));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    private Frame Checked(Frame frame)
    {
        long expected = (long)frames * engine.StepsPerFrame;
        if (frame.Step != expected || frame.Velocities is null)
        {
            throw new SimulationException(FormattableString.Invariant(
                $"gmx mdrun wrote step {frame.Step}{(frame.Velocities is null ? " without velocities" : string.Empty)} as frame {frames}; ")
                + FormattableString.Invariant($"expected step {expected} with velocities.")) { Step = frame.Step };
        }

        for (int i = 0; i < frame.ParticleCount; i++)
        {
            if (!frame.Positions[i].IsFinite() || !frame.Velocities[i].IsFinite())
            {
                throw new SimulationException(FormattableString.Invariant(
                    $"Particle {i} is at {frame.Positions[i]} with the velocity {frame.Velocities[i]} at step {frame.Step}; expected finite numbers."))
                {
                    Step = frame.Step,
                };
            }
        }

        return frame;
    }

    private void CheckStart(Frame first)
    {
        double apart = 0;
        double faster = 0;
        for (int i = 0; i < first.ParticleCount; i++)
        {
            apart = Math.Max(apart, first.Box.MinimumImage(first.Positions[i] - start.Positions[i]).Length());
            Vec3 change = (first.Velocities ?? throw new EngineException("gmx mdrun writes no velocities."))[i] - start.Velocities![i];
            faster = Math.Max(faster, change.Length());
        }

        if (!(apart <= PositionTolerance && faster <= VelocityTolerance))
        {
            throw new EngineException(FormattableString.Invariant(
                $"gmx mdrun began with positions that differ by up to {apart:g3} nm, and velocities by up to {faster:g3} nm/ps, from the start ")
                + "it was given: the parameters make it change the start.");
        }
    }
}
