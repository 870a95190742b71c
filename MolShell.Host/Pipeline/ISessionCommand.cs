namespace MolShell.Host.Pipeline;

/// <summary>A core command that works on the session itself, such as Get-Command.</summary>
internal interface ISessionCommand
{
    /// <summary>The session it runs in; set before it is bound.</summary>
    Session Session { set; }
}
