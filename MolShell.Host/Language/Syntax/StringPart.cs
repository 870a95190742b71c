namespace MolShell.Host.Language.Syntax;

/// <summary>A part of an expandable string.</summary>
internal abstract record StringPart(SourceSpan Span)
{
    internal sealed record Literal(SourceSpan Span, string Text) : StringPart(Span);

    internal sealed record Variable(SourceSpan Span, string Name) : StringPart(Span);

    /// <summary>$(...), its span from the dollar sign to the closing parenthesis.</summary>
    internal sealed record Subexpression(SourceSpan Span) : StringPart(Span);
}
