using System.Globalization;
using System.Management.Automation;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Paths.Storage;

namespace MolShell.Infrastructure;

/// <summary>Every error that the cmdlets report: one factory an error id, so that ids, categories and wording stand in one place.</summary>
internal static class Errors
{
    /// <summary>A parameter or an input object has a value that the calculation cannot take.</summary>
    public static ErrorRecord InvalidValue(Exception exception, object? target) =>
        Record(exception, "InvalidValue", ErrorCategory.InvalidArgument, target);

    /// <summary>The input as a whole does not allow the calculation.</summary>
    public static ErrorRecord InvalidOperation(Exception exception, object? target) =>
        Record(exception, "InvalidOperation", ErrorCategory.InvalidOperation, target);

    /// <summary>A dynamics run left the finite numbers.</summary>
    public static ErrorRecord SimulationFailed(SimulationException exception, object? target) =>
        Record(exception, "SimulationFailed", ErrorCategory.InvalidResult, exception.Step >= 0 ? exception.Step : target);

    /// <summary>A compute device or its driver failed.</summary>
    public static ErrorRecord DeviceFailed(DeviceException exception, object? target) =>
        Record(exception, "DeviceFailed", ErrorCategory.DeviceError, target);

    /// <summary>An outside program that makes the dynamics cannot be used.</summary>
    public static ErrorRecord EngineFailed(EngineException exception, object? target) =>
        Record(exception, "EngineFailed", ErrorCategory.ResourceUnavailable, target);

    /// <summary>Path sampling cannot start or go on.</summary>
    public static ErrorRecord PathSamplingFailed(PathSamplingException exception, object? target) =>
        Record(exception, "PathSamplingFailed", ErrorCategory.InvalidOperation, target);

    /// <summary>A run ended before its frames were a path of an ensemble.</summary>
    public static ErrorRecord EnsembleNotReached(string status, PathEnsemble ensemble) => Record(
        new PathSamplingException($"The run came to -MaximumFrame before its last frames were a path of the ensemble {ensemble}. {status}"),
        "EnsembleNotReached",
        ErrorCategory.LimitsExceeded,
        ensemble);

    /// <summary>A file is not what its name or place promises.</summary>
    public static ErrorRecord InvalidFile(Exception exception, object? target) =>
        Record(exception, "InvalidFile", ErrorCategory.InvalidData, target);

    /// <summary>A run file of path sampling cannot be used.</summary>
    public static ErrorRecord RunFile(PathStoreException exception, object? target) =>
        Record(exception, "InvalidRunFile", ErrorCategory.InvalidData, target);

    /// <summary>A file that is needed does not exist.</summary>
    public static ErrorRecord FileNotFound(Exception exception, object? target) =>
        Record(exception, "FileNotFound", ErrorCategory.ObjectNotFound, target);

    /// <summary>Access to a file or folder is denied.</summary>
    public static ErrorRecord FileAccessDenied(Exception exception, object? target) =>
        Record(exception, "FileAccessDenied", ErrorCategory.PermissionDenied, target);

    /// <summary>Reading or writing a file failed.</summary>
    public static ErrorRecord FileError(Exception exception, object? target) =>
        Record(exception, "FileError", ErrorCategory.ReadError, target);

    /// <summary>A file that would be written is there already and was not to be replaced.</summary>
    public static ErrorRecord FileExists(string path, string wayOut) =>
        Record(new IOException($"'{path}' exists already. {wayOut}"), "FileExists", ErrorCategory.ResourceExists, path);

    /// <summary>A path names something that is not in the file system.</summary>
    public static ErrorRecord NotAFileSystemPath(string path, string provider) =>
        Record(
            new ArgumentException($"'{path}' is a path of the provider {provider}; a path of the file system was expected."),
            "NotAFileSystemPath",
            ErrorCategory.InvalidArgument,
            path);

    /// <summary>The extension of an output file names no format that can be written.</summary>
    public static ErrorRecord UnknownFileFormat(string path, string accepted) =>
        Record(
            new ArgumentException($"'{path}' has no extension that can be written here; accepted: {accepted}."),
            "UnknownFileFormat",
            ErrorCategory.InvalidArgument,
            path);

    /// <summary>The pipeline brought nothing to calculate with.</summary>
    public static ErrorRecord NoInput(string expected) =>
        Record(new InvalidOperationException($"No input arrived; expected {expected}."), "NoInput", ErrorCategory.InvalidData, null);

    /// <summary>Something of the wrong kind arrived through the pipeline.</summary>
    public static ErrorRecord UnexpectedInput(object? input, string expected) =>
        Record(
            new ArgumentException($"The input is of type {input?.GetType().Name ?? "null"}; expected {expected}."),
            "UnexpectedInput",
            ErrorCategory.InvalidType,
            input);

    /// <summary>A frame came to an analysis of neighbours without a word on what a neighbour is.</summary>
    public static ErrorRecord NoNeighbors(object frame) => Record(
        new ArgumentException("The input has no neighbours yet; expected a rule, such as -Cutoff or -Sann, or the output of Get-ParticleNeighbor."),
        "NoNeighbors",
        ErrorCategory.InvalidArgument,
        frame);

    /// <summary>An object lacks a property that was asked for by name.</summary>
    public static ErrorRecord PropertyNotFound(string property, object input, string available) =>
        Record(
            new ArgumentException($"The input of type {input.GetType().Name} has no numeric property '{property}'. It has: {available}."),
            "PropertyNotFound",
            ErrorCategory.ObjectNotFound,
            input);

    /// <summary>
    /// The record for a fault that MolShell.Compute reports by exception, or null where the exception is not one of those:
    /// that one is a defect, and is shown as such by letting it pass.
    /// </summary>
    public static ErrorRecord? TryConvert(Exception exception, object? target) => exception switch
    {
        IContainsErrorRecord => null,
        SimulationException simulation => SimulationFailed(simulation, target),
        DeviceException device => DeviceFailed(device, target),
        EngineException engine => EngineFailed(engine, target),
        PathSamplingException sampling => PathSamplingFailed(sampling, target),
        ArgumentException or FormatException or OverflowException or NotSupportedException => InvalidValue(exception, target),
        InvalidOperationException => InvalidOperation(exception, target),
        FileNotFoundException or DirectoryNotFoundException => FileNotFound(exception, target),
        UnauthorizedAccessException => FileAccessDenied(exception, target),
        InvalidDataException or EndOfStreamException => InvalidFile(exception, target),
        PathStoreException store => RunFile(store, target),
        IOException => FileError(exception, target),
        _ => null,
    };

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target) =>
        new(exception, id, category, target) { ErrorDetails = new ErrorDetails(Message(exception)) };

    /// <summary>The message without the name of the argument of the method inside, which tells a user nothing.</summary>
    private static string Message(Exception exception)
    {
        string message = exception.Message;
        if (exception is ArgumentException { ParamName: { Length: > 0 } name })
        {
            message = message.Replace(
                string.Create(CultureInfo.InvariantCulture, $" (Parameter '{name}')"), string.Empty, StringComparison.Ordinal);
        }

        return message;
    }
}
