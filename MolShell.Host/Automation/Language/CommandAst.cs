namespace System.Management.Automation.Language;

/// <summary>A command; only a name here, for signatures. molshell does not complete arguments.</summary>
public class CommandAst : CommandBaseAst
{
    internal CommandAst()
    {
    }
}
