namespace MolShell.Host.Language.Syntax;

/// <content>Operators and other signs.</content>
internal sealed partial class Scanner
{
    private Token Assignment(OperatorInfo? combined)
    {
        if (combined is not null)
        {
            Position++;
        }

        return CommandMode && !Current.EndsWord()
            ? ScanWord(text[start..Position])
            : new Token(TokenKind.Assignment, new SourceSpan(start, Position), text[start..Position]) { Operator = combined };
    }

    private Token OperatorOrWord(OperatorInfo info) =>
        CommandMode && !Current.EndsWord() ? ScanWord(text[start..Position]) : MakeOperator(info);

    private Token MakeOperator(OperatorInfo info) =>
        new(TokenKind.Operator, new SourceSpan(start, Position), text[start..Position]) { Operator = info };

    private Token SymbolOrWord(TokenKind kind) => CommandMode && !Current.EndsWord() ? ScanWord(text[start..Position]) : Make(kind);

    private Token ScanPlus()
    {
        switch (Current)
        {
            case '+':
                Position++;
                return SymbolOrWord(TokenKind.PlusPlus);
            case '=':
                return Assignment(OperatorInfo.Symbol('+'));
            case '.' or (>= '0' and <= '9') when SignedNumbers:
                return ScanNumber();
            default:
                return OperatorOrWord(OperatorInfo.Symbol('+'));
        }
    }

    private Token ScanDash(char dash)
    {
        char next = Current;
        if (next.IsDash())
        {
            Position++;
            return SymbolOrWord(TokenKind.DashDash);
        }

        if (next == '=')
        {
            return Assignment(OperatorInfo.Symbol('-'));
        }

        if (char.IsLetter(next) || next is '_' or '?')
        {
            return ScanDashWord(dash);
        }

        return SignedNumbers && (char.IsAsciiDigit(next) || next == '.') ? ScanNumber() : OperatorOrWord(OperatorInfo.Symbol('-'));
    }

    private Token ScanDot()
    {
        if (Current == '.')
        {
            Position++;
            return CommandMode && !Current.EndsWord() ? ScanWord("..") : MakeOperator(OperatorInfo.Range);
        }

        if (char.IsAsciiDigit(Current))
        {
            return ScanNumber();
        }

        bool dotsCommand = Current.EndsWord() || Current is '$' or '"' or '\'';
        return CommandMode && !dotsCommand ? ScanWord(".") : Make(TokenKind.Dot);
    }

    private Token ScanRedirection()
    {
        while (Current is '>' or '&' or '1' or '2')
        {
            Position++;
        }

        return Make(TokenKind.Redirection);
    }

    private Token ScanExclamation() =>
        (CommandMode && !Current.EndsWord()) || (!CommandMode && Current.IsIdentifierStart())
            ? ScanWord("!")
            : MakeOperator(OperatorInfo.Symbol('!'));

    private Token ScanColon()
    {
        if (Current == ':')
        {
            Position++;
            return SymbolOrWord(TokenKind.ColonColon);
        }

        if (!CommandMode)
        {
            return Make(TokenKind.Colon);
        }

        if (!Current.IsIdentifierStart())
        {
            return ScanWord(":");
        }

        while (Current.IsIdentifierPart())
        {
            Position++;
        }

        return Current.EndsWord() ? Make(TokenKind.Label, text[(start + 1)..Position]) : ScanWord(text[start..Position]);
    }

    private Token ScanQuestion()
    {
        if (Current != '?')
        {
            return Make(TokenKind.Question);
        }

        Position++;
        if (Current != '=')
        {
            return MakeOperator(OperatorInfo.Coalesce);
        }

        Position++;
        return new Token(TokenKind.Assignment, new SourceSpan(start, Position), "??=") { Operator = OperatorInfo.Coalesce };
    }
}
