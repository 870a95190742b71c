using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Checking;

/// <summary>The attributes that a parameter of a script may have.</summary>
internal static class ParameterAttributes
{
    private static readonly HashSet<string> OfParameter = new(StringComparer.OrdinalIgnoreCase) { "Mandatory", "Position", "HelpMessage" };

    private static readonly HashSet<string> Validations = new(StringComparer.OrdinalIgnoreCase)
    {
        "ValidateSet", "ValidateRange", "ValidateCount", "ValidateLength", "ValidatePattern", "ValidateNotNull", "ValidateNotNullOrEmpty",
            "Alias",
    };

    /// <summary>What of the attribute is not in the subset, or null.</summary>
    public static string? Refusal(AttributeNode attribute)
    {
        if (attribute.Positional.Any(p => p is not (StringExpression or NumberExpression)))
        {
            return $"An argument of [{attribute.Name}()] that is not a plain text or number";
        }

        if (attribute.Name.Equals("Parameter", StringComparison.OrdinalIgnoreCase))
        {
            string? other = attribute.Named.Select(n => n.Key).FirstOrDefault(k => !OfParameter.Contains(k));
            return attribute.Positional.Count > 0 ? "[Parameter()] with a positional argument"
                : other is null ? null
                : $"[Parameter({other} = ...)]";
        }

        return !Validations.Contains(attribute.Name) ? $"The attribute [{attribute.Name}()]"
            : attribute.Named.Count > 0 ? $"[{attribute.Name}({attribute.Named[0].Key} = ...)]"
            : null;
    }
}
