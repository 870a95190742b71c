using System.Management.Automation;
using System.Reflection;

namespace MolShell.Host.Pipeline;

/// <summary>A cmdlet: its name, parameters and sets. Parameters are looked up when first asked for.</summary>
public sealed class CommandDescriptor
{
    private readonly Lazy<ParameterTable> table;

    internal CommandDescriptor(Type type, CmdletAttribute attribute, IReadOnlyList<string> aliases)
    {
        Type = type;
        Attribute = attribute;
        Name = attribute.VerbName + "-" + attribute.NounName;
        Aliases = aliases;
        (string module, Version version) = ModuleOf(type);
        Info = new CmdletInfo(Name, type)
        {
            ModuleName = module,
            Version = version,
            Syntax = () => CommandSyntax.Of(this),
        };
        table = new Lazy<ParameterTable>(() => new ParameterTable(this));
    }

    /// <summary>Name, verb-noun.</summary>
    public string Name { get; }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>Further names.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>What was declared.</summary>
    public CmdletAttribute Attribute { get; }

    /// <summary>The cmdlet as Get-Command gives it.</summary>
    public CmdletInfo Info { get; }

    /// <summary>Whether it has -WhatIf and -Confirm.</summary>
    public bool SupportsShouldProcess => Attribute.SupportsShouldProcess;

    /// <summary>Parameters in the order declared, base classes last, the common ones at the end.</summary>
    public IReadOnlyList<ParameterDescriptor> Parameters => table.Value.Parameters;

    /// <summary>Names of the sets, in the order declared.</summary>
    public IReadOnlyList<string> ParameterSets => table.Value.SetNames;

    internal ParameterTable Table => table.Value;

    /// <summary>Makes the cmdlet.</summary>
    /// <returns>A new instance.</returns>
    internal Cmdlet Create() => (Cmdlet)Activator.CreateInstance(Type)!;

    // A core command says the module and version that it has in PowerShell.
    private static (string Module, Version Version) ModuleOf(Type type)
    {
        if (type.GetCustomAttribute<CoreModuleAttribute>() is { } core)
        {
            return (core.Module, CoreModuleAttribute.Version);
        }

        AssemblyName assembly = type.Assembly.GetName();
        return (assembly.Name!, new Version((assembly.Version ?? new Version(0, 0, 0)).ToString(3)));
    }
}
