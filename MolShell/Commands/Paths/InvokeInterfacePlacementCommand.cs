using System.Collections.Immutable;
using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Forces;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using MolShell.Infrastructure;

namespace MolShell.Commands.Paths;

/// <summary>Places interfaces around a state so that each is reached from the one before with a wanted probability.</summary>
/// <remarks>
/// <para>
/// Plain dynamics makes -ExcursionCount excursions from the state, which place the second interface. A short interface sampling of -Step steps
/// at each interface places the next, until a final state is reached often enough. The record holds the values, for -InterfaceValue of
/// New-PathNetwork, the estimated probabilities, and a path over each interface, for -InitialPath of Start-PathSampling.
/// </para>
/// <para>
/// The probabilities are rough: sample the network for results. The total probability tells how rare the event is before you do.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// $A = New-StateVolume $x -Maximum -0.7 -Name A
/// $B = New-StateVolume $x -Minimum 0.7 -Name B
/// $placed = $s | Invoke-InterfacePlacement -Initial $A -Final $B -CrossingProbability 0.3 -Seed 1
/// $A,$B | New-PathNetwork -Kind Tis -InterfaceValue $placed.InterfaceValue
/// </code>
/// <para>Interfaces of a double well, each reached by about three paths in ten that reach the one before.</para>
/// </example>
/// <example>
/// <code>
/// $dimer = New-DoubleWellSystem -DimerCount 1
/// $r = New-CollectiveVariable -Distance 0,1 -Name r
/// $compact = New-StateVolume $r -Maximum 1.25 -Name compact
/// $stretched = New-StateVolume $r -Minimum 1.6 -Name stretched
/// $dimer | Invoke-InterfacePlacement $compact $stretched -StepsPerFrame 5 -ExcursionCount 20 -Step 20 -CrossingProbability 0.5 -Seed 1 | Export-Plot crossing.svg
/// </code>
/// <para>A quick look at how rare the stretching of a dimer in a dense fluid is.</para>
/// </example>
/// <seealso href="New-PathNetwork"/>
/// <seealso href="Start-PathSampling"/>
[Cmdlet(VerbsLifecycle.Invoke, "InterfacePlacement")]
[OutputType(typeof(InterfacePlacement))]
public sealed class InvokeInterfacePlacementCommand : MolShellCommand
{
    /// <summary>The system whose dynamics makes the paths; its start is in the state or comes there.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "The system whose dynamics makes the paths.")]
    [ValidateNotNull]
    public MolecularSystem System { get; set; } = null!;

    /// <summary>The state that the interfaces surround.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The state that the interfaces surround.")]
    [ValidateNotNull]
    public StateVolume Initial { get; set; } = null!;

    /// <summary>States that paths are to reach.</summary>
    [Parameter(Mandatory = true, Position = 1, HelpMessage = "States that paths are to reach.")]
    [ValidateNotNullOrEmpty]
    public StateVolume[] Final { get; set; } = [];

    /// <summary>Variable of the interfaces. Without it, the variable of the state, from the state's border on.</summary>
    [Parameter(HelpMessage = "Variable of the interfaces; without it, that of the state.")]
    [ValidateNotNull]
    public CollectiveVariable? InterfaceVariable { get; set; }

    /// <summary>
    /// The first interface, at the border of the state or beyond [unit of the variable]; where the state does not tell which way is out,
    /// a second value further out.
    /// </summary>
    [Parameter(HelpMessage = "The first interface [unit of the variable]; a second value tells which way is out.")]
    [ValidateNotNullOrEmpty]
    [ValidateCount(1, 2)]
    public double[]? InterfaceValue { get; set; }

    /// <summary>Wanted probability to reach an interface from the one before, between 0 and 1.</summary>
    [Parameter(HelpMessage = "Wanted probability to reach an interface from the one before, between 0 and 1.")]
    [ValidateRange(0.01, 0.99)]
    public double CrossingProbability { get; set; } = 0.3;

    /// <summary>Number of excursions of plain dynamics that place the second interface.</summary>
    [Parameter(HelpMessage = "Number of excursions of plain dynamics that place the second interface.")]
    [ValidateRange(10, int.MaxValue)]
    public int ExcursionCount { get; set; } = 200;

