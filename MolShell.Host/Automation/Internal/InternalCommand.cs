namespace System.Management.Automation.Internal;

/// <summary>Base of <see cref="Cmdlet"/>: what every command has.</summary>
public abstract class InternalCommand
{
    internal InternalCommand()
    {
    }

    /// <summary>Where the command comes from: molshell runs only its own commands.</summary>
    public CommandOrigin CommandOrigin => CommandOrigin.Internal;

    internal ICommandRuntime? Runtime { get; set; }

    internal Hosting.CmdletContext? Context { get; set; }
}
