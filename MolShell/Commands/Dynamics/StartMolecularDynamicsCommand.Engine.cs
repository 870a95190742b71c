using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Engines;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Dynamics;

/// <summary>Dynamics of an outside program.</summary>
public sealed partial class StartMolecularDynamicsCommand
{
    private const string EngineSet = "Engine";
    private const string EngineUntilSet = "EngineUntil";

    /// <summary>The engine to run, from New-GromacsEngine or New-LammpsEngine; its own input decides the dynamics.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = EngineSet, HelpMessage = "The engine to run, from New-GromacsEngine or such.")]
    [Parameter(
        Mandatory = true, ValueFromPipeline = true, ParameterSetName = EngineUntilSet, HelpMessage = "The engine to run, from New-GromacsEngine or such.")]
    [ValidateNotNull]
    public ISimulationEngine Engine { get; set; } = null!;

    private void RunEngine()
    {
        EngineParameters.RequireOnly(this, Engine, nameof(Step), nameof(ReportInterval), nameof(IncludeStart), nameof(Seed), nameof(Engine));
        long interval = ReportInterval ?? Engine.StepsPerFrame;
        if (interval % Engine.StepsPerFrame != 0 || Step % Engine.StepsPerFrame != 0)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Engine.Name} makes a frame each {Engine.StepsPerFrame} steps: -Step and -ReportInterval need to be multiples of that."));
        }

        if (!ShouldProcess(Engine.System.Name, string.Create(CultureInfo.InvariantCulture, $"Run {Step} steps of {Engine.Name}")))
        {
            return;
        }

        RandomKey key = RandomKey.FromSeed(Seed ?? Seeds.Draw(this), RandomStream.Thermostat);
        Frame start = EngineStart.Of(Engine, key);
        if (IncludeStart)
        {
            WriteObject(start.WithKineticEnergy());
        }

        using ProgressReporter progress = new(this, $"{Engine.Name} of {Engine.System.Name}");
        using IEngineRun run = Engine.Begin(start, key);
        for (long step = Engine.StepsPerFrame; step <= Step; step += Engine.StepsPerFrame)
        {
            Frame frame = run.Next(Cancellation);
            progress.Report((double)step / Step, () => string.Create(CultureInfo.InvariantCulture, $"step {step} of {Step}, time {frame.Time:g6}"));
            if (step % interval == 0)
            {
                WriteObject(frame.WithKineticEnergy());
            }
        }
    }
}
