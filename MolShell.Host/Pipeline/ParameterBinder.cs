using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>Binds the arguments of a command line: named, by position, and what remains.</summary>
internal sealed class ParameterBinder(BindingState state, bool expectsInput)
{
    private readonly ParameterSetResolver sets = new(state);

    /// <summary>Binds all arguments and checks that nothing is missing.</summary>
    /// <param name="arguments">Arguments as written.</param>
    /// <exception cref="ParameterBindingException">They don't fit the command.</exception>
    public void Bind(IReadOnlyList<CommandArgument> arguments)
    {
        List<CommandArgument> rest = BindNamed(JoinNamesAndValues(arguments));
        rest = BindPositional(rest, out ParameterBindingException? refused);
        state.Errors.At = null;
        sets.Validate(beforePipeline: true, useDefault: false);
        rest = BindRemaining(rest);
        if (rest.Count > 0)
        {
            state.Errors.At = rest[0].NamePosition;
            throw rest[0].Name is { } name
                ? state.Errors.NamedParameterNotFound(name)
                : refused ?? state.Errors.PositionalParameterNotFound(rest[0].Value);
        }

        state.Errors.At = null;
        int count = sets.Validate(beforePipeline: expectsInput, useDefault: !expectsInput);
        if (count > 1 && expectsInput && sets.KeepSetsTakingPipelineInput())
        {
            count = sets.Validate(beforePipeline: true, useDefault: false);
        }

        IReadOnlyList<ParameterDescriptor> missing = new MandatoryCheck(state).Missing(count, expectsInput);
        if (missing.Count > 0)
        {
            throw state.Errors.MissingMandatory(missing);
        }

        if (!expectsInput)
        {
            sets.RequireOne();
        }

        state.SetsBeforePipeline = state.Sets;
    }

