using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Tests.Paths;

/// <summary>An engine whose runs follow scripts of positions, chosen by the frame they start from.</summary>
internal sealed class PredestinedEngine(Func<Frame, double[]> script) : ISimulationEngine
{
    /// <summary>Runs that go forward (v > 0) follow the first script, those that go backward the second.</summary>
    public PredestinedEngine(double[] forward, double[] backward)
        : this(start => start.Velocities![0].X > 0 ? forward : backward)
    {
    }

    /// <summary>What each run was started with.</summary>
    public List<(Frame Start, RandomKey Key)> Starts { get; } = [];

    /// <summary>Number of frames made.</summary>
    public int Frames { get; private set; }

    public string Name => "Predestined";

    public MolecularSystem System => Model.System;

    public int StepsPerFrame => 1;

    public double? Temperature { get; init; } = 1;

    public IEngineRun Begin(Frame start, RandomKey key)
    {
        Starts.Add((start, key));
        return new Run(this, script(start));
    }

    public void Dispose()
    {
    }

    private sealed class Run(PredestinedEngine engine, double[] script) : IEngineRun
    {
        private int next;

        public Frame Next(CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            engine.Frames++;
            return Model.Frame(script[next++]) with { Step = next };
        }

        public void Dispose()
        {
        }
    }
}
