using System.Collections;
using System.Management.Automation;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Console.Completion;

/// <summary>Completes commands, parameters, their values, variables and paths of files.</summary>
internal sealed class Completer(Session session)
{
    /// <summary>What may stand in place of the word before the cursor.</summary>
    public CompletionSet Complete(string line, int position)
    {
        CommandWords words = CommandWords.At(line, position);
        return new CompletionSet(words.Start, [.. Candidates(words)]);
    }

    private IEnumerable<string> Candidates(CommandWords words)
    {
        string current = words.Current;
        if (current.StartsWith('$'))
        {
            return Starting(session.Variables.CurrentScope().Select(v => "$" + v.Name), current);
        }

        if (words.Words.Count == 0)
        {
            return Starting(session.Catalog.Commands.Select(c => c.Name), current);
        }

        if (!session.Catalog.TryFind(words.Words[0], out CommandDescriptor? command))
        {
            return PathCompleter.Complete(current, session.CurrentFolder);
        }

        if (command.Name == "Get-Help" && !current.StartsWith('-'))
        {
            return Starting(session.Catalog.Commands.Select(c => c.Name).Concat(new Help.HelpLibrary(session.Catalog).Topics), current);
        }

        if (current.StartsWith('-') && (current.Length == 1 || char.IsLetter(current[1])))
        {
            return Starting(command.Parameters.Select(p => "-" + p.Name), current);
        }

        string[] values = [.. Starting(Values(command, ParameterAt(command, words.Words), current), current)];
        return values.Length > 0 ? values : PathCompleter.Complete(current, session.CurrentFolder);
    }

    private static IEnumerable<string> Values(CommandDescriptor command, ParameterDescriptor? parameter, string current)
    {
        if (parameter is null)
        {
            return [];
        }

        Type type = parameter.Type.IsArray ? parameter.Type.GetElementType()! : parameter.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.GetNames(type);
        }

        if (parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set)
        {
            return set.ValidValues;
        }

        return parameter.Attributes.OfType<ArgumentCompleterAttribute>().FirstOrDefault()?.Type is { } completer
            ? ((IArgumentCompleter)Activator.CreateInstance(completer)!)
                .CompleteArgument(command.Name, parameter.Name, current, null!, new Hashtable())
                .Select(r => r.CompletionText)
            : [];
    }

    /// <summary>The parameter that the next value goes to: the one just named, else the next in position.</summary>
    private static ParameterDescriptor? ParameterAt(CommandDescriptor command, IReadOnlyList<string> words)
    {
        HashSet<ParameterDescriptor> given = [];
        ParameterDescriptor? open = null;
        int positional = 0;
        for (int i = 1; i < words.Count; i++)
        {
            bool isElement = words[i].EndsWith(',');
            if (words[i].Length > 1 && words[i][0] == '-' && char.IsLetter(words[i][1]))
            {
                open = Named(command, words[i][1..]);
                if (open is not null)
                {
                    given.Add(open);
                    open = open.IsSwitch ? null : open;
                }
            }
            else if (open is null)
            {
                positional += isElement ? 0 : 1;
            }
            else
            {
                open = isElement ? open : null;
            }
        }

        return open ?? command.Parameters
            .Where(p => !given.Contains(p) && p.Sets.Any(s => s.IsPositional))
            .OrderBy(p => p.Sets.Where(s => s.IsPositional).Min(s => s.Position))
            .Skip(positional)
            .FirstOrDefault();
    }

    private static ParameterDescriptor? Named(CommandDescriptor command, string name) =>
        command.Parameters.FirstOrDefault(p => p.Aliases.Prepend(p.Name).Contains(name, StringComparer.OrdinalIgnoreCase))
        ?? command.Parameters.FirstOrDefault(p => p.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Starting(IEnumerable<string> texts, string start) =>
        texts.Where(t => t.StartsWith(start, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase);
}
