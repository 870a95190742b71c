using System.Management.Automation;
using MolShell.Compute.Plots;
using MolShell.Infrastructure;

namespace MolShell.Commands.Plots;

/// <summary>Writes a plot to a file: a drawing (.svg) or an interactive page (.html).</summary>
/// <remarks>
/// <para>
/// The extension decides: .svg is a drawing for papers and web pages, .html a page that carries all it needs, in which one can zoom and
/// read off values. A file holds one plot.
/// </para>
/// <para>An existing file is replaced, unless -NoClobber forbids it. The file is written whole or not at all.</para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// New-ToySystem -Potential Harmonic | Start-MolecularDynamics -Step 20000 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x |
///     Measure-FreeEnergy | Export-Plot free-energy.svg
/// </code>
/// <para>The free energy along x as a drawing.</para>
/// </example>
/// <example>
/// <code>1..20 | ForEach-Object { $_ * $_ } | Export-Plot squares.html -Title Squares -PassThru</code>
/// <para>A page with a plot of plain numbers, and the file as an object.</para>
/// </example>
/// <seealso href="Show-Plot"/>
[Cmdlet(VerbsData.Export, "Plot", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportPlotCommand : PlotCommand
{
    private const string Formats = ".svg, .html";

    private string file = string.Empty;
    private bool drawn;

    /// <summary>The file to write; its extension is .svg or .html. Wildcards have no meaning here.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file to write, .svg or .html.")]
    [Alias("LiteralPath", "FilePath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Width of a drawing [pixel].</summary>
    [Parameter(HelpMessage = "Width of a drawing [pixel].")]
    [ValidateRange(200, 10000)]
    public int Width { get; set; } = 720;

    /// <summary>Height of a drawing [pixel]. Without it 480, or what many bars need.</summary>
    [Parameter(HelpMessage = "Height of a drawing [pixel].")]
    [ValidateRange(150, 10000)]
    public int? Height { get; set; }

    /// <summary>Replaces a read-only file too.</summary>
    [Parameter(HelpMessage = "Replace a read-only file too.")]
    public SwitchParameter Force { get; set; }

    /// <summary>Does not replace an existing file.</summary>
    [Parameter(HelpMessage = "Do not replace an existing file.")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Gives the file as an object.</summary>
    [Parameter(HelpMessage = "Give the file as an object.")]
    public SwitchParameter PassThru { get; set; }

    protected override void Begin()
    {
        file = FileSystemPath.ForOutput(this, Path);
        if (!IsSvg && !IsHtml)
        {
            ThrowTerminatingError(Errors.UnknownFileFormat(Path, Formats));
        }

        if (NoClobber && File.Exists(file))
        {
            ThrowTerminatingError(Errors.FileExists(file, "Leave -NoClobber out to replace it."));
        }

        OutputFile.RequirePlace(file);
    }

    private bool IsSvg => System.IO.Path.GetExtension(file).Equals(".svg", StringComparison.OrdinalIgnoreCase);

    private bool IsHtml => System.IO.Path.GetExtension(file).Equals(".html", StringComparison.OrdinalIgnoreCase);

    private protected override void Draw(Figure figure)
    {
        if (drawn)
        {
            throw new ArgumentException($"A second plot arrived, but '{Path}' holds one: give each plot a file of its own.");
        }

        drawn = true;
        if (!ShouldProcess(file, "Write plot"))
        {
            return;
        }

        OutputFile.Write(file, Force, writer => Write(figure, writer));
        if (PassThru)
        {
            WriteObject(new FileInfo(file));
        }
    }

    private protected override void Finish()
    {
        if (!drawn)
        {
            WriteError(Errors.NoInput("a result that can be drawn, or objects with the properties of -X and -Y"));
        }
    }

    private void Write(Figure figure, TextWriter writer)
    {
        if (IsSvg)
        {
            writer.Write(SvgRenderer.Render(figure, new SvgOptions { Width = Width, Height = Height ?? SvgRenderer.UsualHeight(figure) }));
        }
        else
        {
            HtmlRenderer.Write(figure, writer);
        }
    }
}
