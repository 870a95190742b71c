using System.Globalization;
using System.Text;

namespace MolShell.Host.Language.Syntax;

/// <content>Words, names, parameters and variables.</content>
internal sealed partial class Scanner
{
    private Token ScanIdentifier()
    {
        while (Current.IsIdentifierPart())
        {
            Position++;
        }

        if (!CommandMode)
        {
            return Make(TokenKind.Identifier);
        }

        string word = text[start..Position];
        if (!Current.EndsWord())
        {
            return ScanWord(word);
        }

        return Make(Keywords.Contains(word) ? TokenKind.Keyword : TokenKind.Identifier);
    }

    /// <summary>A parameter of a command, or an operator of an expression; the dash has been read.</summary>
    private Token ScanDashWord(char dash)
    {
        int nameStart = Position;
        while (true)
        {
            char c = Current;
            if (c.EndsWord() || c is '.' or '[' or ':')
            {
                break;
            }

            if (c.IsSingleQuote() || c.IsDoubleQuote())
            {
                if (CommandMode)
                {
                    return ScanWord(dash + text[nameStart..Position]);
                }

                break;
            }

            if (!CommandMode && !char.IsAsciiLetter(c))
            {
                break;
            }

            Position++;
        }

        string name = text[nameStart..Position];
        if (!CommandMode)
        {
            if (OperatorInfo.Word(name) is { } known)
            {
                return MakeOperator(known);
            }

            return name.Length == 0 ? MakeOperator(OperatorInfo.Symbol('-')) : Make(TokenKind.Parameter, name);
        }

        bool colon = Current == ':';
        Position += colon ? 1 : 0;
        return new Token(TokenKind.Parameter, new SourceSpan(start, Position), name) { HasColon = colon };
    }

    /// <summary>@{ @( @" @' or @name.</summary>
    private Token ScanAt()
    {
        char c = Current;
        if (c is '{' or '(')
        {
            Position++;
            return Make(c == '{' ? TokenKind.AtBrace : TokenKind.AtParen);
        }

        if (c.IsSingleQuote() || c.IsDoubleQuote())
        {
            Position++;
            return ScanHereString(expandable: c.IsDoubleQuote());
        }

        return c.IsVariableStart()
            ? ScanVariable(TokenKind.Splat)
            : throw Fault("Unrecognized token in source text.");
    }

    /// <summary>A variable; the dollar or at sign has been read.</summary>
    private Token ScanVariable(TokenKind kind)
    {
        if (Current == '{')
        {
            string braced = ReadBracedName(inString: false);
            return CommandMode && !Current.EndsWord() && Current is not ('.' or '[') ? RescanAsWord() : Make(kind, CheckName(braced));
        }

        if (!Current.IsVariableStart())
        {
            return ScanWord("$");
        }

        string name = ReadName(out bool stopsWord);
        return CommandMode && stopsWord ? RescanAsWord() : Make(kind, CheckName(name));
    }

    /// <summary>Reads the name of a variable without braces.</summary>
    /// <param name="runsOn">The character after it would go on with a word in a command.</param>
    private string ReadName(out bool runsOn)
    {
        int nameStart = Position;
        char first = text[Position++];
        if (first is not ('$' or '?' or '^'))
        {
            while (Current is var c && (char.IsLetterOrDigit(c) || c is '_' or '?' || (c == ':' && At(Position + 1) != ':')))
            {
                Position++;
            }

            runsOn = !Current.EndsWord() && Current is not ('.' or '[' or '=' or ':');
        }
        else
        {
            runsOn = !Current.EndsWord();
        }

        return text[nameStart..Position];
    }

    private string ReadBracedName(bool inString)
    {
        StringBuilder name = new();
        Position++;
        while (Position < limit)
        {
            char c = text[Position++];
            switch (c)
            {
                case '}':
                    return name.Length > 0
                        ? name.ToString()
                        : throw Fault("Empty ${} variable reference, there should be a name between the braces.");
                case '{':
                    throw Fault("Braced variable name cannot contain an open brace without a backtick before it.");
                case '`' when Position < limit:
                    name.Append(ReadEscape());
                    continue;
                default:
                    if (inString && c.IsDoubleQuote())
                    {
                        throw Fault($"A double quote in a variable name in a string {ScriptFault.NeedsPowerShell}.");
                    }

                    name.Append(c);
                    break;
            }
        }

        throw Fault("The ${...} variable reference lacks its closing '}'.", incomplete: true);
    }

    private string CheckName(string name)
    {
        if (name.Length == 0 || name.EndsWith(':'))
        {
            throw Fault(
                "Variable reference is not valid. ':' was not followed by a valid variable name character. "
                + "Consider using ${} to delimit the name.");
        }

        return name;
    }

    private Token RescanAsWord()
    {
        Position = start;
        return ScanWord("");
    }

    /// <summary>The rest of a word of a command; <paramref name="read"/> is what has been read of it.</summary>
    private Token ScanWord(string read)
    {
        StringParts parts = new(start);
        parts.Append(read);
        while (!Current.EndsWord())
        {
            char c = text[Position++];
            if (c == '`' && Position < limit)
            {
                parts.Append(ReadEscape());
            }
            else if (c.IsSingleQuote())
            {
                parts.Append(ReadLiteral());
            }
            else if (c.IsDoubleQuote())
            {
                ReadExpandable(parts);
            }
            else if (c != '$' || !TryReadExpansion(parts, hereString: false))
            {
                parts.Append(c);
            }
        }

        return parts.ToToken(TokenKind.Word, new SourceSpan(start, Position));
    }

    /// <summary>The character that a backtick and what follows it stand for; the backtick has been read.</summary>
    private string ReadEscape()
    {
        char c = text[Position++];
        return c switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'e' => "\u001b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'u' => ReadUnicodeEscape(),
            _ => c.ToString(),
        };
    }

    private string ReadUnicodeEscape()
    {
        int close = text.IndexOf('}', Position);
        if (Current != '{' || close < 0 || close - Position is < 2 or > 7
            || !int.TryParse(text.AsSpan(Position + 1, close - Position - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out int code)
            || code > 0x10ffff)
        {
            throw Fault(
                "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'.");
        }

        Position = close + 1;
        return code is >= 0xd800 and <= 0xdfff ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }
}
