namespace System.Management.Automation;

/// <summary>Where a command was invoked from.</summary>
public enum CommandOrigin
{
    /// <summary>By the user.</summary>
    Runspace,

    /// <summary>By the engine.</summary>
    Internal,
}
