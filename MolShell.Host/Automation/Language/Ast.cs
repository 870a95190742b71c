namespace System.Management.Automation.Language;

/// <summary>A node of PowerShell's syntax tree; only a name here, for signatures.</summary>
public abstract class Ast
{
    internal Ast()
    {
    }
}
