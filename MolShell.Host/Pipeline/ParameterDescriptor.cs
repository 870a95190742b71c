using System.Management.Automation;
using System.Management.Automation.Hosting;
using System.Reflection;

namespace MolShell.Host.Pipeline;

/// <summary>A parameter of a command.</summary>
public sealed class ParameterDescriptor
{
    private readonly TypeProperty property;

    internal ParameterDescriptor(PropertyInfo property, Func<string, uint> setFlag, bool isCommon)
    {
        this.property = TypeMembers.Of(property.DeclaringType!).Find(property.Name)!;
        Name = property.Name;
        Type = property.PropertyType;
        IsCommon = isCommon;
        Attributes = Attribute.GetCustomAttributes(property);
        Aliases = [.. Attributes.OfType<AliasAttribute>().SelectMany(a => a.AliasNames)];
        Sets = [.. Attributes.OfType<ParameterAttribute>().Select(p => new ParameterSetData(
            p.ParameterSetName,
            p.ParameterSetName == ParameterAttribute.AllParameterSets ? 0 : setFlag(p.ParameterSetName),
            p))];
        IsInAllSets = Sets.Any(s => s.IsInAllSets);
        IsMandatoryInSome = Sets.Any(s => s.IsMandatory);
        SetFlags = Sets.Aggregate(0u, (flags, s) => flags | s.SetFlag);
        Transformations = [.. Attributes.OfType<ArgumentTransformationAttribute>()];
        Validations = [.. Attributes.OfType<ValidateArgumentsAttribute>()];
        AllowNull = Attributes.OfType<AllowNullAttribute>().Any();
        AllowEmptyString = Attributes.OfType<AllowEmptyStringAttribute>().Any();
        AllowEmptyCollection = Attributes.OfType<AllowEmptyCollectionAttribute>().Any();
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Type of its argument.</summary>
    public Type Type { get; }

    /// <summary>Further names.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>What it is in each of its sets.</summary>
    public IReadOnlyList<ParameterSetData> Sets { get; }

    /// <summary>All attributes.</summary>
    public IReadOnlyList<Attribute> Attributes { get; }

    /// <summary>Whether every command has it, such as -Verbose.</summary>
    public bool IsCommon { get; }

    /// <summary>Whether it is a flag.</summary>
    public bool IsSwitch => Type == typeof(SwitchParameter);

    /// <summary>One line of help.</summary>
    public string? HelpMessage => Sets.Select(s => s.Attribute.HelpMessage).FirstOrDefault(m => !string.IsNullOrEmpty(m));

    /// <summary>Whether it belongs to all sets.</summary>
    internal bool IsInAllSets { get; }

    /// <summary>Whether it is mandatory in a set.</summary>
    internal bool IsMandatoryInSome { get; }

    /// <summary>Bits of its sets; 0 when it belongs only to all.</summary>
    internal uint SetFlags { get; }

    internal IReadOnlyList<ArgumentTransformationAttribute> Transformations { get; }

    internal IReadOnlyList<ValidateArgumentsAttribute> Validations { get; }

    internal bool AllowNull { get; }

    internal bool AllowEmptyString { get; }

    internal bool AllowEmptyCollection { get; }

    /// <summary>What it is in the sets still possible.</summary>
    /// <param name="validSets">Bits of the sets.</param>
    /// <returns>The data that apply.</returns>
    internal IEnumerable<ParameterSetData> DataFor(uint validSets) => Sets.Where(s => s.IsInAllSets || (s.SetFlag & validSets) != 0);

    /// <summary>Reads the parameter of a command.</summary>
    /// <param name="target">The command.</param>
    /// <returns>The value.</returns>
    internal object? GetValue(object target) => property.GetValue(target);

    /// <summary>Sets the parameter of a command.</summary>
    /// <param name="target">The command.</param>
    /// <param name="value">The value, of the parameter's type.</param>
    internal void SetValue(object target, object? value) => property.SetValue(target, value);
}
