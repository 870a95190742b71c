namespace MolShell.Host.Language.Syntax;

/// <summary>
/// Splits a script into tokens. PowerShell reads commands and expressions by different rules, so the parser says for each
/// token which rules hold: in a command <c>a+b</c> is one word, in an expression <c>$a+$b</c> is three tokens.
/// </summary>
internal sealed partial class Scanner
{
    private readonly ScriptSource source;
    private readonly string text;
    private readonly int limit;
    private int start;

    /// <param name="source">The script.</param>
    /// <param name="range">The part of it to read.</param>
    public Scanner(ScriptSource source, SourceSpan range)
    {
        this.source = source;
        text = source.Text;
        limit = range.End;
        Position = range.Start;
    }

    /// <summary>Where the next token is looked for.</summary>
    public int Position { get; set; }

    /// <summary>Commands (true) or expressions (false) are being read.</summary>
    public bool CommandMode { get; set; } = true;

    /// <summary>A sign before digits belongs to the number.</summary>
    public bool SignedNumbers { get; set; }

    /// <summary>'?' and ':' end a number, since a conditional expression is being read.</summary>
    public bool TernaryEndsNumber { get; set; }

    /// <summary>The #Requires lines met.</summary>
    public ISet<SourceSpan> Requirements { get; } = new HashSet<SourceSpan>();

    private char Current => At(Position);

    public Token Next()
    {
        SkipBlanks();
        start = Position;
        if (Position >= limit)
        {
            return Make(TokenKind.End);
        }

        char c = text[Position++];
        switch (c)
        {
            case '\r' when Current == '\n':
                Position++;
                return Make(TokenKind.NewLine);
            case '\r' or '\n':
                return Make(TokenKind.NewLine);
            case '`':
                return ScanWord(ReadEscape());
            case '@':
                return ScanAt();
            case '=':
                return Assignment(null);
            case '+':
                return ScanPlus();
            case '*' when Current == '>':
            case >= '1' and <= '6' when Current == '>':
            case '>':
                return ScanRedirection();
            case '*' or '/' or '%':
                return Current == '=' ? Assignment(OperatorInfo.Symbol(c)) : OperatorOrWord(OperatorInfo.Symbol(c));
            case '$' when Current == '(':
                Position++;
                return Make(TokenKind.DollarParen);
            case '$':
                return ScanVariable(TokenKind.Variable);
            case '<':
                throw Fault("The '<' operator is reserved for future use.");
            case '(':
                return Make(TokenKind.LeftParen);
            case ')':
                return Make(TokenKind.RightParen);
            case '[':
                return CommandMode && !Current.EndsWord() ? ScanWord("[") : Make(TokenKind.LeftBracket);
            case ']':
                return Make(TokenKind.RightBracket);
            case '{':
                return Make(TokenKind.LeftBrace);
            case '}':
                return Make(TokenKind.RightBrace);
            case '.':
                return ScanDot();
            case ';':
                return Make(TokenKind.Semicolon);
            case ',':
                return Make(TokenKind.Comma);
            case >= '0' and <= '9':
                return ScanNumber();
            case '&':
                return Pair('&', TokenKind.AndAnd, TokenKind.Ampersand);
            case '|':
                return Pair('|', TokenKind.OrOr, TokenKind.Pipe);
            case '!':
                return ScanExclamation();
            case ':':
                return ScanColon();
            case '?' when !CommandMode:
                return ScanQuestion();
        }

        if (c.IsSingleQuote())
        {
            return ScanLiteralString();
        }

        if (c.IsDoubleQuote())
        {
            return ScanExpandableString();
        }

        if (c.IsDash())
        {
            return ScanDash(c);
        }

        return c.IsIdentifierStart() ? ScanIdentifier() : ScanWord(c.ToString());
    }

    /// <summary>Goes behind blanks, comments and line ends, and semicolons if asked.</summary>
    public void SkipLineEnds(bool semicolons)
    {
        SkipBlanks();
        while (Position < limit && (Current.IsLineEnd() || (semicolons && Current == ';')))
        {
            Position++;
            SkipBlanks();
        }
    }

    /// <summary>A plain name at once (a member or key), or null when something else stands here.</summary>
    public Token? NextSimpleName()
    {
        SkipBlanks();
        start = Position;
        if (!Current.IsIdentifierStart())
        {
            return null;
        }

        while (Current.IsIdentifierPart())
        {
            Position++;
        }

        return Make(TokenKind.Identifier);
    }

    /// <summary>The name of a type, or null when something else stands here.</summary>
    public Token? NextTypeName()
    {
        SkipBlanks();
        start = Position;
        while (char.IsLetterOrDigit(Current) || Current is '.' or '_' or '+' or '`')
        {
            Position++;
        }

        return Position > start ? Make(TokenKind.Identifier) : null;
    }

