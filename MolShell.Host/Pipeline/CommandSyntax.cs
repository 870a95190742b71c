using System.Management.Automation;
using System.Text;

namespace MolShell.Host.Pipeline;

/// <summary>The syntax lines of a command, one for each parameter set, as Get-Command -Syntax shows them.</summary>
public static class CommandSyntax
{
    /// <summary>All sets of a command.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Lines with an empty line between.</returns>
    public static string Of(CommandDescriptor command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return string.Join("\n\n", Lines(command));
    }

    /// <summary>A line for each set.</summary>
    /// <param name="command">The command.</param>
    /// <returns>The lines; the default set first.</returns>
    public static IReadOnlyList<string> Lines(CommandDescriptor command)
    {
        ArgumentNullException.ThrowIfNull(command);
        string? preferred = command.Attribute.DefaultParameterSetName;
        IEnumerable<string> sets = command.ParameterSets.Count == 0
            ? [ParameterAttribute.AllParameterSets]
            : command.ParameterSets.OrderByDescending(s => string.Equals(s, preferred, StringComparison.OrdinalIgnoreCase));
        return [.. sets.Select(s => Line(command, s))];
    }

    /// <summary>Parameters of a set in the order in which syntax shows them: by position, then mandatory ones, then the others.</summary>
    /// <param name="command">The command.</param>
    /// <param name="set">The set.</param>
    /// <returns>The parameters, without the common ones.</returns>
    public static IReadOnlyList<(ParameterDescriptor Parameter, ParameterSetData Data)> ParametersOf(CommandDescriptor command, string set)
    {
        ArgumentNullException.ThrowIfNull(command);
        var members = command.Parameters
            .Select(p => (Parameter: p, Data: DataOf(p, set)))
            .Where(p => p.Data is { Attribute.DontShow: false })
            .Select(p => (p.Parameter, Data: p.Data!))
            .ToList();
        return
        [
            .. members.Where(p => p.Data.IsPositional).OrderBy(p => p.Data.Position),
            .. members.Where(p => !p.Data.IsPositional && p.Data.IsMandatory),
            .. members.Where(p => !p.Data.IsPositional && !p.Data.IsMandatory && !p.Parameter.IsCommon),
            .. members.Where(p => p.Parameter.IsCommon && p.Parameter.Name is "WhatIf" or "Confirm"),
        ];
    }

    /// <summary>Name of a type as syntax shows it.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The short name.</returns>
    public static string TypeName(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsArray)
        {
            return TypeName(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return TypeName(underlying);
        }

        string name = System.Management.Automation.Hosting.TypeNames.Short(type);
        int dot = name.IndexOf('[', StringComparison.Ordinal) is var bracket && bracket >= 0
            ? name.LastIndexOf('.', bracket)
            : name.LastIndexOf('.');
        return name[(dot + 1)..];
    }

    private static ParameterSetData? DataOf(ParameterDescriptor parameter, string set) =>
        parameter.Sets.FirstOrDefault(s => string.Equals(s.SetName, set, StringComparison.OrdinalIgnoreCase))
        ?? parameter.Sets.FirstOrDefault(s => s.IsInAllSets);

    private static string Line(CommandDescriptor command, string set)
    {
        StringBuilder line = new(command.Name);
        foreach ((ParameterDescriptor parameter, ParameterSetData data) in ParametersOf(command, set))
        {
            line.Append(' ').Append(Shown(parameter, data));
        }

        return line.Append(" [<CommonParameters>]").ToString();
    }

    private static string Shown(ParameterDescriptor parameter, ParameterSetData data)
    {
        string name = data.IsPositional && !parameter.IsSwitch ? $"[-{parameter.Name}]" : $"-{parameter.Name}";
        string text = parameter.IsSwitch ? $"-{parameter.Name}" : $"{name} <{TypeName(parameter.Type)}>";
        return data.IsMandatory ? text : $"[{text}]";
    }
}
