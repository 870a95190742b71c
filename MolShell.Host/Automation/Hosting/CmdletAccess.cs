namespace System.Management.Automation.Hosting;

/// <summary>The engine's way to the parts of a cmdlet that are not public.</summary>
public static class CmdletAccess
{
    /// <summary>Makes a cmdlet part of a pipeline.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="context">What it may use.</param>
    /// <param name="runtime">What it writes to.</param>
    public static void Attach(Cmdlet cmdlet, CmdletContext context, ICommandRuntime runtime)
    {
        ArgumentNullException.ThrowIfNull(cmdlet);
        cmdlet.Context = context;
        cmdlet.Runtime = runtime;
    }

    /// <summary>Calls BeginProcessing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static void Begin(Cmdlet cmdlet) => cmdlet.DoBeginProcessing();

    /// <summary>Calls ProcessRecord.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static void Process(Cmdlet cmdlet) => cmdlet.DoProcessRecord();

    /// <summary>Calls EndProcessing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static void End(Cmdlet cmdlet) => cmdlet.DoEndProcessing();

    /// <summary>Calls StopProcessing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    public static void Stop(Cmdlet cmdlet) => cmdlet.DoStopProcessing();

    /// <summary>Applies a validation.</summary>
    /// <param name="validation">The validation.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ValidationMetadataException">The value does not pass.</exception>
    public static void Validate(ValidateArgumentsAttribute validation, object? value)
    {
        ArgumentNullException.ThrowIfNull(validation);
        validation.InternalValidate(value, EngineIntrinsics.Empty);
    }

    /// <summary>Says which command an error came from.</summary>
    /// <param name="error">The error.</param>
    /// <param name="invocation">The command.</param>
    public static void SetInvocation(ErrorRecord error, InvocationInfo invocation) => error.SetInvocationInfo(invocation);
}
