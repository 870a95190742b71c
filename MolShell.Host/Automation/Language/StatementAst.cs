namespace System.Management.Automation.Language;

/// <summary>A statement; only a name here, for signatures.</summary>
public abstract class StatementAst : Ast
{
    internal StatementAst()
    {
    }
}