    /// <summary>Finds the parameter a name means: itself, an alias, or the start of one.</summary>
    private ParameterDescriptor? Find(string name)
    {
        if (state.Table.Exact(name) is { } exact)
        {
            return exact;
        }

        IReadOnlyList<ParameterDescriptor> matches = state.Table.StartingWith(name);
        string[] unsupported = [.. state.Table.Unsupported.Where(u => u.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        if (unsupported.Length > 0)
        {
            bool inFull = unsupported.Contains(name, StringComparer.OrdinalIgnoreCase);
            throw inFull || (unsupported.Length == 1 && matches.All(m => m.IsCommon))
                ? state.Errors.NeedsPowerShell(state.Command.Name, unsupported[0])
                : state.Errors.Ambiguous(name, [.. matches.Select(m => m.Name), .. unsupported]);
        }

        if (matches.Count <= 1)
        {
            return matches.Count == 0 ? null : matches[0];
        }

        ParameterDescriptor[] own = [.. matches.Where(m => !m.IsCommon)];
        return own.Length == 1 ? own[0] : throw state.Errors.Ambiguous(name, matches.Select(m => m.Name));
    }

    // Gives each name without a colon the value that follows, unless it is a switch.
    private List<CommandArgument> JoinNamesAndValues(IReadOnlyList<CommandArgument> arguments)
    {
        List<CommandArgument> joined = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            CommandArgument argument = arguments[i];
            state.Errors.At = argument.NamePosition;
            if (argument.HasValue || Find(argument.Name!) is not { } parameter)
            {
                joined.Add(argument);
            }
            else if (parameter.IsSwitch)
            {
                joined.Add(CommandArgument.NamedAt(argument.Name!, SwitchParameter.Present, argument.NamePosition, argument.NamePosition));
            }
            else
            {
                CommandArgument? next = i + 1 < arguments.Count ? arguments[i + 1] : null;
                if (next is null || (next.Name is not null && (next.HasValue || Find(next.Name) is not null)))
                {
                    throw state.Errors.MissingArgument(parameter);
                }

                object? value = next.Name is null ? next.Value : "-" + next.Name;
                joined.Add(CommandArgument.NamedAt(parameter.Name, value, argument.NamePosition, next.ValuePosition ?? next.NamePosition));
                i++;
            }
        }

        return joined;
    }

    private List<CommandArgument> BindNamed(List<CommandArgument> arguments)
    {
        List<CommandArgument> rest = [];

        // What is written out is bound before what is splatted, and wins over it.
        foreach (CommandArgument argument in arguments.OrderBy(a => a.FromSplat))
        {
            state.Errors.At = argument.NamePosition;
            if (argument.Name is null || Find(argument.Name) is not { } parameter)
            {
                rest.Add(argument);
                continue;
            }

            if (state.Bound.Contains(parameter))
            {
                if (argument.FromSplat && arguments.Any(a => !a.FromSplat && a.Name is not null && Find(a.Name) == parameter))
                {
                    continue;
                }

                throw state.Errors.AlreadyBound(parameter);
            }

            state.Errors.At = argument.ValuePosition;
            BindOrDelay(parameter, argument.Value, BindingState.Undecided, convert: true);
        }

        return rest;
    }

    // A script block for a parameter of another type that takes pipeline input is run later, for each object.
    private bool BindOrDelay(ParameterDescriptor parameter, object? value, uint validSets, bool convert)
    {
        if (PSObject.Unwrap(value) is not ScriptBlock block
            || TakesScriptBlock(parameter.Type)
            || !parameter.DataFor(validSets).Any(d => d.ValueFromPipeline || d.ValueFromPipelineByPropertyName))
        {
            return state.Bind(parameter, value, convert);
        }

        if (!expectsInput)
        {
            throw state.Errors.ScriptBlockNoInput(parameter);
        }

        state.Delayed[parameter] = block;
        state.Sets &= parameter.SetFlags != 0 ? parameter.SetFlags : BindingState.Undecided;
        state.Unbound.Remove(parameter);
        state.Bound.Add(parameter);
        return true;
    }

    private static bool TakesScriptBlock(Type type)
    {
        Type single = CollectionShape.Of(type).Element ?? type;
        return type == typeof(object) || single == typeof(object) || single.IsAssignableTo(typeof(ScriptBlock));
    }

    private List<CommandArgument> BindPositional(List<CommandArgument> arguments, out ParameterBindingException? refused)
    {
        refused = null;
        state.Errors.At = null;
        SortedDictionary<int, List<(ParameterDescriptor Parameter, ParameterSetData Data)>> positions = Positions();
        if (arguments.Count == 0 || positions.Count == 0)
        {
            return arguments;
        }

        List<CommandArgument> rest = [];
        int next = 0;
        foreach (var candidates in positions.Values)
        {
            uint validSets = state.Sets;
            candidates.RemoveAll(c => !c.Data.IsInAllSets && (c.Data.SetFlag & validSets) == 0);
            if (candidates.Count == 0)
            {
                continue;
            }

            if (NextPositional(arguments, rest, ref next) is not { } argument)
            {
                break;
            }

            state.Errors.At = argument.ValuePosition;
            if (!BindAtPosition(candidates, argument.Value, validSets, ref refused))
            {
                rest.Add(argument);
            }
        }

        rest.AddRange(arguments.Skip(next));
        return rest;
    }

    private bool BindAtPosition(
        List<(ParameterDescriptor Parameter, ParameterSetData Data)> candidates,
        object? value,
        uint validSets,
        ref ParameterBindingException? refused)
    {
        uint preferred = state.Table.DefaultSetFlag;
        bool tryPreferred = preferred != 0 && (validSets & preferred) != 0;
        foreach (bool convert in new[] { false, true })
        {
            if ((tryPreferred && BindInSet(candidates, value, preferred, convert, out refused))
                || BindInSet(candidates, value, validSets, convert, out refused))
            {
                return true;
            }
        }

        return false;
    }

    private bool BindInSet(
        List<(ParameterDescriptor Parameter, ParameterSetData Data)> candidates,
        object? value,
        uint validSets,
        bool convert,
        out ParameterBindingException? refused)
    {
        refused = null;
        HashSet<ParameterDescriptor> done = [];
        foreach ((ParameterDescriptor parameter, ParameterSetData data) in candidates)
        {
            if (done.Contains(parameter) || (!data.IsInAllSets && (data.SetFlag & validSets) == 0))
            {
                continue;
            }

            try
            {
                if (BindOrDelay(parameter, value, validSets, convert))
                {
                    done.Add(parameter);
                }
            }
            catch (ParameterBindingException e) when (
                e is not (ParameterBindingValidationException or ParameterBindingArgumentTransformationException))
            {
                refused = e;
            }
        }

        return done.Count > 0;
    }

    private SortedDictionary<int, List<(ParameterDescriptor Parameter, ParameterSetData Data)>> Positions()
    {
        SortedDictionary<int, List<(ParameterDescriptor Parameter, ParameterSetData Data)>> positions = [];
        foreach (ParameterDescriptor parameter in state.Unbound)
        {
            foreach (ParameterSetData data in parameter.DataFor(state.Sets))
            {
                if (!data.IsPositional || data.ValueFromRemainingArguments)
                {
                    continue;
                }

                if (!positions.TryGetValue(data.Position, out var at))
                {
                    positions[data.Position] = at = [];
                }

                if (at.Exists(o => o.Parameter != parameter && (o.Data.SetFlag == data.SetFlag || (o.Data.SetFlag & data.SetFlag) != 0)))
                {
                    throw state.Errors.AmbiguousPositions();
                }

                at.Add((parameter, data));
            }
        }

        return positions;
    }

    // A name that no parameter has keeps the value after it.
    private static CommandArgument? NextPositional(List<CommandArgument> arguments, List<CommandArgument> rest, ref int next)
    {
        while (next < arguments.Count)
        {
            CommandArgument argument = arguments[next++];
            if (argument.Name is null)
            {
                return argument;
            }

            rest.Add(argument);
            if (next < arguments.Count && arguments[next].Name is null)
            {
                rest.Add(arguments[next++]);
            }
        }

        return null;
    }

    private List<CommandArgument> BindRemaining(List<CommandArgument> arguments)
    {
        if (arguments.Count == 0)
        {
            return arguments;
        }

        ParameterDescriptor[] takers =
            [.. state.Unbound.Where(p => p.DataFor(state.Sets).FirstOrDefault()?.ValueFromRemainingArguments == true)];
        switch (takers.Length)
        {
            case 0:
                return arguments;
            case 1:
                break;
            default:
                throw state.Errors.AmbiguousSet();
        }

        List<object?> values = [];
        foreach (CommandArgument argument in arguments)
        {
            if (argument.Name is not null)
            {
                values.Add(argument.HasValue ? $"-{argument.Name}:" : "-" + argument.Name);
            }

            if (argument.HasValue)
            {
                values.Add(argument.Value);
            }
        }

        state.Errors.At = arguments.Count == 1 ? arguments[0].ValuePosition : null;
        object? all = values.Count == 1 && LanguagePrimitives.GetEnumerable(values[0]) is not null ? values[0] : values;
        state.Bind(takers[0], all, convert: true);
        return [];
    }
}
