using System.Collections.Concurrent;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Dynamics.Replicas;
using MolShell.Compute.Forces;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines;

/// <summary>
/// The built-in molecular dynamics as an engine. Runs may be under way at the same time, also on several threads; neighbour lists and
/// arrays pass from a finished run to the next.
/// </summary>
public sealed class BuiltInEngine : ISimulationEngine
{
    private readonly ConcurrentBag<Simulation> idle = [];
    private readonly SimulationOptions options;
    private readonly ReplicaRunner many;

    /// <param name="system">What moves; needs forces.</param>
    /// <param name="stepsPerFrame">Integration steps between two frames, at least 1.</param>
    /// <param name="integrator">The dynamics; null takes the system's own.</param>
    /// <param name="device">Where to run; null is one thread of this processor.</param>
    /// <param name="precision">Precision of pair forces.</param>
    /// <exception cref="ArgumentException">System, integrator and forces do not fit; names what was expected.</exception>
    public BuiltInEngine(
        MolecularSystem system,
        int stepsPerFrame = 1,
        IntegratorSettings? integrator = null,
        IDevice? device = null,
        Precision precision = Precision.Mixed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerFrame, 1);
        options = new SimulationOptions { Integrator = integrator, Device = device, Precision = precision };
        System = system;
        StepsPerFrame = stepsPerFrame;
        Simulation first = new(system, options);
        Integrator = first.Integrator;
        if (Integrator.HasCoupling)
        {
            first.Dispose();
            throw new ArgumentException(
                $"Paths are made of frames that decide what follows; expected VelocityVerlet, LangevinBaoab or Overdamped without pressure "
                + $"and without removal of the motion of the center of mass, not {Integrator}.");
        }

        idle.Add(first);
        many = ReplicaFactory.Create(system, Integrator, options);
    }

    public string Name => "BuiltIn";

    public MolecularSystem System { get; }

    public int StepsPerFrame { get; }

    public IntegratorSettings Integrator { get; }

    public double FrameInterval => StepsPerFrame * Integrator.TimeStep;

    public double? Temperature => Integrator.BathTemperature;

    public bool NeedsVelocities => Integrator.HasVelocities;

    // All processors give the same bits; other devices may differ in the last.
    public string Describe() => FormattableString.Invariant(
        $"{Name}({Integrator.Kind}, dt={Integrator.TimeStep}, T={Integrator.Temperature}, gamma={Integrator.Friction}, ")
        + FormattableString.Invariant($"every {StepsPerFrame}, {options.Precision} precision")
        + (options.Device is null or CpuDevice ? ")" : $", {options.Device.Info.Kind} device {options.Device.Info.Model})");

    public IEngineRun Begin(Frame start, RandomKey key)
    {
        Simulation simulation = idle.TryTake(out Simulation? used) ? used : new Simulation(System, options);
        try
        {
            simulation.SetState(start, key);
        }
        catch
        {
            idle.Add(simulation);
            throw;
        }

        return new Run(this, simulation);
    }

    public void RunMany(Func<IReplica?> next, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(next);
        many.Run(next, StepsPerFrame, cancellation);
    }

    public void Dispose()
    {
        while (idle.TryTake(out Simulation? simulation))
        {
            simulation.Dispose();
        }
    }

    private sealed class Run(BuiltInEngine engine, Simulation simulation) : IEngineRun
    {
        private Simulation? current = simulation;

        public Frame Next(CancellationToken cancellation)
        {
            ObjectDisposedException.ThrowIf(current is null, this);
            current.Advance(engine.StepsPerFrame, cancellation);
            return current.Capture();
        }

        public void Dispose()
        {
            if (current is not null)
            {
                engine.idle.Add(current);
                current = null;
            }
        }
    }
}
