using System.Globalization;

namespace System.Management.Automation;

/// <summary>A name and a value put on an object.</summary>
public class PSNoteProperty : PSPropertyInfo
{
    private object? current;

    /// <summary>Makes the property.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public PSNoteProperty(string name, object? value)
    {
        SetMemberName(name);
        current = value;
    }

    /// <inheritdoc/>
    public override PSMemberTypes MemberType => PSMemberTypes.NoteProperty;

    /// <inheritdoc/>
    public override bool IsSettable => true;

    /// <inheritdoc/>
    public override bool IsGettable => true;

    /// <inheritdoc/>
    public override object? Value
    {
        get => current;
        set => current = value;
    }

    /// <inheritdoc/>
    public override string TypeNameOfValue => current switch
    {
        null => typeof(object).FullName!,
        PSObject o => o.TypeNames.FirstOrDefault() ?? typeof(PSObject).FullName!,
        _ => current.GetType().FullName!,
    };

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => new PSNoteProperty(Name, current);

    /// <inheritdoc/>
    public override string ToString() => $"{TypeNameOfValue} {Name}={PSObject.ToText(current, CultureInfo.InvariantCulture)}";
}
