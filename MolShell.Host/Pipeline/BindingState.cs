using System.Management.Automation;
using System.Management.Automation.Hosting;

namespace MolShell.Host.Pipeline;

/// <summary>How far the binding of one command has come: bound and unbound parameters, and the sets still possible.</summary>
internal sealed class BindingState
{
    /// <summary>All bits: no set has been ruled out yet.</summary>
    public const uint Undecided = uint.MaxValue;

    private readonly Dictionary<string, object?> defaults = new(StringComparer.OrdinalIgnoreCase);
    private readonly ArgumentConverter converter;
    private readonly Func<ParameterDescriptor, object> targetOf;
    private readonly EngineIntrinsics engine;

    public BindingState(CommandDescriptor command, CmdletContext context, Func<ParameterDescriptor, object> targetOf)
    {
        Command = command;
        Context = context;
        this.targetOf = targetOf;
        engine = new EngineIntrinsics(context.SessionState, context.Host);
        Errors = new BindingErrors(context.Invocation);
        converter = new ArgumentConverter(Errors);
        Unbound = [.. command.Parameters];
    }

    public CommandDescriptor Command { get; }

    public CmdletContext Context { get; }

    public BindingErrors Errors { get; }

    public ParameterTable Table => Command.Table;

    /// <summary>Bits of the sets still possible.</summary>
    public uint Sets { get; set; } = Undecided;

    /// <summary>The sets as they were before any pipeline object.</summary>
    public uint SetsBeforePipeline { get; set; } = Undecided;

    /// <summary>The set to try first for pipeline objects; 0 for none.</summary>
    public uint FirstSet { get; set; }

    public List<ParameterDescriptor> Unbound { get; }

    public HashSet<ParameterDescriptor> Bound { get; } = [];

    /// <summary>Parameters whose script block is run for each pipeline object.</summary>
    public Dictionary<ParameterDescriptor, ScriptBlock> Delayed { get; } = [];

    /// <summary>Name of the set in use; empty while several are possible.</summary>
    public string SetName
    {
        get
        {
            if (Sets is Undecided or 0)
            {
                string? preferred = Command.Attribute.DefaultParameterSetName;
                return string.IsNullOrEmpty(preferred) ? ParameterAttribute.AllParameterSets : preferred;
            }

            return (Sets & (Sets - 1)) == 0 ? Table.SetName(Sets) : string.Empty;
        }
    }

    public static int Count(uint sets) => sets == Undecided ? 1 : System.Numerics.BitOperations.PopCount(sets);

    public void UseSetName() => Context.ParameterSetName = SetName;

    /// <summary>Binds one argument.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The argument.</param>
    /// <param name="convert">Whether it may be converted.</param>
    /// <returns>Whether it was bound; always true with conversion.</returns>
    /// <exception cref="ParameterBindingException">It can't be converted or is not valid.</exception>
    public bool Bind(ParameterDescriptor parameter, object? value, bool convert)
    {
        object? bound;
        try
        {
            bound = Transform(parameter, value);
            if (convert)
            {
                bound = converter.Convert(bound, parameter);
            }
            else if (!converter.Fits(ref bound, parameter))
            {
                return false;
            }
        }
        catch (ParameterBindingException e) when (!convert && CausedByCast(e))
        {
            // Without conversion a transformation that fails by a cast only means that the argument does not fit.
            return false;
        }

        Validate(parameter, bound);
        Set(parameter, bound);
        Sets &= parameter.SetFlags != 0 ? parameter.SetFlags : Undecided;
        Unbound.Remove(parameter);
        Bound.Add(parameter);
        Context.Invocation.BoundParameters[parameter.Name] = bound;
        return true;
    }

    /// <summary>Binds a further object of a type that fits to the parameter that took the last one.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The object.</param>
    /// <exception cref="ParameterBindingException">It is not valid.</exception>
    public void Rebind(ParameterDescriptor parameter, object? value)
    {
        Validate(parameter, value);
        Set(parameter, value);
        Context.Invocation.BoundParameters[parameter.Name] = value;
    }

