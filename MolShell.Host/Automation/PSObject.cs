using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation.Hosting;
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>
/// An object with properties of its own: wraps another object, or none when made with [pscustomobject]. Only objects that
/// need it are wrapped; all others go down the pipe as they are.
/// </summary>
public class PSObject : IFormattable, IComparable
{
    private readonly object baseObject;
    private OrderedDictionary<string, PSMemberInfo>? instanceMembers;
    private Collection<string>? typeNames;

    /// <summary>An object with no properties yet.</summary>
    public PSObject() => baseObject = PSCustomObject.Instance;

    /// <summary>Wraps an object.</summary>
    /// <param name="obj">The object.</param>
    public PSObject(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        baseObject = obj;
    }

    /// <summary>The innermost object.</summary>
    public object BaseObject => baseObject is PSObject inner ? inner.BaseObject : baseObject;

    /// <summary>The object this one wraps.</summary>
    public object ImmediateBaseObject => baseObject;

    /// <summary>Properties put on it, then those of its type.</summary>
    public PSMemberInfoCollection<PSPropertyInfo> Properties => new ObjectMembers<PSPropertyInfo>(this);

    /// <summary>Methods of its type.</summary>
    public PSMemberInfoCollection<PSMethodInfo> Methods => new ObjectMembers<PSMethodInfo>(this);

    /// <summary>Properties and methods.</summary>
    public PSMemberInfoCollection<PSMemberInfo> Members => new ObjectMembers<PSMemberInfo>(this);

    /// <summary>Names that choose how it is shown: first those put in, then its type and base types.</summary>
    public Collection<string> TypeNames => typeNames ??= new Collection<string>(
        [.. LeadingTypeName is null ? [] : new[] { LeadingTypeName }, .. TypeMembers.NamesOf(BaseObject)]);

    /// <summary>A type name that stands before all others, such as Selected.MolShell.Frame.</summary>
    public string? LeadingTypeName { get; init; }

    /// <summary>Whether it wraps nothing.</summary>
    public bool IsCustom => ReferenceEquals(BaseObject, PSCustomObject.Instance);

    /// <summary>The text a number was written as, so that 0x1F stays 0x1F where a text is asked for.</summary>
    public string? TokenText { get; init; }

    internal OrderedDictionary<string, PSMemberInfo>? InstanceMembersOrNull =>
        instanceMembers ?? (baseObject as PSObject)?.InstanceMembersOrNull;

    internal OrderedDictionary<string, PSMemberInfo> InstanceMembers =>
        baseObject is PSObject inner
            ? inner.InstanceMembers
            : instanceMembers ??= new OrderedDictionary<string, PSMemberInfo>(StringComparer.OrdinalIgnoreCase);

    public static implicit operator PSObject(int valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(string valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(Hashtable valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(double valueToConvert) => new(valueToConvert);

    public static implicit operator PSObject(bool valueToConvert) => new(valueToConvert);

    /// <summary>Wraps an object unless it is wrapped.</summary>
    /// <param name="obj">The object.</param>
    /// <returns>The wrapped object.</returns>
    public static PSObject AsPSObject(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj as PSObject ?? new PSObject(obj);
    }

    /// <summary>The wrapped object; a custom object stays as it is, no output becomes null.</summary>
    /// <param name="value">A value.</param>
    /// <returns>What is inside.</returns>
    public static object? Unwrap(object? value)
    {
        if (value is not PSObject wrapper)
        {
            return value;
        }

        if (ReferenceEquals(wrapper, AutomationNull.Value))
        {
            return null;
        }

        return wrapper.baseObject is PSCustomObject ? wrapper : Unwrap(wrapper.baseObject);
    }

    /// <summary>
    /// A value as text, by PowerShell's rules: numbers in 15 digits, collections joined, custom objects as @{a=1; b=2}.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="formatProvider">Culture.</param>
    /// <param name="separator">Between the elements of a collection.</param>
    /// <returns>The text.</returns>
    public static string ToText(object? value, IFormatProvider formatProvider, string separator = " ") =>
        ObjectText.Of(value, formatProvider, separator);

    /// <summary>A copy with members of its own.</summary>
    /// <returns>The copy.</returns>
    public virtual PSObject Copy()
    {
        object inner = baseObject switch
        {
            PSObject wrapped => wrapped.Copy(),
            ICloneable cloneable and not string => cloneable.Clone(),
            _ => baseObject,
        };
        PSObject copy = new(inner) { LeadingTypeName = LeadingTypeName };
        foreach (PSMemberInfo member in (IEnumerable<PSMemberInfo>?)instanceMembers?.Values ?? [])
        {
            copy.AddMember(member.Copy());
        }

        foreach (string name in (IEnumerable<string>?)typeNames ?? [])
        {
            (copy.typeNames ??= []).Add(name);
        }

        return copy;
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) => ReferenceEquals(this, obj) ? 0 : LanguagePrimitives.Compare(BaseObject, obj);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (!IsCustom && LanguagePrimitives.Equals(BaseObject, obj));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        IsCustom ? Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this) : BaseObject.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => ObjectText.Of(this, CultureInfo.InvariantCulture, " ");

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        BaseObject is IFormattable formattable && !string.IsNullOrEmpty(format)
            ? formattable.ToString(format, formatProvider)
            : ObjectText.Of(this, formatProvider ?? CultureInfo.InvariantCulture, " ");

    internal void AddMember(PSMemberInfo member)
    {
        if (member is PSAliasProperty alias)
        {
            alias.Attach(this);
        }

        InstanceMembers[member.Name] = member;
    }
}
