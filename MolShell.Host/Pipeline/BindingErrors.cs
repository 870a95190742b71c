using System.Globalization;
using System.Management.Automation;

namespace MolShell.Host.Pipeline;

/// <summary>The errors of parameter binding, with the ids and texts of PowerShell.</summary>
internal sealed class BindingErrors(InvocationInfo invocation)
{
    /// <summary>The argument that is being bound: errors point at it; null when they are about the whole command.</summary>
    public ScriptPosition? At { get; set; }

    private InvocationInfo Where => At is null
        ? invocation
        : new InvocationInfo(invocation.MyCommand)
        {
            InvocationName = invocation.InvocationName,
            Line = At.LineText,
            ScriptLineNumber = At.Line,
            OffsetInLine = At.Column,
            ExtentLength = At.Length,
            ScriptName = At.File,
            PipelineLength = invocation.PipelineLength,
            PipelinePosition = invocation.PipelinePosition,
            ExpectingInput = invocation.ExpectingInput,
        };

    public ParameterBindingException NamedParameterNotFound(string name) => Error(
        ErrorCategory.InvalidArgument,
        "NamedParameterNotFound",
        $"A parameter cannot be found that matches parameter name '{name}'.",
        name);

    public ParameterBindingException PositionalParameterNotFound(object? value)
    {
        string text = value is null ? "$null" : PSObject.ToText(value, CultureInfo.InvariantCulture);
        return Error(
            ErrorCategory.InvalidArgument,
            "PositionalParameterNotFound",
            $"A positional parameter cannot be found that accepts argument '{text}'.",
            text,
            given: value?.GetType());
    }

    public ParameterBindingException MissingArgument(ParameterDescriptor parameter) => Error(
        ErrorCategory.InvalidArgument,
        "MissingArgument",
        $"Missing an argument for parameter '{parameter.Name}'. Specify a parameter of type '{parameter.Type}' and try again.",
        parameter.Name,
        parameter.Type);

    public ParameterBindingException NeedsPowerShell(string command, string parameter) => Error(
        ErrorCategory.NotImplemented, "NeedsPowerShell", $"The parameter -{parameter} of {command} needs PowerShell 7.6.", parameter);

    public ParameterBindingException Ambiguous(string name, IEnumerable<string> matches) => Error(
        ErrorCategory.InvalidArgument,
        "AmbiguousParameter",
        $"Parameter cannot be processed because the parameter name '{name}' is ambiguous. Possible matches "
        + $"include:{string.Concat(matches.Select(m => " -" + m))}.",
        name);

    public ParameterBindingException AlreadyBound(ParameterDescriptor parameter) => Error(
        ErrorCategory.InvalidArgument,
        "ParameterAlreadyBound",
        $"Cannot bind parameter because parameter '{parameter.Name}' is specified more than once. To provide multiple values to "
        + "parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
        parameter.Name);

    public ParameterBindingException AmbiguousSet() => Error(
        ErrorCategory.InvalidArgument,
        "AmbiguousParameterSet",
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together "
        + "or an insufficient number of parameters were provided.",
        null);

    public ParameterBindingException AmbiguousPositions() => Error(
        ErrorCategory.InvalidArgument,
        "AmbiguousPositionalParameterNoName",
        "Cannot bind positional parameters because no names were given.",
        null);

    public ParameterBindingException MissingMandatory(IEnumerable<ParameterDescriptor> missing)
    {
        string names = Names(missing);
        return Error(
            ErrorCategory.InvalidArgument,
            "MissingMandatoryParameter",
            $"Cannot process command because of one or more missing mandatory parameters:{names}.",
            names);
    }

    public ParameterBindingException CannotConvert(
        ParameterDescriptor parameter, Type type, object? value, string reason, Exception? cause) => Error(
        ErrorCategory.InvalidArgument,
        "CannotConvertArgument",
        $"Cannot convert '{Convert.ToString(PSObject.Unwrap(value) ?? "null", CultureInfo.InvariantCulture)}' to the type '{type}' "
        + $"required by parameter '{parameter.Name}'. {reason}",
        parameter.Name,
        type,
        value?.GetType(),
        cause);

    public ParameterBindingException CannotConvert(
        ParameterDescriptor parameter, Type type, object? value, InvalidCastException cause) => Error(
        ErrorCategory.InvalidArgument,
        "CannotConvertArgumentNoMessage",
        $"Cannot bind parameter '{parameter.Name}'. {cause.Message}",
        parameter.Name,
        type,
        value?.GetType(),
        cause);

    public ParameterBindingException BindingFailed(ParameterDescriptor parameter, object? value, Exception cause) => Error(
        ErrorCategory.WriteError,
        "ParameterBindingFailed",
        $"Cannot bind parameter '{parameter.Name}' to the target. {cause.Message}",
        parameter.Name,
        parameter.Type,
        value?.GetType(),
        cause);

