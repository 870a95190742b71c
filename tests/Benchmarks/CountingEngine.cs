using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace Benchmarks;

/// <summary>The built-in engine with a count of the frames that it made.</summary>
internal sealed class CountingEngine(BuiltInEngine engine) : ISimulationEngine
{
    private long frames;

    /// <summary>Number of frames of the runs that have ended.</summary>
    public long Frames => Interlocked.Read(ref frames);

    public string Name => engine.Name;

    public MolecularSystem System => engine.System;

    public int StepsPerFrame => engine.StepsPerFrame;

    public double FrameInterval => engine.FrameInterval;

    public double? Temperature => engine.Temperature;

    public string Describe() => engine.Describe();

    public IEngineRun Begin(Frame start, RandomKey key) => new Run(this, engine.Begin(start, key));

    public void Dispose() => engine.Dispose();

    private sealed class Run(CountingEngine counter, IEngineRun run) : IEngineRun
    {
        private long made;

        public Frame Next(CancellationToken cancellation)
        {
            made++;
            return run.Next(cancellation);
        }

        public void Dispose()
        {
            Interlocked.Add(ref counter.frames, made);
            run.Dispose();
        }
    }
}
