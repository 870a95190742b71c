using System.Management.Automation;
using MolShell.Host.Language.Ast;
using MolShell.Host.Pipeline;

namespace MolShell.Host.Language.Evaluation;

/// <summary>
/// Gives the parameters of a script their values: by name (or its beginning, or an alias), by position, from the default. A script
/// with [CmdletBinding()] or [Parameter()] takes nothing else; others gather the rest in $args.
/// </summary>
internal sealed class ScriptParameterBinder
{
    private readonly Interpreter interpreter;
    private readonly VariableTable variables;
    private readonly List<DeclaredParameter> parameters;
    private readonly List<object?> rest = [];
    private readonly bool isStrict;

    public ScriptParameterBinder(ScriptNode script, Interpreter interpreter, VariableTable variables)
    {
        this.interpreter = interpreter;
        this.variables = variables;
        parameters = [.. (script.Parameters?.Parameters ?? []).Select(p => new DeclaredParameter(p))];
        isStrict = script.Parameters is { IsCmdlet: true } || parameters.Any(p => p.IsDeclared);
    }

    /// <exception cref="ParameterBindingException">The arguments do not fit.</exception>
    public void Bind(IReadOnlyList<CommandArgument> arguments)
    {
        List<object?> positional = BindNamed(arguments);
        BindPositional(positional);
        foreach (DeclaredParameter parameter in parameters)
        {
            if (!parameter.IsBound)
            {
                SetDefault(parameter);
            }
        }

        variables.Set("args", rest.ToArray());
        variables.Set("PSBoundParameters", BoundParameters());
    }

    private List<object?> BindNamed(IReadOnlyList<CommandArgument> arguments)
    {
        List<object?> positional = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            CommandArgument argument = arguments[i];
            if (argument.Name is null)
            {
                positional.Add(argument.Value);
            }
            else if (Find(argument.Name) is not { } parameter)
            {
                KeepUnknown(argument);
            }
            else if (parameter.IsBound)
            {
                throw Failed("ParameterAlreadyBound",
                    $"Cannot bind parameter because parameter '{parameter.Name}' is specified more than once.");
            }
            else if (parameter.IsSwitch || argument.HasValue)
            {
                Set(parameter, argument.HasValue ? argument.Value : true);
            }
            else if (i + 1 < arguments.Count && arguments[i + 1].Name is null)
            {
                Set(parameter, arguments[++i].Value);
            }
            else
            {
                throw Failed("MissingArgument", $"Missing an argument for parameter '{parameter.Name}'.");
            }
        }

        return positional;
    }

    private void KeepUnknown(CommandArgument argument)
    {
        if (isStrict)
        {
            throw Failed("NamedParameterNotFound", $"A parameter cannot be found that matches parameter name '{argument.Name}'.");
        }

        rest.Add("-" + argument.Name);
        if (argument.HasValue)
        {
            rest.Add(argument.Value);
        }
    }

    private void BindPositional(List<object?> positional)
    {
        Queue<DeclaredParameter> open = new(DeclaredParameter.InOrder(parameters));
        foreach (object? value in positional)
        {
            while (open.TryPeek(out DeclaredParameter? bound) && bound.IsBound)
            {
                open.Dequeue();
            }

            if (open.TryDequeue(out DeclaredParameter? parameter))
            {
                Set(parameter, value);
            }
            else if (isStrict)
            {
                throw Failed("PositionalParameterNotFound", $"A positional parameter cannot be found that accepts argument '{value}'.");
            }
            else
            {
                rest.Add(value);
            }
        }
    }

    private DeclaredParameter? Find(string name)
    {
        List<DeclaredParameter> exact = [.. parameters.Where(p => p.Names.Contains(name, StringComparer.OrdinalIgnoreCase))];
        List<DeclaredParameter> found = exact.Count > 0
            ? exact
            : [.. parameters.Where(p => p.Names.Any(n => n.StartsWith(name, StringComparison.OrdinalIgnoreCase)))];
        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw Failed(
                "AmbiguousParameter",
                $"Parameter cannot be processed because the parameter name '{name}' is ambiguous. "
                + $"Possible matches include: {string.Join(' ', found.Select(p => "-" + p.Name))}.");
    }

    private void SetDefault(DeclaredParameter parameter)
    {
        if (parameter.IsMandatory)
        {
            throw Failed(
                "MissingMandatoryParameter",
                    $"Cannot process command because of one or more missing mandatory parameters: {parameter.Name}.");
        }

        object? value = parameter.Node.Default is { } expression ? interpreter.EvaluateDefault(expression) : parameter.EmptyValue;
        variables.Set(parameter.ToVariable(value, validate: false));
    }

    private void Set(DeclaredParameter parameter, object? value)
    {
        try
        {
            variables.Set(parameter.ToVariable(value, validate: true));
            parameter.IsBound = true;
        }
        catch (Exception e) when (e is RuntimeException or InvalidCastException)
        {
            throw Failed(
                "ParameterArgumentTransformationError",
                $"Cannot process argument transformation on parameter '{parameter.Name}'. {e.Message}", e);
        }
    }

    private Dictionary<string, object?> BoundParameters() =>
        parameters.Where(p => p.IsBound).ToDictionary(p => p.Name, p => variables.Get(p.Name)!.Value, StringComparer.OrdinalIgnoreCase);

    private static ParameterBindingException Failed(string id, string message, Exception? cause = null) =>
        new(ErrorCategory.InvalidArgument, id, message, null, null, null, null, cause);
}
