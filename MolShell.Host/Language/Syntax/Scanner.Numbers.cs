namespace MolShell.Host.Language.Syntax;

/// <content>Numbers.</content>
internal sealed partial class Scanner
{
    /// <summary>A number, or a word that only begins like one; its first character has been read.</summary>
    private Token ScanNumber()
    {
        Position = start;
        NumberLiteral literal = new();
        if (ReadNumber(literal))
        {
            SourceSpan span = new(start, Position);
            string written = text[start..Position];
            if (literal.Suffix is not ('\0' or 'l' or 'd'))
            {
                throw Fault($"The number suffix in '{written}' {ScriptFault.NeedsPowerShell}.");
            }

            if (literal.TryEvaluate(out object? value))
            {
                return new Token(TokenKind.Number, span, written) { Number = value };
            }

            if (!CommandMode)
            {
                throw Fault($"The numeric constant {written} is not valid.");
            }
        }

        return RescanAsWord();
    }

    private bool ReadNumber(NumberLiteral literal)
    {
        if (Current == '+' || Current.IsDash())
        {
            literal.Digits.Append(Current == '+' ? '+' : '-');
            Position++;
        }

        bool valid = Current == '0' && At(Position + 1) is 'x' or 'X' or 'b' or 'B' ? ReadPrefixed(literal) : ReadDecimal(literal);
        return valid && ReadSuffix(literal) && ReadMultiplier(literal)
            && (Current.EndsWord() || (!CommandMode && (Current.EndsNumber(TernaryEndsNumber) || Current.IsDash())));
    }

    private bool ReadPrefixed(NumberLiteral literal)
    {
        if (At(Position + 1) is 'b' or 'B')
        {
            int after = Position + 2;
            while (At(after) is '0' or '1')
            {
                after++;
            }

            return !At(after).EndsWord()
                ? false
                : throw Fault($"A binary number {ScriptFault.NeedsPowerShell}.");
        }

        // '0x' alone is 0 in PowerShell.
        literal.IsHex = true;
        literal.Digits.Append('0');
        Position += 2;
        while (char.IsAsciiHexDigit(Current))
        {
            literal.Digits.Append(text[Position++]);
        }

        return true;
    }

    private bool ReadDecimal(NumberLiteral literal)
    {
        ReadDigits(literal);
        if (Current == '.' && At(Position + 1) != '.')
        {
            literal.IsReal = true;
            literal.Digits.Append('.');
            Position++;
            if (ReadDigits(literal) == 0 && literal.Digits[^1] == '.' && literal.Digits.Length == 1)
            {
                return false;
            }
        }

        if (Current is not ('e' or 'E'))
        {
            return true;
        }

        literal.IsReal = true;
        literal.Digits.Append('e');
        Position++;
        if (Current == '+' || Current.IsDash())
        {
            literal.Digits.Append(Current == '+' ? '+' : '-');
            Position++;
        }

        return ReadDigits(literal) > 0;
    }

    private int ReadDigits(NumberLiteral literal)
    {
        int from = Position;
        while (char.IsAsciiDigit(Current))
        {
            literal.Digits.Append(text[Position++]);
        }

        return Position - from;
    }

    private bool ReadSuffix(NumberLiteral literal)
    {
        char suffix = char.ToLowerInvariant(Current);
        if (suffix is not ('l' or 'd' or 'u' or 's' or 'y' or 'n'))
        {
            return true;
        }

        literal.Suffix = suffix;
        Position++;
        if (char.ToLowerInvariant(Current) is 'l' or 's' or 'y')
        {
            Position++;
            return suffix == 'u';
        }

        return true;
    }

    private bool ReadMultiplier(NumberLiteral literal)
    {
        int power = "kmgtp".IndexOf(char.ToLowerInvariant(Current), StringComparison.Ordinal) + 1;
        if (power == 0)
        {
            return true;
        }

        Position++;
        if (Current is not ('b' or 'B'))
        {
            return false;
        }

        Position++;
        literal.Multiplier = 1L << (10 * power);
        return true;
    }
}
