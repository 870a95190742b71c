using System.Globalization;
using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Counts objects and gives statistics of their properties.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object")]
[CoreModule(CoreModuleAttribute.Utility)]
[OutputType(typeof(GenericMeasureInfo), typeof(GenericObjectMeasureInfo))]
[PowerShellParameters("Line", "Word", "Character", "IgnoreWhiteSpace")]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private const string TheObject = "$_";

    private readonly OrderedDictionary<string, Statistics> statistics = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyList<PropertySpecification> properties = [];
    private bool notNumeric;
    private int total;

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Properties to measure: names, with wildcards or not, or script blocks.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public object?[]? Property { get; set; }

    /// <summary>Gives the standard deviation of the sample.</summary>
    [Parameter]
    public SwitchParameter StandardDeviation { get; set; }

    /// <summary>Gives the sum.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <summary>Gives all statistics.</summary>
    [Parameter]
    public SwitchParameter AllStats { get; set; }

    /// <summary>Gives the mean.</summary>
    [Parameter]
    public SwitchParameter Average { get; set; }

    /// <summary>Gives the greatest value.</summary>
    [Parameter]
    public SwitchParameter Maximum { get; set; }

    /// <summary>Gives the least value.</summary>
    [Parameter]
    public SwitchParameter Minimum { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        properties = PropertySpecification.Parse(this, Property);
        if (AllStats)
        {
            Sum = StandardDeviation = Average = Maximum = Minimum = true;
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (LanguagePrimitives.IsNull(InputObject))
        {
            return;
        }

        total++;
        if (Property is null)
        {
            Add(TheObject, PSObject.Unwrap(InputObject));
            return;
        }

        HashSet<string> done = new(StringComparer.OrdinalIgnoreCase);
        foreach (PropertyExpression expression in properties.Select(p => p.Expression))
        {
            bool any = false;
            foreach (PropertyExpression resolved in expression.Resolve(InputObject))
            {
                any = true;
                if (done.Add(resolved.Name) && resolved.Evaluate(InputObject) is { Exists: true } result)
                {
                    Add(resolved.Name, result.Value);
                }
            }

            if (!any && !expression.HasWildcards)
            {
                Of(expression.Name);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (total == 0 && Property is null)
        {
            Of(TheObject);
        }

        foreach ((string name, Statistics values) in statistics)
        {
            if (values.Count > 0 || Property is null)
            {
                MeasureInfo info = IsNumber(values.Minimum) && IsNumber(values.Maximum) ? Numbers(values) : Objects(values);
                info.Property = Property is null ? null : name;
                WriteObject(info);
            }
        }
    }

    private static bool IsNumber(object? value) => value is null || LanguagePrimitives.TryConvertTo(value, out double _);

    private static double? Number(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<double>(value);

    // The one kept: the extreme so far, or the new value where it lies beyond.
    private static object? Extreme(object? value, object? soFar, int sign)
    {
        if (soFar is null)
        {
            return value;
        }

        object? a = AsNumber(soFar);
        object? b = AsNumber(value);
        if (a is not null && b is not null && a.GetType() != b.GetType())
        {
            a = PSObject.ToText(a, CultureInfo.InvariantCulture);
            b = PSObject.ToText(b, CultureInfo.InvariantCulture);
        }

        return sign * LanguagePrimitives.Compare(a, b, false, CultureInfo.InvariantCulture) > 0 ? value : soFar;
    }

    private static object? AsNumber(object? value) =>
        value is not null && LanguagePrimitives.TryConvertTo(value, out double number) ? number : PSObject.Unwrap(value);

    private Statistics Of(string name)
    {
        if (!statistics.TryGetValue(name, out Statistics? values))
        {
            statistics[name] = values = new Statistics();
        }

        return values;
    }

    private void Add(string name, object? value)
    {
        Statistics values = Of(name);
        values.Count++;
        if (Average || Sum || StandardDeviation)
        {
            if (!LanguagePrimitives.TryConvertTo(value, out double number))
            {
                notNumeric = true;
                WriteError(new ErrorRecord(
                    new PSInvalidOperationException($"Input object \"{PSObject.ToText(value, CultureInfo.InvariantCulture)}\" is not "
                        + "numeric."),
                    "NonNumericInputObject",
                    ErrorCategory.InvalidType,
                    value));
                return;
            }

            values.Add(number);
        }

        if (Minimum)
        {
            values.Minimum = Extreme(value, values.Minimum, 1);
        }

        if (Maximum)
        {
            values.Maximum = Extreme(value, values.Maximum, -1);
        }
    }

    private GenericMeasureInfo Numbers(Statistics values) => new()
    {
        Count = values.Count,
        Sum = Sum && !notNumeric ? values.Sum : null,
        Average = Average && !notNumeric && values.Count > 0 ? values.Sum / values.Count : null,
        StandardDeviation = StandardDeviation && !notNumeric ? Math.Sqrt(values.Variance) : null,
        Maximum = Number(values.Maximum),
        Minimum = Number(values.Minimum),
    };

    private GenericObjectMeasureInfo Objects(Statistics values) => new()
    {
        Count = values.Count,
        Sum = Sum && !notNumeric ? values.Sum : null,
        Average = Average && !notNumeric && values.Count > 0 ? values.Sum / values.Count : null,
        Maximum = values.Maximum,
        Minimum = values.Minimum,
    };

    private sealed class Statistics
    {
        public int Count { get; set; }

        public double Sum { get; private set; }

        /// <summary>Variance of the sample, by the update of Welford in the form that PowerShell computes.</summary>
        public double Variance { get; private set; }

        public object? Maximum { get; set; }

        public object? Minimum { get; set; }

        public void Add(double value)
        {
            double before = Sum;
            Sum += value;
            if (Count > 1)
            {
                double deviation = value - (before / (Count - 1));
                Variance = (Variance * (Count - 2.0) / (Count - 1)) + (deviation * deviation / Count);
            }
        }
    }
}