    /// <summary>The operator that reaches into the expression just read; nothing may stand between them. Null when there is none.</summary>
    public Token? NextMemberOperator(bool allowIndex)
    {
        while (Current == '<' && At(Position + 1) == '#')
        {
            SkipBlockComment();
        }

        start = Position;
        bool isOperator;
        (TokenKind kind, int length, isOperator) = Current switch
        {
            '.' => (TokenKind.Dot, 1, At(Position + 1) != '.' && !EndsMember(At(Position + 1))),
            ':' when At(Position + 1) == ':' => (TokenKind.ColonColon, 2, !EndsMember(At(Position + 2))),
            '[' when allowIndex => (TokenKind.LeftBracket, 1, true),
            '?' when At(Position + 1) == '.' || (allowIndex && At(Position + 1) == '[') => (TokenKind.NullConditional, 2, true),
            _ => (TokenKind.End, 0, false),
        };
        Position += isOperator ? length : 0;
        return isOperator ? Make(kind) : null;
    }

    /// <summary>Reads the opening parenthesis or brace of a method's arguments when it follows at once.</summary>
    public bool TryOpenArguments(out bool isBlock)
    {
        isBlock = Current == '{';
        if (!isBlock && Current != '(')
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>A pipe begins the next line that is not a comment, so the line end just read ends nothing.</summary>
    public bool PipeContinuesAfter(int lineEnd)
    {
        bool lineIsEmpty = true;
        for (int i = lineEnd; i < limit; i++)
        {
            char c = text[i];
            if (c.IsBlank() || c == '\r')
            {
                continue;
            }

            if (c == '\n')
            {
                if (lineIsEmpty)
                {
                    return false;
                }

                lineIsEmpty = true;
            }
            else if (c == '#' || (c == '<' && At(i + 1) == '#'))
            {
                lineIsEmpty = false;
                i = (c == '#' ? EndOfLine(i) : EndOfBlockComment(i)) - 1;
            }
            else
            {
                return c == '|' && At(i + 1) != '|';
            }
        }

        return false;
    }

    private char At(int index) => index < limit ? text[index] : '\0';

    private bool EndsMember(char c) => CommandMode && (c == '\0' || c.IsBlank() || c.IsLineEnd());

    private Token Make(TokenKind kind) => new(kind, new SourceSpan(start, Position), text[start..Position]);

    private Token Make(TokenKind kind, string value) => new(kind, new SourceSpan(start, Position), value);

    private ScriptRefusedException Fault(string message, bool incomplete = false) =>
        new(new ScriptFault(source, new SourceSpan(start, Math.Max(start, Math.Min(Position, limit))), message, incomplete));

    private Token Pair(char second, TokenKind both, TokenKind single)
    {
        if (Current != second)
        {
            return Make(single);
        }

        Position++;
        return Make(both);
    }

    /// <summary>Skips blanks, comments and escaped line ends.</summary>
    private void SkipBlanks()
    {
        while (Position < limit)
        {
            char c = text[Position];
            if (c.IsBlank())
            {
                Position++;
            }
            else if (c == '#')
            {
                SkipComment();
            }
            else if (c == '<' && At(Position + 1) == '#')
            {
                SkipBlockComment();
            }
            else if (c == '`' && Position + 1 < limit && (At(Position + 1).IsLineEnd() || char.IsWhiteSpace(At(Position + 1))))
            {
                Position += At(Position + 1) == '\r' && At(Position + 2) == '\n' ? 3 : 2;
            }
            else if (c == '`' && Position + 1 == limit)
            {
                start = Position;
                throw Fault("Incomplete string token.", incomplete: true);
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        int end = EndOfLine(Position);
        ReadOnlySpan<char> comment = text.AsSpan(Position, end - Position);
        if (comment.StartsWith("#requires", StringComparison.OrdinalIgnoreCase) && comment.Length > 9 && comment[9].IsBlank())
        {
            Requirements.Add(new SourceSpan(Position, end));
        }

        Position = end;
    }

    private int EndOfLine(int from)
    {
        int end = text.AsSpan(from, limit - from).IndexOfAny('\r', '\n');
        return end < 0 ? limit : from + end;
    }

    private int EndOfBlockComment(int from)
    {
        int inside = Math.Min(from + 2, limit);
        int end = text.AsSpan(inside, limit - inside).IndexOf("#>", StringComparison.Ordinal);
        return end < 0 ? limit : inside + end + 2;
    }

    private void SkipBlockComment()
    {
        start = Position;
        Position = EndOfBlockComment(Position);
        ReadOnlySpan<char> comment = text.AsSpan(start, Position - start);
        if (comment.Length < "<##>".Length || !comment.EndsWith("#>", StringComparison.Ordinal))
        {
            throw Fault("The terminator '#>' is missing from the multiline comment.", incomplete: true);
        }
    }
}
