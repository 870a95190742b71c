using System.Management.Automation;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Analysis.Rates;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Measures rates between states from interface sampling, or by counting in plain dynamics.</summary>
/// <remarks>
/// <para>
/// From steps of path sampling the rate from A to B is the flux out of A over its innermost interface, times the probability that a path over it
/// ends in B (doi:10.1063/1.1562614). The flux comes from the minus paths and the lengths of the paths over the innermost interface, or from
/// -Flux. Crossing probabilities come from the ensembles of all interfaces together. Only numbers that are kept with the paths are read, so a run
/// file of any size is measured in a moment.
/// </para>
/// <para>
/// From frames of plain dynamics everything is counted: a rate is the number of passages over the time that a state was the last one visited. The
/// result has the same form, and can be given to -Flux. -State names the states, and -InterfaceValue the interfaces of each; where states have
/// different interfaces, -Network does both.
/// </para>
/// <para>
/// Neighbouring steps are correlated. Standard errors come from averages over blocks that are long enough for that (doi:10.1063/1.457480),
/// BootstrapError and the interval from Lower to Upper, which holds 95 %, from drawing such blocks anew. IsConverged is false where a run is too
/// short to tell. Leave its beginning out with -Skip.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $s | Start-MolecularDynamics -Step 20000 -ReportInterval 1 -Seed 1 | Measure-TransitionRate -State $A,$B
/// </code>
/// <para>Rates by counting.</para>
/// </example>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $network = $A,$B | New-PathNetwork -Kind Tis -InterfaceValue -0.7,-0.6,-0.5,-0.3
/// $network | New-MoveScheme | Start-PathSampling -System $s -Step 20000 -Seed 1 | Measure-TransitionRate -Skip 500
/// </code>
/// <para>The rate from A to B by interface sampling.</para>
/// </example>
/// <seealso href="Start-PathSampling"/>
/// <seealso href="Import-PathSampling"/>
/// <seealso href="New-PathNetwork"/>
[Cmdlet(VerbsDiagnostic.Measure, "TransitionRate", DefaultParameterSetName = SamplingSet)]
[OutputType(typeof(TransitionRateEstimate))]
public sealed class MeasureTransitionRateCommand : MolShellCommand
{
    private const string SamplingSet = "Sampling";
    private const string StateSet = "State";
    private const string NetworkSet = "Network";

    private TransitionRateAccumulator? sampling;
    private DynamicsRateAccumulator? dynamics;

    /// <summary>Steps of path sampling, in their order; each run gives a record.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = SamplingSet, HelpMessage = "Steps of path sampling.")]
    [ValidateNotNull]
    public PathStep InputObject { get; set; } = null!;

    /// <summary>Frames of plain dynamics, in their order and all the same time apart.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = StateSet, HelpMessage = "Frames of plain dynamics.")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = NetworkSet, HelpMessage = "Frames of plain dynamics.")]
    [ValidateNotNull]
    public Frame Frame { get; set; } = null!;

