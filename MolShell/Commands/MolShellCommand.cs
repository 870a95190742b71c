using System.Management.Automation;
using MolShell.Compute.Devices;
using MolShell.Infrastructure;

namespace MolShell.Commands;

/// <summary>
/// Base of all cmdlets: turns faults of the calculation into error records, and a stop (Ctrl-C, or a later command that has
/// enough) into a cancelled token.
/// </summary>
public abstract class MolShellCommand : PSCmdlet, IDisposable
{
    // Set by a user to choose the device of the session.
    private const string DevicePreference = "MolShellDevice";

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private bool isDisposed;

    /// <summary>Cancelled when the pipeline stops.</summary>
    protected CancellationToken Cancellation => stop.Token;

    /// <summary>What the cmdlet is working on, for error records; by default none.</summary>
    protected virtual object? ErrorTarget => null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        lock (gate)
        {
            isDisposed = true;
            stop.Dispose();
        }
    }

    /// <summary>Work before the first input; a fault ends the command.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Work for one input. With pipeline input a fault concerns this input alone, and the next one follows.</summary>
    protected virtual void Process()
    {
    }

    /// <summary>Work after the last input; a fault ends the command.</summary>
    protected virtual void End()
    {
    }

    protected sealed override void BeginProcessing() => Guard(Begin, terminates: true);

    protected sealed override void ProcessRecord() => Guard(Process, terminates: !MyInvocation.ExpectingInput);

    protected sealed override void EndProcessing() => Guard(End, terminates: true);

    /// <summary>Called on another thread, which may find that the command has just ended.</summary>
    protected sealed override void StopProcessing()
    {
        lock (gate)
        {
            if (!isDisposed)
            {
                stop.Cancel();
            }
        }
    }

    /// <summary>
    /// Opens the device that -Device names, else the one of the session ($MolShellDevice), else <paramref name="usual"/>. The caller disposes
    /// of it.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such device, or it cannot be used; the message says why.</exception>
    protected IDevice OpenDevice(DeviceName? given, DeviceName usual)
    {
        ArgumentNullException.ThrowIfNull(usual);
        return (given ?? SessionDevice() ?? usual).Open();
    }

    private DeviceName? SessionDevice()
    {
        object? value = GetVariableValue(DevicePreference);
        if ((value is PSObject wrapped ? wrapped.BaseObject : value) is not { } plain)
        {
            return null;
        }

        try
        {
            return plain as DeviceName ?? DeviceName.Parse(plain.ToString() ?? string.Empty);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"${DevicePreference}: {exception.Message}", exception);
        }
    }

    private void Guard(Action work, bool terminates)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (Errors.TryConvert(exception, ErrorTarget) is { } error)
        {
            if (terminates)
            {
                ThrowTerminatingError(error);
            }

            WriteError(error);
        }
    }
}
