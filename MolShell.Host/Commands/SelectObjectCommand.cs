using System.Management.Automation;
using MolShell.Host.Commands;
using MolShell.Host.Pipeline;

namespace Microsoft.PowerShell.Commands;

/// <summary>Picks objects from the pipe, or properties from objects.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = DefaultSet)]
[CoreModule(CoreModuleAttribute.Utility)]
public sealed class SelectObjectCommand : PSCmdlet
{
    private const string DefaultSet = "DefaultParameter";
    private const string SkipLastSet = "SkipLastParameter";
    private const string IndexSet = "IndexParameter";
    private const string SkipIndexSet = "SkipIndexParameter";

    private readonly List<(object Object, List<PSNoteProperty> Notes)> uniques = [];
    private IReadOnlyList<PropertySpecification> properties = [];
    private WildcardPattern[] exclusions = [];
    private ObjectWindow window = null!;
    private int first;
    private int last;
    private bool limited;
    private int[]? indices;
    private int position;
    private Type? lastType;
    private string lastName = string.Empty;

    /// <summary>An object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? InputObject { get; set; }

    /// <summary>Properties to take: names, wildcards, or hashtables with Name and Expression.</summary>
    [Parameter(Position = 0, ParameterSetName = DefaultSet)]
    [Parameter(Position = 0, ParameterSetName = SkipLastSet)]
    public object?[]? Property { get; set; }

    /// <summary>Properties to leave out, wildcards allowed.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(ParameterSetName = SkipLastSet)]
    public string[]? ExcludeProperty { get; set; }

    /// <summary>A property whose value, or each of whose values, takes the place of the object.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(ParameterSetName = SkipLastSet)]
    public string? ExpandProperty { get; set; }

    /// <summary>Only the first of equal objects.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>Whether -Unique does not mind case.</summary>
    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    /// <summary>Only so many from the end.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [ValidateRange(0, int.MaxValue)]
    public int Last
    {
        get => last;
        set => (last, limited) = (value, true);
    }

    /// <summary>Only so many from the start; then the commands before are stopped.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [ValidateRange(0, int.MaxValue)]
    public int First
    {
        get => first;
        set => (first, limited) = (value, true);
    }

    /// <summary>Passes over so many; with -Last, from the end.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(ParameterSetName = SkipLastSet)]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <summary>Passes over so many at the end.</summary>
    [Parameter(ParameterSetName = SkipLastSet)]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    /// <summary>Does not stop the commands before.</summary>
    [Parameter(ParameterSetName = DefaultSet)]
    [Parameter(ParameterSetName = IndexSet)]
    public SwitchParameter Wait { get; set; }

    /// <summary>Only the objects at these places, from 0.</summary>
    [Parameter(ParameterSetName = IndexSet)]
    [ValidateRange(0, int.MaxValue)]
    public int[]? Index { get; set; }

