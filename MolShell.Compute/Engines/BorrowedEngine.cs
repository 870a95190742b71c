using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>An engine for someone who disposes of what he gets: it is another one, which stays.</summary>
/// <param name="engine">The engine that is lent.</param>
public sealed class BorrowedEngine(ISimulationEngine engine) : ISimulationEngine
{
    public string Name => engine.Name;

    public MolecularSystem System => engine.System;

    public int StepsPerFrame => engine.StepsPerFrame;

    public double FrameInterval => engine.FrameInterval;

    public double? Temperature => engine.Temperature;

    public bool NeedsVelocities => engine.NeedsVelocities;

    public bool IsStochastic => engine.IsStochastic;

    public bool HasConstraints => engine.HasConstraints;

    public string Describe() => engine.Describe();

    public Frame Prepare(Frame frame) => engine.Prepare(frame);

    public IEngineRun Begin(Frame start, RandomKey key) => engine.Begin(start, key);

    public void RunMany(Func<IReplica?> next, CancellationToken cancellation) => engine.RunMany(next, cancellation);

    public void Dispose()
    {
    }
}
