using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Structure;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Structure;

/// <summary>Base of the cmdlets that go by the neighbours of particles: takes frames with a rule, or results that have neighbours already.</summary>
public abstract class NeighborCommand : MolShellCommand
{
    /// <summary>Neighbours come with the input.</summary>
    protected const string GivenSet = "Given";

    /// <summary>Neighbours within a cutoff.</summary>
    protected const string CutoffSet = "Cutoff";

    private const string NearestSet = "Nearest";
    private const string AdaptiveSet = "Adaptive";
    private const string SannSet = "Sann";
    private const string RadSet = "Rad";
    private const string VoronoiSet = "Voronoi";

    /// <summary>Frames, systems (their start), or results of other cmdlets for frames.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames, systems, or results for frames.")]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>Largest distance of neighbours [length].</summary>
    [Parameter(Mandatory = true, ParameterSetName = CutoffSet, HelpMessage = "Largest distance of neighbours [length].")]
    public Quantity? Cutoff { get; set; }

    /// <summary>Distance beyond which neighbours are, for a shell [length].</summary>
    [Parameter(ParameterSetName = CutoffSet, HelpMessage = "Distance beyond which neighbours are [length].")]
    public Quantity? InnerCutoff { get; set; }

    /// <summary>Number of nearest particles that are neighbours.</summary>
    [Parameter(Mandatory = true, ParameterSetName = NearestSet, HelpMessage = "Number of nearest particles that are neighbours.")]
    [ValidateRange(1, 10_000)]
    public int Nearest { get; set; }

    /// <summary>Neighbours within a multiple of the mean distance of the six nearest.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AdaptiveSet, HelpMessage = "Neighbours within a multiple of the mean distance of the six nearest.")]
    public SwitchParameter Adaptive { get; set; }

    /// <summary>This multiple.</summary>
    [Parameter(ParameterSetName = AdaptiveSet, HelpMessage = "Cutoff over the mean distance of the six nearest.")]
    public double AdaptiveFactor { get; set; } = 1.2;

    /// <summary>Neighbours in shells by solid angle (SANN), without parameters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SannSet, HelpMessage = "Neighbours in shells by solid angle (SANN).")]
    public SwitchParameter Sann { get; set; }

    /// <summary>Neighbours that none nearer blocks (relative angular distance), up to the first that is blocked.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RadSet, HelpMessage = "Neighbours that none nearer blocks (RAD).")]
    public SwitchParameter Rad { get; set; }

    /// <summary>The open form of RAD: all that are not blocked within this distance [length].</summary>
    [Parameter(ParameterSetName = RadSet, HelpMessage = "Take all that are not blocked within this distance [length].")]
    public Quantity? RadRange { get; set; }

    /// <summary>Neighbours whose Voronoi cells share a face, each with a weight by its area.</summary>
    [Parameter(Mandatory = true, ParameterSetName = VoronoiSet, HelpMessage = "Neighbours whose Voronoi cells share a face.")]
    public SwitchParameter Voronoi { get; set; }

    /// <summary>Exponent of the area in the weight; with 0 all are alike.</summary>
    [Parameter(ParameterSetName = VoronoiSet, HelpMessage = "Exponent of the area of a face in the weight of a neighbour.")]
    [ValidateRange(0.0, 100.0)]
    public double FaceExponent { get; set; } = 1;

    /// <summary>Number of threads; all cores without it.</summary>
    [Parameter(HelpMessage = "Number of threads; all cores without it.")]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override object? ErrorTarget => InputObject;

    /// <summary>The processor with the threads that were asked for.</summary>
    private protected CpuDevice Device { get; private set; } = CpuDevice.Default;

    protected override void Begin() => Device = new CpuDevice(ThrottleLimit);

    protected sealed override void Process()
    {
        object input = InputObject.BaseObject;
        if (ParameterSetName == GivenSet && input is INeighborResult result)
        {
            Process(result);
            return;
        }

        Frame? frame = FrameInput.Of(input);
        if (frame is null)
        {
            WriteError(Errors.UnexpectedInput(input, FrameInput.Expected));
        }
        else if (ParameterSetName == GivenSet)
        {
            WriteError(Errors.NoNeighbors(frame));
        }
        else
        {
            Process(Rule(frame.Units).Find(frame, Device, Cancellation));
        }
    }

    /// <summary>Work for the neighbours of one frame, or for a result that has them.</summary>
    protected abstract void Process(INeighborResult result);

    private NeighborRule Rule(UnitSystem units) => ParameterSetName switch
    {
        NearestSet => new NearestNeighbors(Nearest),
        AdaptiveSet => new AdaptiveNeighbors(AdaptiveFactor),
        SannSet => new SannNeighbors(),
        VoronoiSet => new VoronoiNeighbors(FaceExponent),
        RadSet => RadRange is null ? new RadNeighbors() : new RadNeighbors(Length(RadRange.Value, units)),
        _ => InnerCutoff is null
            ? new CutoffNeighbors(Length(Cutoff!.Value, units))
            : new CutoffNeighbors(Length(Cutoff!.Value, units), Length(InnerCutoff.Value, units)),
    };

    private static double Length(Quantity quantity, UnitSystem units) => quantity.In(units, Dimension.Length);
}
