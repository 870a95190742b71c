using System.Management.Automation;
using System.Reflection;

namespace MolShell.Host.Pipeline;

/// <summary>The parameters of one command, by name, alias and set.</summary>
internal sealed class ParameterTable
{
    private readonly List<string> setNames = [];
    private readonly Dictionary<string, ParameterDescriptor> byName = new(StringComparer.OrdinalIgnoreCase);

    public ParameterTable(CommandDescriptor command)
    {
        CmdletAttribute attribute = command.Attribute;
        List<ParameterDescriptor> parameters = [];
        foreach (PropertyInfo property in command.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.IsDefined(typeof(ParameterAttribute), true) && property.CanWrite)
            {
                Add(parameters, new ParameterDescriptor(property, FlagOf, isCommon: false));
            }
        }

        if (attribute.SupportsShouldProcess)
        {
            AddCommon(parameters, typeof(ShouldProcessParameters));
        }

        AddCommon(parameters, typeof(CommonParameters));
        Parameters = parameters;
        Unsupported = command.Type.GetCustomAttribute<PowerShellParametersAttribute>()?.Names ?? [];
        if (!string.IsNullOrEmpty(attribute.DefaultParameterSetName))
        {
            DefaultSetFlag = FlagOf(attribute.DefaultParameterSetName);
        }

        AllSetFlags = (uint)((1UL << setNames.Count) - 1);
    }

    public IReadOnlyList<ParameterDescriptor> Parameters { get; }

    /// <summary>Names of parameters that PowerShell has and molshell has not.</summary>
    public IReadOnlyList<string> Unsupported { get; }

    public IReadOnlyList<string> SetNames => setNames;

    /// <summary>Bit of the default set; 0 when there is none.</summary>
    public uint DefaultSetFlag { get; }

    /// <summary>Bits of all sets; 0 when the command has no named set.</summary>
    public uint AllSetFlags { get; }

    public ParameterDescriptor? Exact(string name) => byName.GetValueOrDefault(name);

    /// <summary>Parameters whose name or alias starts with a text, each once.</summary>
    public IReadOnlyList<ParameterDescriptor> StartingWith(string prefix) =>
        [.. byName.Where(p => p.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).Distinct()];

    /// <summary>Name of the lowest of some sets.</summary>
    public string SetName(uint flags)
    {
        for (int i = 0; i < setNames.Count; i++)
        {
            if ((flags & (1u << i)) != 0)
            {
                return setNames[i];
            }
        }

        return ParameterAttribute.AllParameterSets;
    }

    private void Add(List<ParameterDescriptor> parameters, ParameterDescriptor parameter)
    {
        parameters.Add(parameter);
        foreach (string name in parameter.Aliases.Prepend(parameter.Name))
        {
            if (!byName.TryAdd(name, parameter))
            {
                throw new MetadataException($"A parameter with the name '{name}' was defined multiple times for the command.");
            }
        }
    }

    private void AddCommon(List<ParameterDescriptor> parameters, Type type)
    {
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Add(parameters, new ParameterDescriptor(property, FlagOf, isCommon: true));
        }
    }

    private uint FlagOf(string set)
    {
        int index = setNames.FindIndex(s => string.Equals(s, set, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            index = setNames.Count;
            setNames.Add(set);
        }

        return 1u << index;
    }
}
