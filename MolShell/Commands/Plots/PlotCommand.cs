using System.Management.Automation;
using MolShell.Compute.Plots;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;
using MolShell.Infrastructure;

namespace MolShell.Commands.Plots;

/// <summary>
/// Base of the commands that draw: results that know their own figure are drawn each, and numbers are gathered into one figure.
/// </summary>
public abstract class PlotCommand : MolShellCommand
{
    private readonly HashSet<string> refused = new(StringComparer.Ordinal);
    private readonly HashSet<string> variables = new(StringComparer.Ordinal);
    private SeriesCollector? collector;
    private string? time;

    /// <summary>
    /// What to draw: a result such as a free energy or a path density, a Figure, or any objects whose numeric properties are named by -X
    /// and -Y. Plain numbers are drawn over their place in the input.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, HelpMessage = "A result that can be drawn, or objects with -X and -Y properties.")]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>Name of the property along the x axis. Without it, the place in the input.</summary>
    [Parameter(HelpMessage = "Name of the property along x.")]
    [ValidateNotNullOrEmpty]
    public string? X { get; set; }

    /// <summary>Names of the properties along the y axis, each a series of its own.</summary>
    [Parameter(HelpMessage = "Names of the properties along y.")]
    [ValidateNotNullOrEmpty]
    public string[]? Y { get; set; }

    /// <summary>Name of a property whose values part the input into series.</summary>
    [Parameter(HelpMessage = "Name of the property that parts the input into series.")]
    [ValidateNotNullOrEmpty]
    public string? GroupBy { get; set; }

    /// <summary>How objects and numbers are drawn. Results that know their own figure keep it.</summary>
    [Parameter(HelpMessage = "How numbers are drawn: Line, Scatter, Step or Histogram.")]
    public PlotKind Kind { get; set; } = PlotKind.Line;

    /// <summary>Number of bins of a histogram of objects or numbers.</summary>
    [Parameter(HelpMessage = "Number of bins of a histogram.")]
    [ValidateRange(1, 10000)]
    public int BinCount { get; set; } = 30;

    /// <summary>Title over the plot.</summary>
    [Parameter(HelpMessage = "Title over the plot.")]
    public string? Title { get; set; }

    /// <summary>Text at the x axis, with its unit.</summary>
    [Parameter(HelpMessage = "Text at the x axis, with its unit.")]
    public string? XLabel { get; set; }

    /// <summary>Text at the y axis, with its unit.</summary>
    [Parameter(HelpMessage = "Text at the y axis, with its unit.")]
    public string? YLabel { get; set; }

    /// <summary>Scale of the x axis.</summary>
    [Parameter(HelpMessage = "Scale of the x axis: Linear or Logarithmic.")]
    public AxisScale? XScale { get; set; }

    /// <summary>Scale of the y axis.</summary>
    [Parameter(HelpMessage = "Scale of the y axis: Linear or Logarithmic.")]
    public AxisScale? YScale { get; set; }

    protected override object? ErrorTarget => InputObject;

    protected sealed override void Process()
    {
        if (InputObject?.BaseObject is IPlottable plottable)
        {
            Draw(Label(plottable.ToFigure()));
        }
        else if (InputObject is not null)
        {
            Collect(InputObject);
        }
    }

    protected sealed override void End()
    {
        if (collector is { IsEmpty: false })
        {
            NameAxes();
            Draw(Label(collector.ToFigure()));
        }

        Finish();
    }

    /// <summary>Draws one figure.</summary>
    private protected abstract void Draw(Figure figure);

    /// <summary>Work after the last figure.</summary>
    private protected virtual void Finish()
    {
    }

    private void Collect(PSObject input)
    {
        if (Y is null && PropertyReader.Number(input) is { } number)
        {
            collector ??= new SeriesCollector(X, [], GroupBy, Kind, BinCount);
            collector.Add(number);
            return;
        }

        if (input.BaseObject is VariableValue value && (Y is null || time is not null))
        {
            X ??= nameof(VariableValue.Time);
            Y = [nameof(VariableValue.Value)];
            GroupBy ??= nameof(VariableValue.Name);
            time ??= new Axis("time", value.Units.Symbol(Dimension.Time)).Title;
            variables.Add(new Axis(value.Name, value.Unit).Title);
        }

        if (Y is null)
        {
            Refuse(input, string.Empty, () => Errors.UnexpectedInput(
                input.BaseObject,
                $"a result that can be drawn, a number, or -Y with the name of a numeric property ({PropertyReader.NumericProperties(input)})"));
            return;
        }

        collector ??= new SeriesCollector(X, Y, GroupBy, Kind, BinCount);
        if (collector.Add(input) is { } missing)
        {
            Refuse(input, missing, () => Errors.PropertyNotFound(missing, input.BaseObject, PropertyReader.NumericProperties(input)));
        }
    }

    /// <summary>Reports what cannot be drawn once for each type, since all objects of a type are alike in this.</summary>
    private void Refuse(PSObject input, string property, Func<ErrorRecord> error)
    {
        if (refused.Add($"{input.BaseObject.GetType()} {property}"))
        {
            WriteError(error());
        }
    }

    /// <summary>Labels the values of collective variables with what they are; labels that the user gave stay.</summary>
    private void NameAxes()
    {
        string? variable = variables.Count == 1 ? variables.First() : null;
        if (Kind == PlotKind.Histogram)
        {
            XLabel ??= variable;
        }
        else
        {
            YLabel ??= variable;
            XLabel ??= X == nameof(VariableValue.Time) ? time : null;
        }
    }

    private Figure Label(Figure figure) => figure with
    {
        Title = Title ?? figure.Title,
        XAxis = Label(figure.XAxis, XLabel, XScale),
        YAxis = Label(figure.YAxis, YLabel, YScale),
    };

    private static Axis Label(Axis axis, string? label, AxisScale? scale) => axis with
    {
        Label = label ?? axis.Label,
        Unit = label is null ? axis.Unit : null,
        Scale = scale ?? axis.Scale,
    };
}