    /// <summary>States between which rates are counted in plain dynamics, two or more.</summary>
    [Parameter(Mandatory = true, ParameterSetName = StateSet, HelpMessage = "States between which rates are counted.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] State { get; set; } = [];

    /// <summary>Values of the interfaces of each state, outward [unit of the variable].</summary>
    [Parameter(ParameterSetName = StateSet, HelpMessage = "Values of the interfaces of each state, outward [unit of the variable].")]
    [ValidateNotNullOrEmpty]
    public double[]? InterfaceValue { get; set; }

    /// <summary>Variable of the interfaces: one, or one for each state. Without it, the variable of the state.</summary>
    [Parameter(ParameterSetName = StateSet, HelpMessage = "Variable of the interfaces; without it, that of the state.")]
    [ValidateNotNullOrEmpty]
    public CollectiveVariable[]? InterfaceVariable { get; set; }

    /// <summary>A network, whose states and interfaces are counted in plain dynamics.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NetworkSet, HelpMessage = "Network of states and interfaces to count in plain dynamics.")]
    [ValidateNotNull]
    public PathNetwork Network { get; set; } = null!;

    /// <summary>
    /// Fluxes over the innermost interface of each transition, in their order, or one for all [1/time]: numbers, or the result of plain dynamics.
    /// Without it, from minus paths.
    /// </summary>
    [Parameter(ParameterSetName = SamplingSet, HelpMessage = "Fluxes over the innermost interface of each transition [1/time].")]
    [Flux]
    [ValidateNotNullOrEmpty]
    public InterfaceFlux[]? Flux { get; set; }

    /// <summary>Number of steps or frames at the beginning of each run to leave out.</summary>
    [Parameter(HelpMessage = "Number of steps or frames at the beginning to leave out.")]
    [ValidateRange(0L, long.MaxValue)]
    public long Skip { get; set; }

    /// <summary>Also gives the result so far after every so many steps or frames.</summary>
    [Parameter(HelpMessage = "Also give the result so far after every so many steps or frames.")]
    [ValidateRange(1L, long.MaxValue)]
    public long? Every { get; set; }

    /// <summary>
    /// How crossing probabilities are found: Pooled, from all ensembles together as WHAM and MBAR do, or Chained, each from the ensemble of its
    /// interface alone.
    /// </summary>
    [Parameter(ParameterSetName = SamplingSet, HelpMessage = "How crossing probabilities are found: Pooled (WHAM and MBAR) or Chained.")]
    public CrossingEstimator Estimator { get; set; } = CrossingEstimator.Pooled;

    /// <summary>Part of its paths that an inner ensemble must have beyond an interface to count there, from 0 to 1.</summary>
    [Parameter(ParameterSetName = SamplingSet, HelpMessage = "Part of its paths that an ensemble must have beyond an interface to count there.")]
    [ValidateRange(0.0, 1.0)]
    public double TailCutoff { get; set; }

    /// <summary>Number of bootstrap samples; 0 for none.</summary>
    [Parameter(HelpMessage = "Number of bootstrap samples; 0 for none.")]
    [ValidateRange(0, 1_000_000)]
    public int ResampleCount { get; set; } = 200;

    /// <summary>Seed of the bootstrap samples; the same one each time without it.</summary>
    [Parameter(HelpMessage = "Seed of the bootstrap samples.")]
    public ulong? Seed { get; set; }

    protected override object? ErrorTarget => ParameterSetName == SamplingSet ? InputObject : Frame;

    private RateOptions Options => new()
    {
        Estimator = Estimator,
        Cutoff = TailCutoff,
        Resamples = ResampleCount,
        Key = RandomKey.FromSeed(Seed ?? 0, RandomStream.Resampling),
        Fluxes = Flux ?? [],
    };

    protected override void Begin()
    {
        if (ParameterSetName == StateSet)
        {
            dynamics = new DynamicsRateAccumulator(
                State, InterfaceValue is null ? [] : State.Select((state, i) => new InterfaceSet(state, InterfaceValue, VariableOf(i))), Skip, Options);
        }
        else if (ParameterSetName == NetworkSet)
        {
            dynamics = new DynamicsRateAccumulator(Network.States, Network.Transitions.Select(t => t.Interfaces), Skip, Options);
        }
    }

    protected override void Process()
    {
        if (dynamics is not null)
        {
            dynamics.Add(Frame);
            WriteIfDue(dynamics.Frames);
            return;
        }

        if (sampling is not null && !sampling.IsOfRun(InputObject))
        {
            Finish();
            sampling = null;
        }

        sampling ??= Start();
        sampling.Add(InputObject);
        WriteIfDue(sampling.Steps);
    }

    protected override void End()
    {
        if (sampling is null && (dynamics is null || dynamics.Frames == 0))
        {
            WriteWarning("No steps of path sampling, and no frames with -State or -Network, arrived: there is nothing to measure.");
        }
        else
        {
            Finish();
        }
    }

    // What does not fit the run fits none of its steps, and is told once.
    private TransitionRateAccumulator Start()
    {
        try
        {
            return new TransitionRateAccumulator(InputObject.Run, Skip, Options);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(Errors.InvalidValue(exception, InputObject));
            throw;
        }
    }

    private TransitionRateEstimate Estimate() => dynamics?.ToEstimate() ?? sampling!.ToEstimate();

    private void WriteIfDue(long count)
    {
        if (count % Every == 0 && count > Skip)
        {
            WriteObject(Estimate());
        }
    }

    private void Finish()
    {
        TransitionRateEstimate estimate = Estimate();
        if (estimate.Transitions.FirstOrDefault(t => double.IsNaN(t.Flux.Value)) is { } lacking && dynamics is null)
        {
            WriteWarning($"There are no minus paths of {lacking.Name}, and -Flux was not given: its rates are not known.");
        }
        else if (!estimate.IsConverged)
        {
            WriteWarning("The run is too short to tell how long its steps are correlated: the errors are lower bounds. Sample longer.");
        }

        if (Every is null || (estimate.Steps + estimate.Skipped) % Every != 0)
        {
            WriteObject(estimate);
        }
    }

    private CollectiveVariable? VariableOf(int state) => InterfaceVariable switch
    {
        null => null,
        [CollectiveVariable one] => one,
        _ when InterfaceVariable.Length == State.Length => InterfaceVariable[state],
        _ => throw new ArgumentException($"-InterfaceVariable names {InterfaceVariable.Length} variables for {State.Length} states; expected one, or one each."),
    };
}
