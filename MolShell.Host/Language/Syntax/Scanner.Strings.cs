using System.Text;

namespace MolShell.Host.Language.Syntax;

/// <content>Quoted strings, here-strings and the expansions in them.</content>
internal sealed partial class Scanner
{
    /// <summary>The line end last passed in a here-string.</summary>
    private string lineEnd = "\n";

    private Token ScanLiteralString() => Make(TokenKind.String, ReadLiteral());

    private Token ScanExpandableString()
    {
        StringParts parts = new(start);
        ReadExpandable(parts);
        return parts.ToToken(TokenKind.String, new SourceSpan(start, Position));
    }

    /// <summary>The text up to the closing single quote; two quotes stand for one.</summary>
    private string ReadLiteral()
    {
        StringBuilder value = new();
        while (Position < limit)
        {
            char c = text[Position++];
            if (!c.IsSingleQuote())
            {
                value.Append(c);
            }
            else if (Current.IsSingleQuote())
            {
                value.Append(c);
                Position++;
            }
            else
            {
                return value.ToString();
            }
        }

        throw Fault("The string is missing the terminator: '.", incomplete: true);
    }

    /// <summary>The text and expansions up to the closing double quote; two quotes stand for one.</summary>
    private void ReadExpandable(StringParts parts)
    {
        while (Position < limit)
        {
            char c = text[Position++];
            if (c.IsDoubleQuote())
            {
                if (!Current.IsDoubleQuote())
                {
                    return;
                }

                parts.Append(c);
                Position++;
            }
            else if (c == '`' && Position < limit)
            {
                parts.Append(ReadEscape());
            }
            else if (c != '$' || !TryReadExpansion(parts, hereString: false))
            {
                parts.Append(c);
            }
        }

        throw Fault("The string is missing the terminator: \".", incomplete: true);
    }

    /// <summary>Reads a variable or $(...) after a dollar sign in a string; false when the sign stands for itself.</summary>
    private bool TryReadExpansion(StringParts parts, bool hereString)
    {
        int dollar = Position - 1;
        if (Current == '(')
        {
            SkipSubexpression(hereString);
            parts.Add(new StringPart.Subexpression(new SourceSpan(dollar, Position)));
            return true;
        }

        if (Current != '{' && !Current.IsVariableStart())
        {
            return false;
        }

        string name = CheckName(Current == '{' ? ReadBracedName(inString: true) : ReadName(out _));
        parts.Add(new StringPart.Variable(new SourceSpan(dollar, Position), name));
        return true;
    }

    /// <summary>Goes behind the parenthesis that closes $(, counting parentheses only, as PowerShell does.</summary>
    private void SkipSubexpression(bool hereString)
    {
        int depth = 0;
        do
        {
            if (Position >= limit)
            {
                throw Fault("The subexpression $( lacks its closing ')'.", incomplete: true);
            }

            char c = text[Position++];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!hereString && (c == '`' || c.IsDoubleQuote()) && Current.IsDoubleQuote())
            {
                throw Fault($"A doubled or escaped quote inside $() inside a string {ScriptFault.NeedsPowerShell}.");
            }
        }
        while (depth > 0);
    }

    /// <summary>A here-string; its @ and quote have been read.</summary>
    private Token ScanHereString(bool expandable)
    {
        while (Current.IsBlank())
        {
            Position++;
        }

        if (Position >= limit)
        {
            throw Fault($"The string is missing the terminator: {(expandable ? '"' : '\'')}@.", incomplete: true);
        }

        if (!Current.IsLineEnd())
        {
            throw Fault("No characters are allowed after a here-string header but before the end of the line.");
        }

        SkipLineEnd();
        StringParts parts = new(start);
        bool firstLine = true;
        while (true)
        {
            if (IsFooter(expandable))
            {
                Position += 2;
                return parts.ToToken(TokenKind.String, new SourceSpan(start, Position));
            }

            if (!firstLine)
            {
                parts.Append(lineEnd);
            }

            firstLine = false;
            ReadHereLine(parts, expandable);
        }
    }

    private bool IsFooter(bool expandable) =>
        (expandable ? Current.IsDoubleQuote() : Current.IsSingleQuote()) && At(Position + 1) == '@';

    private void SkipLineEnd()
    {
        lineEnd = Current == '\r' && At(Position + 1) == '\n' ? "\r\n" : Current.ToString();
        Position += lineEnd.Length;
    }

    /// <summary>One line of a here-string with its line end, which belongs to the string only if another line follows.</summary>
    private void ReadHereLine(StringParts parts, bool expandable)
    {
        while (Position < limit && !Current.IsLineEnd())
        {
            char c = text[Position++];
            if (expandable && c == '`' && Position < limit)
            {
                parts.Append(ReadEscape());
            }
            else if (!expandable || c != '$' || !TryReadExpansion(parts, hereString: true))
            {
                parts.Append(c);
            }
        }

        if (Position >= limit)
        {
            throw Fault($"The string is missing the terminator: {(expandable ? '"' : '\'')}@.", incomplete: true);
        }

        SkipLineEnd();
    }
}
