namespace MolShell.Host.Language.Ast;

/// <summary>Where a variable lives, as written before its name.</summary>
internal enum VariableScope
{
    /// <summary>No prefix: the nearest scope that has it.</summary>
    Nearest,
    Local,
    Script,
    Global,

    /// <summary>env: an environment variable.</summary>
    Environment,

    /// <summary>Any other prefix.</summary>
    Other,
}

/// <summary>The name of a variable with its scope.</summary>
internal sealed record VariablePath(VariableScope Scope, string Name)
{
    /// <summary>Splits 'script:x' into its scope and name.</summary>
    public static VariablePath Parse(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new VariablePath(VariableScope.Nearest, text);
        }

        string name = text[(colon + 1)..];
        return text[..colon].ToUpperInvariant() switch
        {
            "LOCAL" => new VariablePath(VariableScope.Local, name),
            "SCRIPT" => new VariablePath(VariableScope.Script, name),
            "GLOBAL" => new VariablePath(VariableScope.Global, name),
            "ENV" => new VariablePath(VariableScope.Environment, name),
            _ => new VariablePath(VariableScope.Other, text),
        };
    }
}
