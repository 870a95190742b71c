using System.Text;

namespace MolShell.Host.Language.Syntax;

/// <summary>Collects the text and the expansions of a string or word while it is read.</summary>
internal sealed class StringParts(int start)
{
    private readonly List<StringPart> parts = [];
    private readonly StringBuilder literal = new();

    public void Append(char c) => literal.Append(c);

    public void Append(string s) => literal.Append(s);

    public void Add(StringPart expansion)
    {
        Flush(expansion.Span.Start);
        parts.Add(expansion);
    }

    public Token ToToken(TokenKind kind, SourceSpan span)
    {
        if (parts.Count == 0)
        {
            return new Token(kind, span, literal.ToString());
        }

        Flush(span.End);
        return new Token(kind, span, "") { Parts = parts };
    }

    private void Flush(int end)
    {
        if (literal.Length > 0)
        {
            parts.Add(new StringPart.Literal(new SourceSpan(start, end), literal.ToString()));
            literal.Clear();
        }
    }
}
