using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Sorts objects by the values of properties.</summary>
[Cmdlet("Sort", "Object", DefaultParameterSetName = "Default")]
[CoreModule(CoreModuleAttribute.Utility)]
[PowerShellParameters("Culture")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<object> inputs = [];

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Properties to sort by: names, script blocks, or hashtables with Expression, Ascending, Descending.</summary>
    [Parameter(Position = 0)]
    public object?[]? Property { get; set; }

    /// <summary>Whether case matters.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>Keeps the order of equal objects; they keep it here always.</summary>
    [Parameter(ParameterSetName = "Default")]
    public SwitchParameter Stable { get; set; }

    /// <summary>Greatest first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>Only the first of equal objects.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>Only so many of the first.</summary>
    [Parameter(ParameterSetName = "Top", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; }

    /// <summary>Only so many of the last.</summary>
    [Parameter(ParameterSetName = "Bottom", Mandatory = true)]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!LanguagePrimitives.IsNull(InputObject))
        {
            inputs.Add(InputObject);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<PropertySpecification> properties =
            OrderedEntries.Expand(PropertySpecification.Parse(this, Property, "Ascending", "Descending"), inputs);
        if (Property is { Length: > 0 } && properties.Count == 0)
        {
            return;
        }

        OrderedEntries source = new(this, properties);
        EntryComparer comparer = new(properties.Count == 0
            ? [new ValueComparer(CaseSensitive, Descending)]
            : [.. properties.Select(p => new ValueComparer(CaseSensitive, IsDescending(p)))]);
        IEnumerable<OrderedEntry> sorted = inputs.Select(source.Create).ToList().Order(comparer);
        if (Unique)
        {
            sorted = DropEqual(sorted, comparer);
        }

        List<OrderedEntry> result = [.. sorted];
        int count = Math.Min(result.Count, Top > 0 ? Top : Bottom > 0 ? Bottom : int.MaxValue);
        int start = Bottom > 0 ? result.Count - count : 0;
        for (int i = start; i < start + count; i++)
        {
            WriteObject(result[i].Object);
        }
    }

    private static IEnumerable<OrderedEntry> DropEqual(IEnumerable<OrderedEntry> sorted, EntryComparer comparer)
    {
        OrderedEntry? last = null;
        foreach (OrderedEntry entry in sorted)
        {
            if (last is null || comparer.Compare(last, entry) != 0)
            {
                yield return entry;
                last = entry;
            }
        }
    }

    private bool IsDescending(PropertySpecification property)
    {
        bool? ascending = property.Entry("Ascending") is { } a ? LanguagePrimitives.IsTrue(a) : null;
        bool? descending = property.Entry("Descending") is { } d ? LanguagePrimitives.IsTrue(d) : null;
        bool contradict = ascending is not null && ascending == descending;
        return contradict ? Descending : descending ?? (ascending is null ? (bool)Descending : !ascending.Value);
    }
}
