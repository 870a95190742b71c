namespace MolShell.Host.Commands;

/// <summary>When values of a CSV file stand in quotes.</summary>
public enum QuoteKind
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Where they hold a delimiter, a quote or a line break.</summary>
    AsNeeded,
}
