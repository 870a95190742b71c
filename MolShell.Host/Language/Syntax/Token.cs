namespace MolShell.Host.Language.Syntax;

/// <summary>One token. What <see cref="Text"/> and the other members hold depends on the kind.</summary>
internal sealed class Token(TokenKind kind, SourceSpan span, string text)
{
    public TokenKind Kind { get; } = kind;

    public SourceSpan Span { get; } = span;

    /// <summary>
    /// The name of a variable, parameter, keyword or label; the value of a word or string without expansions; else the source
    /// text.
    /// </summary>
    public string Text { get; } = text;

    /// <summary>The value of a number.</summary>
    public object? Number { get; init; }

    /// <summary>The parts of a string or word that expands variables; null when it is <see cref="Text"/> as it stands.</summary>
    public IReadOnlyList<StringPart>? Parts { get; init; }

    /// <summary>The operator of an operator token, or of an assignment ('+' of '+=').</summary>
    public OperatorInfo? Operator { get; init; }

    /// <summary>A parameter that ends in a colon, so that the next argument is its value.</summary>
    public bool HasColon { get; init; }
}
