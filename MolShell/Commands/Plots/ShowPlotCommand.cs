using System.Management.Automation;
using MolShell.Compute.Plots;
using MolShell.Infrastructure;

namespace MolShell.Commands.Plots;

/// <summary>Draws a plot in the terminal.</summary>
/// <remarks>
/// <para>
/// Results that know their own figure, such as a free energy or a path density, are drawn as they come. Of other objects the numbers are
/// drawn that -X and -Y name; values of collective variables are drawn over time without further words.
/// </para>
/// <para>
/// The plot is written as strings, line by line, in characters that need a font with braille dots and blocks; -Ascii does without.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// $x = New-CollectiveVariable -Coordinate 0 -Name x
/// New-ToySystem -Potential Harmonic | Start-MolecularDynamics -Step 20000 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $x | Measure-FreeEnergy | Show-Plot
/// </code>
/// <para>The free energy along x.</para>
/// </example>
/// <example>
/// <code>
/// New-DoubleWellSystem | Start-MolecularDynamics -Step 200 -ReportInterval 10 -Seed 1 |
///     Show-Plot -X Time -Y PotentialEnergy,TotalEnergy -Height 15 -Width 60 -Ascii
/// </code>
/// <para>Two energies along a simulation, in plain characters.</para>
/// </example>
/// <seealso href="Export-Plot"/>
[Cmdlet(VerbsCommon.Show, "Plot")]
[OutputType(typeof(string))]
public sealed class ShowPlotCommand : PlotCommand
{
    /// <summary>Columns of the plot. Without it, the width of the window.</summary>
    [Parameter(HelpMessage = "Columns of the plot; the width of the window without it.")]
    [ValidateRange(30, 1000)]
    public int? Width { get; set; }

    /// <summary>Lines of the plot. Without it, most of the height of the window.</summary>
    [Parameter(HelpMessage = "Lines of the plot; most of the window without it.")]
    [ValidateRange(8, 500)]
    public int? Height { get; set; }

    /// <summary>Draws with plain characters and, unless -Color is given, without colours: for logs and simple terminals.</summary>
    [Parameter(HelpMessage = "Draw with plain ASCII characters.")]
    public SwitchParameter Ascii { get; set; }

    /// <summary>Colours to draw with. Without it, those that the terminal shows; none where NO_COLOR is set.</summary>
    [Parameter(HelpMessage = "Colours: None, Ansi16, Ansi256 or TrueColor.")]
    public ColorDepth? Color { get; set; }

    private protected override void Draw(Figure figure)
    {
        (int width, int height) = Terminal.Size(Host);
        TerminalOptions options = new()
        {
            Width = Width ?? Math.Clamp(width - 1, 30, 120),
            Height = Height ?? Math.Clamp(height - 4, 8, 30),
            Ascii = Ascii,
            Colors = Color ?? (Ascii ? ColorDepth.None : Terminal.Colors(Host)),
        };
        foreach (string line in TerminalRenderer.Render(figure, options))
        {
            WriteObject(line);
        }
    }
}
