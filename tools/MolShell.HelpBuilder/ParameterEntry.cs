using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace MolShell.HelpBuilder;

/// <summary>One parameter of a cmdlet in one parameter set.</summary>
public sealed record ParameterEntry(PropertyInfo Property, ParameterAttribute Attribute, string? Default)
{
    public string Name => Property.Name;

    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    public bool IsSwitch => Type == typeof(SwitchParameter);

    public bool IsPositional => Attribute.Position >= 0;

    public string Position => IsPositional ? Attribute.Position.ToString(CultureInfo.InvariantCulture) : "named";

    public string PipelineInput => (Attribute.ValueFromPipeline, Attribute.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    public string Aliases
    {
        get
        {
            IList<string> names = Property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [];
            return names.Count == 0 ? "none" : string.Join(", ", names);
        }
    }

    public bool AcceptsWildcards => Property.IsDefined(typeof(SupportsWildcardsAttribute), inherit: true);

    /// <summary>Values to choose from; empty where any is accepted.</summary>
    public IReadOnlyList<string> Choices
    {
        get
        {
            Type element = Type.IsArray ? Type.GetElementType()! : Type;
            return element.IsEnum ? Enum.GetNames(element) : [];
        }
    }
}
