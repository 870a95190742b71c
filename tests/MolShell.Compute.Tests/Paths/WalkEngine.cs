using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Paths;

/// <summary>
/// A cheap stochastic engine: steps of -1, 0 or +1 on the integers from 0 to 10, alike likely, kept inside by refusing steps over the
/// ends. It is reversible with the uniform distribution; velocities hold a running number and play no part.
/// </summary>
internal sealed class WalkEngine : ISimulationEngine
{
    private int frames;

    public Action<int>? OnFrame { get; init; }

    public string Name => "Walk";

    public MolecularSystem System { get; init; } = Model.System;

    public int StepsPerFrame => 1;

    public double? Temperature => 1;

    public IEngineRun Begin(Frame start, RandomKey key) => new Run(this, start, new RandomSource(key));

    public void Dispose()
    {
    }

    private sealed class Run(WalkEngine engine, Frame start, RandomSource random) : IEngineRun
    {
        private double x = start.Positions[0].X;
        private long step;

        public Frame Next(CancellationToken cancellation)
        {
            engine.OnFrame?.Invoke(++engine.frames);
            cancellation.ThrowIfCancellationRequested();
            double next = x + random.NextInt(3) - 1;
            x = next is < 0 or > 10 ? x : next;
            step++;
            return Model.Frame(x, 1 + random.NextDouble()) with { Step = step, Time = 0.1 * step };
        }

        public void Dispose()
        {
        }
    }
}