    /// <summary>Keeps a parameter's value, to be given back after a pipeline object.</summary>
    public void KeepDefault(ParameterDescriptor parameter)
    {
        if (!defaults.ContainsKey(parameter.Name))
        {
            defaults[parameter.Name] = parameter.GetValue(targetOf(parameter));
        }
    }

    /// <summary>Gives a parameter the value it had before a pipeline object was bound to it.</summary>
    public void RestoreDefault(ParameterDescriptor parameter)
    {
        if (defaults.TryGetValue(parameter.Name, out object? value))
        {
            parameter.SetValue(targetOf(parameter), value);
            Bound.Remove(parameter);
            if (!Unbound.Contains(parameter))
            {
                Unbound.Add(parameter);
            }
        }
    }

    private static bool CausedByCast(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is PSInvalidCastException)
            {
                return true;
            }
        }

        return false;
    }

    private object? Transform(ParameterDescriptor parameter, object? value)
    {
        foreach (ArgumentTransformationAttribute attribute in parameter.Transformations)
        {
            bool cannotBeNull = parameter.IsMandatoryInSome || parameter.Validations.Any(v => v is NullValidationAttributeBase);
            if (value is null && !cannotBeNull && !attribute.TransformNullOptionalParameters)
            {
                continue;
            }

            try
            {
                value = AttributeAccess.Transform(attribute, value, engine);
            }
            catch (Exception e)
            {
                throw Errors.TransformationFailed(parameter, value, e);
            }
        }

        return value;
    }

    private void Validate(ParameterDescriptor parameter, object? value)
    {
        foreach (ValidateArgumentsAttribute attribute in parameter.Validations)
        {
            try
            {
                AttributeAccess.Validate(attribute, value, engine);
            }
            catch (Exception e)
            {
                throw Errors.ValidationFailed(parameter, value, e);
            }
        }

        if (parameter.IsMandatoryInSome)
        {
            RefuseNothing(parameter, parameter.Type, value);
        }
    }

    private void RefuseNothing(ParameterDescriptor parameter, Type type, object? value)
    {
        if (value is null && type != typeof(bool?))
        {
            if (!parameter.AllowNull)
            {
                throw Errors.NullNotAllowed(parameter);
            }

            return;
        }

        if (value is string text)
        {
            if (type == typeof(string) && text.Length == 0 && !parameter.AllowEmptyString)
            {
                throw Errors.EmptyStringNotAllowed(parameter);
            }

            return;
        }

        CollectionShape shape = CollectionShape.Of(type);
        if (shape.Kind == CollectionShape.CollectionKind.None || LanguagePrimitives.GetEnumerable(value) is not { } elements)
        {
            return;
        }

        bool any = false;
        foreach (object? element in elements)
        {
            any = true;
            if (shape.Element?.IsValueType == true)
            {
                break;
            }

            if (element is null && !parameter.AllowNull)
            {
                throw Errors.NullNotAllowed(parameter);
            }

            if (shape.Element == typeof(string) && element is string { Length: 0 } && !parameter.AllowEmptyString)
            {
                throw Errors.EmptyStringNotAllowed(parameter);
            }
        }

        if (!any && !parameter.AllowEmptyCollection)
        {
            throw Errors.EmptyCollectionNotAllowed(parameter, value!);
        }
    }

    private static SetValueInvocationException NullRefused(ParameterDescriptor parameter)
    {
        string reason = $"Cannot convert null to type \"{parameter.Type}\".";
        try
        {
            // Enumerations name their members in the refusal.
            LanguagePrimitives.ConvertTo(null, parameter.Type);
        }
        catch (PSInvalidCastException e)
        {
            reason = e.Message;
        }

        return new SetValueInvocationException($"Exception setting \"{parameter.Name}\": \"{reason}\"");
    }

    private void Set(ParameterDescriptor parameter, object? value)
    {
        try
        {
            if (value is null && parameter.Type.IsValueType && Nullable.GetUnderlyingType(parameter.Type) is null)
            {
                throw NullRefused(parameter);
            }

            parameter.SetValue(targetOf(parameter), value);
        }
        catch (SetValueException e)
        {
            throw Errors.BindingFailed(parameter, value, e);
        }
    }
}
