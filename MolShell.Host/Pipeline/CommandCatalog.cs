using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Reflection;

namespace MolShell.Host.Pipeline;

/// <summary>All commands by name and alias.</summary>
public sealed class CommandCatalog
{
    private readonly SortedDictionary<string, CommandDescriptor> commands = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, CommandDescriptor> aliases = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The commands of some assemblies.</summary>
    /// <param name="assemblies">Assemblies with public cmdlets.</param>
    public CommandCatalog(params IEnumerable<Assembly> assemblies)
        : this(assemblies.SelectMany(a => a.GetTypes()))
    {
    }

    /// <summary>Commands of some classes; those that are no cmdlets are passed over.</summary>
    /// <param name="types">Classes.</param>
    public CommandCatalog(IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        ILookup<string, string> aliasesOf = CoreAliases.All.ToLookup(a => a.Command, a => a.Alias, StringComparer.OrdinalIgnoreCase);
        foreach (Type type in types)
        {
            if (!type.IsAbstract && type.IsAssignableTo(typeof(Cmdlet)) && type.GetCustomAttribute<CmdletAttribute>(false) is { } attribute)
            {
                Add(type, attribute, aliasesOf);
            }
        }
    }

    /// <summary>All commands, by name.</summary>
    public IReadOnlyCollection<CommandDescriptor> Commands => commands.Values;

    /// <summary>All aliases with their commands, by name.</summary>
    public IReadOnlyCollection<KeyValuePair<string, CommandDescriptor>> Aliases => aliases;

    /// <summary>The commands that molshell runs: MolShell's and the core ones.</summary>
    /// <returns>The catalog.</returns>
    public static CommandCatalog Default() => new(typeof(CommandCatalog).Assembly, Assembly.Load("MolShell"));

    /// <summary>Finds a command by name or alias, without case.</summary>
    /// <param name="name">The name, with a module before a backslash or not.</param>
    /// <param name="command">The command.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string name, [NotNullWhen(true)] out CommandDescriptor? command)
    {
        ArgumentNullException.ThrowIfNull(name);
        int slash = name.IndexOf('\\', StringComparison.Ordinal);
        if (slash > 0)
        {
            return commands.TryGetValue(name[(slash + 1)..], out command)
                && string.Equals(command.Info.ModuleName, name[..slash], StringComparison.OrdinalIgnoreCase);
        }

        return aliases.TryGetValue(name, out command) || commands.TryGetValue(name, out command);
    }

    /// <summary>Finds a command by name or alias, without case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The command.</returns>
    /// <exception cref="CommandNotFoundException">There is none; the message says whether PowerShell has it, or what is meant.</exception>
    public CommandDescriptor Find(string name) =>
        TryFind(name, out CommandDescriptor? command) ? command : throw MissingCommand.For(name, this);

    private void Add(Type type, CmdletAttribute attribute, ILookup<string, string> aliasesOf)
    {
        string name = attribute.VerbName + "-" + attribute.NounName;
        CommandDescriptor command = new(type, attribute, [.. aliasesOf[name]]);
        if (!commands.TryAdd(name, command))
        {
            throw new MetadataException($"A cmdlet named '{name}' already exists. Cmdlets must have unique names.");
        }

        foreach (string alias in command.Aliases)
        {
            aliases[alias] = command;
        }
    }
}