    /// <summary>Number of path sampling steps at each interface.</summary>
    [Parameter(HelpMessage = "Number of path sampling steps at each interface.")]
    [ValidateRange(10L, int.MaxValue)]
    public long Step { get; set; } = 1000;

    /// <summary>Integration steps from one frame of a path to the next.</summary>
    [Parameter(HelpMessage = "Integration steps from one frame of a path to the next.")]
    [ValidateRange(1, int.MaxValue)]
    public int StepsPerFrame { get; set; } = 1;

    /// <summary>Greatest number of frames of a path.</summary>
    [Parameter(HelpMessage = "Greatest number of frames of a path.")]
    [ValidateRange(3, int.MaxValue)]
    public int MaximumLength { get; set; } = 100_000;

    /// <summary>Seed of all random numbers. Without it, one is drawn and told with -Verbose.</summary>
    [Parameter(HelpMessage = "Seed of all random numbers.")]
    public ulong? Seed { get; set; }

    /// <summary>The equation of motion, from New-Integrator or by name: LangevinBaoab, Overdamped.</summary>
    [Parameter(HelpMessage = "Equation of motion, from New-Integrator or by name.")]
    [ArgumentCompleter(typeof(IntegratorCompleter))]
    public IntegratorDescription? Integrator { get; set; }

    /// <summary>Temperature of the bath [temperature].</summary>
    [Parameter(HelpMessage = "Temperature [temperature], as a number in the system's units or text such as '300 K'.")]
    public Quantity? Temperature { get; set; }

    /// <summary>Time step [time].</summary>
    [Parameter(HelpMessage = "Time step [time], as a number in the system's units or text such as '2 fs'.")]
    public Quantity? TimeStep { get; set; }

    /// <summary>Friction [1/time].</summary>
    [Parameter(HelpMessage = "Friction [1/time], as a number in the system's units or text such as '1 1/ps'.")]
    public Quantity? Friction { get; set; }

    /// <summary>How exactly pair forces are computed: Mixed or Double.</summary>
    [Parameter(HelpMessage = "How exactly pair forces are computed: Mixed or Double.")]
    public Precision Precision { get; set; } = Precision.Mixed;

    /// <summary>Where to run: Cpu (all cores), Cpu:n for n threads, or a device of Get-ComputeDevice. Without it, $MolShellDevice, else one thread.</summary>
    [Parameter(HelpMessage = "Where to run: Cpu, Cpu:n for n threads, or OpenCL:n.")]
    [ArgumentCompleter(typeof(DeviceCompleter))]
    public DeviceName? Device { get; set; }

    protected override object? ErrorTarget => System;

    protected override void Process()
    {
        InterfaceSet first = InterfaceValue is null && InterfaceVariable is null
            ? InterfaceSet.AtBorder(Initial)
            : new InterfaceSet(
                Initial,
                InterfaceValue ?? throw new ArgumentException("-InterfaceVariable needs -InterfaceValue, the first interface."),
                InterfaceVariable);
        IntegratorDescription changes = new() { TimeStep = TimeStep, Temperature = Temperature, Friction = Friction };
        IntegratorSettings integrator = (Integrator ?? new IntegratorDescription()).With(changes).For(System);
        using IDevice device = OpenDevice(Device, DeviceName.Cpu(1));
        using BuiltInEngine engine = new(System, StepsPerFrame, integrator, device, Precision);
        using ProgressReporter progress = new(this, $"Interfaces around {Initial.Name}");
        InterfacePlacementOptions options = new()
        {
            CrossingProbability = CrossingProbability,
            Excursions = ExcursionCount,
            Steps = (int)Step,
            MaximumLength = MaximumLength,
            Seed = Seed ?? Seeds.Draw(this),
        };
        WriteObject(InterfacePlacer.Place(first, Final, engine, options, new Placed(progress, first.Variable.Name), Cancellation));
    }

    private sealed class Placed(ProgressReporter progress, string variable) : IProgress<ImmutableArray<double>>
    {
        public void Report(ImmutableArray<double> value) => progress.Report(
            double.NaN, () => string.Create(CultureInfo.InvariantCulture, $"{value.Length} interfaces, the last at {variable} = {value[^1]}"));
    }
}
