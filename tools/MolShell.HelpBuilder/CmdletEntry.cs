using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace MolShell.HelpBuilder;

/// <summary>What reflection says of a cmdlet: its names, parameter sets, outputs.</summary>
public sealed class CmdletEntry
{
    private readonly Dictionary<string, string?> defaults = new(StringComparer.Ordinal);

    public CmdletEntry(Type type)
    {
        Type = type;
        Attribute = type.GetCustomAttribute<CmdletAttribute>()
            ?? throw new ArgumentException($"{type} carries no Cmdlet attribute.", nameof(type));
        Properties = [.. type.GetProperties()
            .Where(p => p.IsDefined(typeof(ParameterAttribute), inherit: true))
            .OrderBy(p => p.Name, StringComparer.Ordinal)];

        object instance = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in Properties)
        {
            defaults[property.Name] = Describe(property.GetValue(instance));
        }

        (instance as IDisposable)?.Dispose();
    }

    public Type Type { get; }

    public CmdletAttribute Attribute { get; }

    public string Name => $"{Attribute.VerbName}-{Attribute.NounName}";

    public IReadOnlyList<PropertyInfo> Properties { get; }

    public bool SupportsShouldProcess => Attribute.SupportsShouldProcess;

    /// <summary>Names of the parameter sets, the default one first.</summary>
    public IReadOnlyList<string> Sets
    {
        get
        {
            IEnumerable<string> named = Properties
                .SelectMany(p => p.GetCustomAttributes<ParameterAttribute>())
                .Select(a => a.ParameterSetName)
                .Where(s => s != ParameterAttribute.AllParameterSets)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(s => s == Attribute.DefaultParameterSetName ? 0 : 1)
                .ThenBy(s => s, StringComparer.Ordinal);
            string[] sets = [.. named];
            return sets.Length == 0 ? [ParameterAttribute.AllParameterSets] : sets;
        }
    }

    public IEnumerable<Type> Outputs => Type.GetCustomAttributes<OutputTypeAttribute>()
        .SelectMany(a => a.Type)
        .Select(t => t.Type)
        .OfType<Type>();

    /// <summary>The cmdlets of an assembly, by name.</summary>
    public static IReadOnlyList<CmdletEntry> All(Assembly assembly) =>
        [.. assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && t.IsDefined(typeof(CmdletAttribute), inherit: false))
            .Select(t => new CmdletEntry(t))
            .OrderBy(c => c.Name, StringComparer.Ordinal)];

    /// <summary>Parameters of a set as the syntax line shows them: by position, then mandatory ones, then the rest by name.</summary>
    public IEnumerable<ParameterEntry> Parameters(string set) => Properties
        .Select(p => Entry(p, p.GetCustomAttributes<ParameterAttribute>()
            .FirstOrDefault(a => a.ParameterSetName == set || a.ParameterSetName == ParameterAttribute.AllParameterSets)))
        .OfType<ParameterEntry>()
        .OrderBy(p => p.IsPositional ? p.Attribute.Position : int.MaxValue)
        .ThenBy(p => p.Attribute.Mandatory ? 0 : 1)
        .ThenBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>Each parameter once, as its first set has it, by name.</summary>
    public IEnumerable<ParameterEntry> AllParameters() =>
        Properties.Select(p => Entry(p, p.GetCustomAttributes<ParameterAttribute>().First())!);

    private ParameterEntry? Entry(PropertyInfo property, ParameterAttribute? attribute) =>
        attribute is null ? null : new ParameterEntry(property, attribute, defaults[property.Name]);

    private static string? Describe(object? value) => value switch
    {
        null => null,
        SwitchParameter flag => flag.IsPresent ? "True" : "False",
        string text => text.Length == 0 ? null : text,
        ICollection { Count: 0 } => null,
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Describe)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
