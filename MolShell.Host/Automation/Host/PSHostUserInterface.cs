namespace System.Management.Automation.Host;

/// <summary>The host's way to the user.</summary>
public abstract class PSHostUserInterface
{
    /// <summary>The screen; null where there is none.</summary>
    public abstract PSHostRawUserInterface? RawUI { get; }

    /// <summary>Whether the screen understands escape sequences.</summary>
    public virtual bool SupportsVirtualTerminal => false;

    /// <summary>Writes text.</summary>
    /// <param name="value">Text.</param>
    public abstract void Write(string value);

    /// <summary>Writes a line.</summary>
    /// <param name="value">Text.</param>
    public abstract void WriteLine(string value);

    /// <summary>Ends a line.</summary>
    public virtual void WriteLine() => WriteLine(string.Empty);
}
