using System.Collections;
using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Compute.Structure.Voronoi;
using MolShell.Compute.Systems;
using MolShell.Infrastructure;

namespace MolShell.Commands.Structure;

/// <summary>Gives the Voronoi cell of each particle: volume, area, faces, and the signature of their edges.</summary>
/// <remarks>
/// <para>
/// For each particle of each frame one record is written. Signature counts the faces with 3, 4, 5 and 6 edges, such as "0 12 0 0" in a perfect fcc crystal;
/// FilteredSignature leaves out small faces and short edges, which come and go with thermal motion. Faces has neighbour, vector, area and number of
/// edges of each face, and with -Vertex its vertices relative to the particle and its perimeter.
/// </para>
/// <para>
/// Any box will do. Along edges of the box that are not periodic its faces are walls; without a box, cells at the surface have no end and an infinite
/// volume. -Radius divides space by radical planes, for particles of different sizes.
/// </para>
/// </remarks>
/// <example>
/// <code>New-CrystalSystem -Structure Bcc -Repeat 3 -LatticeConstant 1.3 | Get-VoronoiCell | Group-Object Signature</code>
/// <para>A perfect bcc crystal has one kind of cell.</para>
/// </example>
/// <example>
/// <code>
/// New-CrystalSystem -Structure Fcc -Repeat 4 -LatticeConstant 1.6 -Noise 0.1 -Seed 1 |
///     Get-VoronoiCell | Measure-Object Volume -Average -Minimum -Maximum
/// </code>
/// <para>How much room particles have.</para>
/// </example>
/// <seealso href="Get-ParticleNeighbor"/>
/// <seealso href="Get-OrderParameter"/>
[Cmdlet(VerbsCommon.Get, "VoronoiCell")]
[OutputType(typeof(VoronoiCell))]
public sealed class GetVoronoiCellCommand : MolShellCommand
{
    /// <summary>Frames, systems (their start), or results of other cmdlets for frames.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "Frames, systems, or results for frames.")]
    [ValidateNotNull]
    public PSObject InputObject { get; set; } = null!;

    /// <summary>The radius of each type of particle by its name [length], for radical planes; without it, planes are half-way.</summary>
    [Parameter(HelpMessage = "The radius of each type of particle by its name [length].")]
    [ValidateNotNull]
    public Hashtable? Radius { get; set; }

    /// <summary>Faces of no more than this area are left out [length^2].</summary>
    [Parameter(HelpMessage = "Faces of no more than this area are left out [length^2].")]
    [ValidateRange(0.0, double.MaxValue)]
    public double MinimumArea { get; set; }

    /// <summary>Gives the vertices and the perimeter of each face too.</summary>
    [Parameter(HelpMessage = "Give the vertices and the perimeter of each face too.")]
    public SwitchParameter Vertex { get; set; }

    /// <summary>Number of threads; all cores without it.</summary>
    [Parameter(HelpMessage = "Number of threads; all cores without it.")]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = Environment.ProcessorCount;

    protected override object? ErrorTarget => InputObject;

    protected override void Process()
    {
        if (FrameInput.Of(InputObject.BaseObject) is not Frame frame)
        {
            WriteError(Errors.UnexpectedInput(InputObject.BaseObject, FrameInput.Expected));
            return;
        }

        VoronoiOptions options = new()
        {
            Radii = Radius is null ? null : Radii(frame, Radius),
            SmallestArea = MinimumArea,
            WithVertices = Vertex,
        };
        VoronoiCells cells = VoronoiTessellation.Compute(frame, options, new CpuDevice(ThrottleLimit), Cancellation);
        for (int i = 0; i < cells.ParticleCount; i++)
        {
            Cancellation.ThrowIfCancellationRequested();
            WriteObject(cells[i]);
        }
    }

    private static double[] Radii(Frame frame, Hashtable table)
    {
        double[] ofType = [.. frame.Topology.TypeNames.Select(name =>
            table[name] is { } value && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out Quantity radius)
                ? radius.In(frame.Units, Dimension.Length)
                : throw new ArgumentException($"-Radius has no length for the type '{name}'; expected one for each of {string.Join(", ", frame.Topology.TypeNames)}."))];
        return [.. frame.Topology.Types.Select(type => ofType[type])];
    }
}
