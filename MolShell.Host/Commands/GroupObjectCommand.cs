using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Groups objects by the values of properties.</summary>
[Cmdlet(VerbsData.Group, "Object")]
[CoreModule(CoreModuleAttribute.Utility)]
[OutputType(typeof(Hashtable), typeof(GroupInfo))]
[PowerShellParameters("Culture")]
public class GroupObjectCommand : PSCmdlet
{
    private readonly List<object> inputs = [];

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Properties to group by: names, script blocks, or hashtables with Expression.</summary>
    [Parameter(Position = 0)]
    public object?[]? Property { get; set; }

    /// <summary>Whether case matters.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>Only counts.</summary>
    [Parameter]
    public SwitchParameter NoElement { get; set; }

    /// <summary>Gives one hashtable from value to objects.</summary>
    [Parameter(ParameterSetName = "HashTable")]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    /// <summary>Makes the keys of the hashtable texts.</summary>
    [Parameter(ParameterSetName = "HashTable")]
    public SwitchParameter AsString { get; set; }

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
        if (inputs.Count == 0)
        {
            return;
        }

        IReadOnlyList<PropertySpecification> properties =
            OrderedEntries.Expand(PropertySpecification.Parse(this, Property), inputs);
        Check(properties);
        List<GroupInfo> groups = MakeGroups(properties);
        if (AsHashTable)
        {
            WriteObject(ToHashtable(groups));
        }
        else
        {
            WriteObject(groups, true);
        }
    }

    private void Check(IReadOnlyList<PropertySpecification> properties)
    {
        string? wrong = AsString && !AsHashTable
            ? "The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter."
            : AsHashTable && !AsString && properties.Count > 1
                ? "The command cannot be run because using the AsHashTable parameter with more than one property requires adding the "
                    + "AsString parameter."
                : null;
        if (wrong is not null)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException(wrong), "ArgumentException", ErrorCategory.InvalidArgument, AsHashTable ? Property : AsString));
        }
    }

    // Values of one type are sorted first, so groups come in their order; values of several types keep the order of the input.
    private List<GroupInfo> MakeGroups(IReadOnlyList<PropertySpecification> properties)
    {
        OrderedEntries source = new(this, properties);
        EntryComparer comparer = new([.. Enumerable.Repeat(new ValueComparer(CaseSensitive), Math.Max(1, properties.Count))]);
        List<OrderedEntry> entries = [.. inputs.Select(source.Create)];
        List<(OrderedEntry First, GroupInfo Group)> groups = [];
        bool sortable = HaveOneType(entries);
        foreach (OrderedEntry entry in sortable ? entries.Order(comparer) : entries.AsEnumerable())
        {
            int index = sortable
                ? groups.Count > 0 && comparer.Compare(groups[^1].First, entry) == 0 ? groups.Count - 1 : -1
                : groups.FindIndex(g => comparer.Compare(g.First, entry) == 0);
            if (index < 0)
            {
                object?[] values = [.. entry.Values.Select(v => v.Value)];
                groups.Add((entry, NoElement ? new GroupInfoNoElement(values) : new GroupInfo(values)));
                index = groups.Count - 1;
            }

            groups[index].Group.Add(entry.Object, keep: !NoElement);
        }

        return [.. groups.Select(g => g.Group)];
    }

    private static bool HaveOneType(List<OrderedEntry> entries)
    {
        for (int i = 0; i < entries[0].Values.Length; i++)
        {
            int column = i;
            IEnumerable<Type?> types = entries.Select(e => PSObject.Unwrap(e.Values[column].Value)?.GetType());
            if (types.Where(t => t is not null).Distinct().Count() > 1)
            {
                return false;
            }
        }

        return true;
    }

    private Hashtable ToHashtable(List<GroupInfo> groups)
    {
        Hashtable table = new(CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (GroupInfo group in groups)
        {
            Collection<PSObject> members = group.Group;
            table.Add(AsString ? group.Name : PSObject.Unwrap(group.Values[0])!, members);
        }

        return table;
    }
}