    /// <summary>All but the objects at these places, from 0.</summary>
    [Parameter(ParameterSetName = SkipIndexSet)]
    [ValidateRange(0, int.MaxValue)]
    public int[]? SkipIndex { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        exclusions = Array.ConvertAll(ExcludeProperty ?? [], e => new WildcardPattern(e, WildcardOptions.IgnoreCase));
        if (exclusions.Length > 0 && Property is not { Length: > 0 })
        {
            Property = ["*"];
        }

        properties = PropertySpecification.Parse(this, Property, "Name", "Label");
        window = new ObjectWindow(first, last, Skip, SkipLast, limited);
        indices = Index ?? SkipIndex;
        if (indices is not null)
        {
            Array.Sort(indices);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (LanguagePrimitives.IsNull(InputObject))
        {
            return;
        }

        if (indices is not null)
        {
            SelectByIndex();
            return;
        }

        if (window.Add(InputObject) is { } next)
        {
            Take(next);
        }

        if (window.HasAll && !Wait)
        {
            StopBefore();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == DefaultSet)
        {
            foreach (object rest in window.Rest())
            {
                Take(rest);
            }
        }

        foreach ((object unique, _) in uniques)
        {
            WriteObject(unique);
        }
    }

    private void StopBefore()
    {
        EndProcessing();
        throw new StopUpstreamException(this);
    }

    private void SelectByIndex()
    {
        bool named = Array.BinarySearch(indices!, position) >= 0;
        if (named == (Index is not null))
        {
            Take(InputObject!);
        }

        if (Index is not null && !Wait && position >= indices!.LastOrDefault(-1))
        {
            StopBefore();
        }

        position++;
    }

    private void Take(object input)
    {
        if (properties.Count == 0 && string.IsNullOrEmpty(ExpandProperty))
        {
            Emit(input, []);
            return;
        }

        List<PSNoteProperty> notes = [];
        foreach (PropertySpecification property in properties)
        {
            AddNotes(property, input, notes);
        }

        if (!string.IsNullOrEmpty(ExpandProperty))
        {
            Expand(input, notes);
            return;
        }

        PSObject result = new() { LeadingTypeName = SelectedName(input) };
        foreach (PSNoteProperty note in notes)
        {
            if (result.Properties[note.Name] is null)
            {
                result.Properties.Add(note);
            }
            else
            {
                WriteExists(note.Name, input, "AlreadyExistingUserSpecifiedPropertyNoExpand");
            }
        }

        Emit(result, notes);
    }

    // Objects of a pipe are mostly of one type.
    private string SelectedName(object input)
    {
        Type type = input is PSObject wrapper ? wrapper.BaseObject.GetType() : input.GetType();
        if (type != lastType)
        {
            (lastType, lastName) = (type, "Selected." + type);
        }

        return lastName;
    }

    private void AddNotes(PropertySpecification property, object input, List<PSNoteProperty> notes)
    {
        List<(string Name, PropertyResult Result)> results =
        [
            .. property.Expression.Resolve(input)
                .Where(e => !IsExcluded(e.Name))
                .Select(e => (e.Name, Result: e.Evaluate(input)))
                .Where(r => r.Result.Exists),
        ];
        if (results.Count == 0 && !property.Expression.HasWildcards && !IsExcluded(property.Expression.Name))
        {
            results.Add((property.Expression.Name, default));
        }

        if (results.Count > 1 && !string.IsNullOrEmpty(property.Name))
        {
            WriteError(new ErrorRecord(
                new InvalidOperationException("Cannot rename multiple results."),
                "RenamingMultipleResults",
                ErrorCategory.InvalidOperation,
                PSObject.AsPSObject(input)));
            return;
        }

        foreach ((string name, PropertyResult result) in results)
        {
            string shown = string.IsNullOrEmpty(property.Name) ? name : property.Name;
            if (shown.Length == 0)
            {
                ThrowTerminatingError(new ErrorRecord(
                    new PSArgumentException("A property is an empty script block and does not provide a name."),
                    "EmptyScriptBlockAndNoName",
                    ErrorCategory.InvalidArgument,
                    null));
            }

            notes.Add(new PSNoteProperty(shown, result.Value));
        }
    }

    private bool IsExcluded(string name) => Array.Exists(exclusions, e => e.IsMatch(name));

    private void Expand(object input, List<PSNoteProperty> notes)
    {
        PropertyExpression[] found = [.. new PropertyExpression(ExpandProperty!).Resolve(input)];
        if (found.Length != 1)
        {
            WriteError(new ErrorRecord(
                new PSArgumentException(found.Length == 0
                    ? $"Property \"{ExpandProperty}\" cannot be found."
                    : "Multiple properties cannot be expanded."),
                found.Length == 0 ? "ExpandPropertyNotFound" : "MutlipleExpandProperties",
                ErrorCategory.InvalidArgument,
                PSObject.AsPSObject(input)));
            return;
        }

        PropertyResult result = found[0].Evaluate(input);
        if (result.Error is not null)
        {
            WriteError(new ErrorRecord(result.Error, "PropertyEvaluationExpand", ErrorCategory.InvalidResult, PSObject.AsPSObject(input)));
        }
        else if (LanguagePrimitives.GetEnumerable(result.Value) is { } elements)
        {
            foreach (object? element in elements)
            {
                EmitExpanded(element, input, notes);
            }
        }
        else
        {
            EmitExpanded(result.Value, input, notes);
        }
    }

    private void EmitExpanded(object? value, object input, List<PSNoteProperty> notes)
    {
        if (value is null)
        {
            return;
        }

        if (notes.Count == 0)
        {
            Emit(value, notes);
            return;
        }

        PSObject wrapped = value is PSObject already ? already.Copy() : new PSObject(value);
        foreach (PSNoteProperty note in notes)
        {
            if (wrapped.Properties[note.Name] is null)
            {
                wrapped.Properties.Add((PSNoteProperty)note.Copy());
            }
            else
            {
                WriteExists(note.Name, input, "AlreadyExistingUserSpecifiedPropertyExpand");
            }
        }

        Emit(wrapped, notes);
    }

    private void WriteExists(string name, object input, string id) => WriteError(new ErrorRecord(
        new PSArgumentException($"The property cannot be processed because the property \"{name}\" already exists."),
        id,
        ErrorCategory.InvalidOperation,
        PSObject.AsPSObject(input)));

    private void Emit(object value, List<PSNoteProperty> notes)
    {
        if (!Unique)
        {
            WriteObject(value);
        }
        else if (!uniques.Exists(u => AreEqual(u.Object, u.Notes, value, notes)))
        {
            uniques.Add((value, notes));
        }
    }

    private bool AreEqual(object first, List<PSNoteProperty> firstNotes, object second, List<PSNoteProperty> secondNotes)
    {
        ValueComparer comparer = new(!CaseInsensitive);
        object a = PSObject.AsPSObject(first).BaseObject;
        object b = PSObject.AsPSObject(second).BaseObject;
        return (ReferenceEquals(a, b) || comparer.Compare(a, b) == 0)
            && firstNotes.Count == secondNotes.Count
            && secondNotes.TrueForAll(n => Find(firstNotes, n.Name) is { } other && comparer.Compare(other.Value, n.Value) == 0);
    }

    private static PSNoteProperty? Find(List<PSNoteProperty> notes, string name) =>
        notes.Find(n => string.Equals(n.Name, name, StringComparison.OrdinalIgnoreCase));
}
