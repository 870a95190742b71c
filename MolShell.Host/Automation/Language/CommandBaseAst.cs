namespace System.Management.Automation.Language;

/// <summary>An element of a pipeline; only a name here, for signatures.</summary>
public abstract class CommandBaseAst : StatementAst
{
    internal CommandBaseAst()
    {
    }
}