    public ParameterBindingException TransformationFailed(ParameterDescriptor parameter, object? value, Exception cause) =>
        new ParameterBindingArgumentTransformationException(
            ErrorCategory.InvalidData,
            "ParameterArgumentTransformationError",
            $"Cannot process argument transformation on parameter '{parameter.Name}'. {cause.Message}",
            Where,
            parameter.Name,
            parameter.Type,
            value?.GetType(),
            cause);

    public ParameterBindingException ValidationFailed(ParameterDescriptor parameter, object? value, Exception cause) => Invalid(
        "ParameterArgumentValidationError",
        $"Cannot validate argument on parameter '{parameter.Name}'. {cause.Message}",
        parameter,
        value,
        cause);

    public ParameterBindingException NullIsNoFlag(ParameterDescriptor parameter) => Error(
        ErrorCategory.InvalidArgument,
        "ParameterArgumentValidationErrorNullNotAllowed",
        $"Cannot bind argument to parameter '{parameter.Name}' because it is null.",
        parameter.Name,
        parameter.Type);

    public ParameterBindingException NullNotAllowed(ParameterDescriptor parameter) => Invalid(
        "ParameterArgumentValidationErrorNullNotAllowed",
        $"Cannot bind argument to parameter '{parameter.Name}' because it is null.",
        parameter,
        null);

    public ParameterBindingException EmptyStringNotAllowed(ParameterDescriptor parameter) => Invalid(
        "ParameterArgumentValidationErrorEmptyStringNotAllowed",
        $"Cannot bind argument to parameter '{parameter.Name}' because it is an empty string.",
        parameter,
        string.Empty);

    public ParameterBindingException EmptyCollectionNotAllowed(ParameterDescriptor parameter, object value) => parameter.Type.IsArray
        ? Invalid(
            "ParameterArgumentValidationErrorEmptyArrayNotAllowed",
            $"Cannot bind argument to parameter '{parameter.Name}' because it is an empty array.",
            parameter,
            value)
        : Invalid(
            "ParameterArgumentValidationErrorEmptyCollectionNotAllowed",
            $"Cannot bind argument to parameter '{parameter.Name}' because it is an empty collection.",
            parameter,
            value);

    public ParameterBindingException ScriptBlockNoInput(ParameterDescriptor parameter) => Error(
        ErrorCategory.MetadataError,
        "ScriptBlockArgumentNoInput",
        $"Cannot evaluate parameter '{parameter.Name}' because its argument is specified as a script block and there is no input. A "
        + "script block cannot be evaluated without input.",
        parameter.Name,
        parameter.Type);

    public ParameterBindingException ScriptBlockFailed(ParameterDescriptor parameter, Exception cause) => Error(
        ErrorCategory.InvalidArgument,
        "ScriptBlockArgumentInvocationFailed",
        $"The input to the script block for parameter '{parameter.Name}' failed. {cause.Message}",
        parameter.Name,
        cause: cause);

    public ParameterBindingException ScriptBlockNoOutput(ParameterDescriptor parameter) => Error(
        ErrorCategory.InvalidArgument,
        "ScriptBlockArgumentNoOutput",
        $"Cannot evaluate parameter '{parameter.Name}' because its argument input did not produce any output.",
        parameter.Name);

    public ErrorRecord InputNotBound(object? input) => InputError(
        "InputObjectNotBound",
        "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or "
        + "the input and its properties do not match any of the parameters that take pipeline input.",
        input);

    public ErrorRecord InputMissingMandatory(object? input, IEnumerable<ParameterDescriptor> missing) => InputError(
        "InputObjectMissingMandatory",
        "The input object cannot be bound because it did not contain the information required to bind all mandatory parameters: "
        + $"{Names(missing)}",
        input);

    private static string Names(IEnumerable<ParameterDescriptor> parameters) => string.Concat(parameters.Select(p => " " + p.Name));

    private ErrorRecord InputError(string id, string message, object? input)
    {
        ParameterBindingException exception = Error(ErrorCategory.InvalidArgument, id, message, null);
        ErrorRecord record = new(exception, id, ErrorCategory.InvalidArgument, input);
        System.Management.Automation.Hosting.CmdletAccess.SetInvocation(record, invocation);
        return record;
    }

    private ParameterBindingException Error(
        ErrorCategory category, string id, string message, string? name, Type? type = null, Type? given = null, Exception? cause = null) =>
        new(category, id, message, Where, name, type, given, cause);

    private ParameterBindingValidationException Invalid(
        string id, string message, ParameterDescriptor parameter, object? value, Exception? cause = null) =>
        new(ErrorCategory.InvalidData, id, message, Where, parameter.Name, parameter.Type, value?.GetType(), cause);
}
