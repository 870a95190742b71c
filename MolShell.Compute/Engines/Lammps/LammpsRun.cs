using MolShell.Compute.Dynamics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>A run of LAMMPS, started with the first frame that is asked for.</summary>
internal sealed class LammpsRun(LammpsEngine engine, Frame start, int seed, LammpsOptions options) : IEngineRun
{
    // Frames that are made while nobody waits for them, so that the program does not stand still between them.
    private const int Ahead = 3;

    private LammpsProcess? process;
    private bool failed;
    private bool isDisposed;
    private int frames;

    public Frame Next(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (process is null)
        {
            process = engine.Launch(start, seed, cancellation);
            for (int i = 0; i < Ahead; i++)
            {
                process.Ask();
            }
        }

        if (frames >= options.MaximumFrames)
        {
            throw new FrameLimitException(frames, options.OnMaximumFrames);
        }

        // Set back when all went well: a program that was left while it waited may be anywhere.
        failed = true;
        LammpsSnapshot snapshot = process.Take(cancellation);
        frames++;
        Check(snapshot);
        process.Ask();
        failed = false;
        return engine.ToFrame(snapshot);
    }

    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            if (process is not null)
            {
                engine.Return(process, failed);
            }
        }
    }

    private void Check(LammpsSnapshot snapshot)
    {
        if (snapshot.Step != (long)frames * options.StepsPerFrame || snapshot.Positions.Length != start.ParticleCount)
        {
            throw new SimulationException(FormattableString.Invariant(
                $"LAMMPS wrote step {snapshot.Step} with {snapshot.Positions.Length} atoms as frame {frames}; expected step ")
                + FormattableString.Invariant($"{(long)frames * options.StepsPerFrame} with {start.ParticleCount}.")) { Step = snapshot.Step };
        }

        for (int i = 0; i < snapshot.Positions.Length; i++)
        {
            if (!snapshot.Positions[i].IsFinite() || !snapshot.Velocities[i].IsFinite())
            {
                throw new SimulationException(FormattableString.Invariant(
                    $"Particle {i} is at {snapshot.Positions[i]} with the velocity {snapshot.Velocities[i]} at step {snapshot.Step}; expected finite numbers."))
                {
                    Step = snapshot.Step,
                };
            }
        }
    }
}
