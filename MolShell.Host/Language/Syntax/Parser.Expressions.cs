using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Syntax;

/// <content>Expressions.</content>
internal sealed partial class Parser
{
    /// <summary>An expression, or null when none begins here.</summary>
    /// <param name="ternary">An expression must stand here, so '?' and ':' end a number.</param>
    private Expression? ParseExpression(bool ternary = false) =>
        Nested(new SourceSpan(scanner.Position, scanner.Position), () => InMode(command: false, () =>
        {
            Expression? condition = ParseBinary(ternary, 1);
            if (condition is null || Peek().Kind != TokenKind.Question)
            {
                return condition;
            }

            Skip();
            SkipNewLines();
            Expression whenTrue = ParseExpression(ternary: true)
                ?? throw Missing("You must provide a value expression following the '?' operator.");
            SkipNewLines();
            Expect(TokenKind.Colon, "Missing ':' in the ternary expression.");
            SkipNewLines();
            Expression whenFalse = ParseExpression(ternary: true)
                ?? throw Missing("You must provide a value expression following the ':' operator.");
            return new ConditionalExpression(condition.Span.To(whenFalse.Span), condition, whenTrue, whenFalse);
        }));

    /// <summary>Operands joined by operators that bind at least this tightly; all operators group from the left.</summary>
    private Expression? ParseBinary(bool ternary, int least)
    {
        Expression? left = ParseArrayLiteral(ternary);
        while (left is not null)
        {
            Token token = Peek();
            if (token.Kind == TokenKind.Parameter)
            {
                throw Fault(token.Span, $"Unexpected token '{source.Slice(token.Span)}' in expression or statement.");
            }

            if (token.Operator is not { Precedence: > 0 } info || token.Kind != TokenKind.Operator || info.Precedence < least)
            {
                break;
            }

            Skip();
            SkipNewLines();
            Expression right = ParseBinary(ternary: true, info.Precedence + 1)
                ?? throw Missing($"You must provide a value expression following the '{token.Text}' operator.");
            left = new BinaryExpression(left.Span.To(right.Span), info, left, right);
        }

        return left;
    }

    private Expression? ParseArrayLiteral(bool ternary)
    {
        Expression? first = ParseUnary(ternary);
        if (first is null || commaSeparates || Peek().Kind != TokenKind.Comma)
        {
            return first;
        }

        List<Expression> elements = [first];
        while (Peek().Kind == TokenKind.Comma)
        {
            Skip();
            SkipNewLines();
            elements.Add(ParseUnary(ternary: true) ?? throw Missing("Missing expression after ','."));
        }

        return new ArrayLiteralExpression(first.Span.To(elements[^1].Span), elements);
    }

    private Expression? ParseUnary(bool ternary) => Nested(new SourceSpan(scanner.Position, scanner.Position), () =>
    {
        Token token = PeekOperand(ternary);
        Expression? expression = token.Kind switch
        {
            TokenKind.Comma when commaSeparates => null,
            TokenKind.Comma or TokenKind.PlusPlus or TokenKind.DashDash => ParsePrefixed(token),
            TokenKind.Operator when token.Operator!.IsUnary => ParsePrefixed(token),
            TokenKind.LeftBracket => ParseBracketed(ternary),
            _ => ParsePrimary(),
        };
        if (expression is null)
        {
            return null;
        }

        Token after = Peek();
        if (after.Kind is not (TokenKind.PlusPlus or TokenKind.DashDash))
        {
            return expression;
        }

        Skip();
        int change = after.Kind == TokenKind.PlusPlus ? 1 : -1;
        return new IncrementExpression(expression.Span.To(after.Span), CheckTarget(expression, after.Text), change, IsPrefix: false);
    });

    /// <summary>The token where an operand may begin: a sign there belongs to the number behind it.</summary>
    private Token PeekOperand(bool ternary)
    {
        (bool signed, bool ends) = (scanner.SignedNumbers, scanner.TernaryEndsNumber);
        scanner.SignedNumbers = true;
        scanner.TernaryEndsNumber = ternary;
        try
        {
            if (peeked is { Kind: TokenKind.Operator or TokenKind.Word })
            {
                Rewind(peeked.Span.Start);
            }

            return Peek();
        }
        finally
        {
            (scanner.SignedNumbers, scanner.TernaryEndsNumber) = (signed, ends);
        }
    }

    private Expression ParsePrefixed(Token token)
    {
        Skip();
        SkipNewLines();
        Expression operand = ParseUnary(ternary: true) ?? throw Missing($"Missing expression after unary operator '{token.Text}'.");
        SourceSpan span = token.Span.To(operand.Span);
        return token.Kind switch
        {
            TokenKind.Comma => new ArrayLiteralExpression(span, [operand]),
            TokenKind.PlusPlus => new IncrementExpression(span, CheckTarget(operand, token.Text), 1, IsPrefix: true),
            TokenKind.DashDash => new IncrementExpression(span, CheckTarget(operand, token.Text), -1, IsPrefix: true),
            _ => new UnaryExpression(span, token.Operator!, operand),
        };
    }

    private Expression CheckTarget(Expression target, string operation) =>
        target is VariableExpression or MemberExpression or IndexExpression
            ? target
            : target is ParenExpression ? throw Refused(target.Span, $"'{operation}' on an expression in parentheses")
            : throw Fault(target.Span, $"The operator '{operation}' works only on variables or on properties.");

    private Expression? ParsePrimary()
    {
        Token token = Peek();
        Expression? value = token.Kind switch
        {
            TokenKind.Variable => new VariableExpression(token.Span, VariablePath.Parse(token.Text)),
            TokenKind.Splat => new SplatExpression(token.Span, VariablePath.Parse(token.Text)),
            TokenKind.Number => new NumberExpression(token.Span, token.Number!, token.Text),
            TokenKind.String when token.Parts is null => new StringExpression(token.Span, token.Text, IsBare: false),
            _ => null,
        };
        if (value is null)
        {
            Func<Token, Expression>? parse = token.Kind switch
            {
                TokenKind.String => Expandable,
                TokenKind.LeftParen => ParseParenthesized,
                TokenKind.AtParen or TokenKind.DollarParen => ParseSubexpression,
                TokenKind.AtBrace => ParseHashtable,
                TokenKind.LeftBrace => open => ParseScriptBlock(open.Span),
                _ => null,
            };
            if (parse is null)
            {
                return null;
            }

            Skip();
            value = parse(token);
        }
        else
        {
            Skip();
        }

        Token? member = scanner.NextMemberOperator(allowIndex: true);
        return value is not SplatExpression ? ParseMembers(value, member)
            : member is null ? value
            : throw Fault(member.Span, "A splatted variable has no members.");
    }

    private ParenExpression ParseParenthesized(Token open) =>
        Nested(open.Span, () => WithComma(separates: false, () => InMode(command: true, () =>
    {
        SkipNewLines();
        Statement body = ParsePipelineOrAssignment() ?? throw Missing("An expression was expected after '('.");
        SkipNewLines();
        Token close = Expect(TokenKind.RightParen, "Missing closing ')' in expression.");
        return new ParenExpression(open.Span.To(close.Span), body);
    })));

    private Expression ParseSubexpression(Token open) =>
        Nested<Expression>(open.Span, () => WithComma(separates: false, () => InMode<Expression>(command: true, () =>
    {
        Block body = ParseStatements(open.Span);
        SkipNewLines();
        Token close = Expect(TokenKind.RightParen, "Missing closing ')' in subexpression.");
        SourceSpan span = open.Span.To(close.Span);
        body = body with { Span = span };
        return open.Kind == TokenKind.AtParen ? new ArrayExpression(span, body) : new SubExpression(span, body);
    })));

    private ScriptBlockExpression ParseScriptBlock(SourceSpan open) =>
        Nested(open, () => WithComma(separates: false, () => InMode(command: true, () =>
    {
        SkipNewLines();
        if (Peek() is { Kind: TokenKind.Keyword } word
            && word.Text.ToUpperInvariant() is "PARAM" or "BEGIN" or "PROCESS" or "END" or "CLEAN" or "DYNAMICPARAM")
        {
            throw Refused(word.Span, $"'{word.Text.ToLowerInvariant()}' in a script block");
        }

        Block body = ParseBlockBody(open);
        return new ScriptBlockExpression(body.Span, body);
    })));

    private HashtableExpression ParseHashtable(Token open) => Nested(open.Span, () =>
    {
        List<HashtableEntry> entries = [];
        HashSet<string> keys = new(StringComparer.OrdinalIgnoreCase);
        SkipNewLines();
        while (ParseEntry() is { } entry)
        {
            string? key = (entry.Key as StringExpression)?.Value ?? (entry.Key as NumberExpression)?.Text;
            if (key is not null && !keys.Add(key))
            {
                throw Fault(entry.Key.Span, $"Duplicate keys '{key}' are not allowed in hash literals.");
            }

            entries.Add(entry);
            if (Peek().Kind is not (TokenKind.NewLine or TokenKind.Semicolon))
            {
                break;
            }

            SkipTerminators();
        }

        SkipNewLines();
        Token close = Expect(TokenKind.RightBrace, "The hash literal was incomplete: missing closing '}'.");
        return new HashtableExpression(open.Span.To(close.Span), entries);
    });

    private HashtableEntry? ParseEntry()
    {
        Expression? key = InMode(command: false, () =>
        {
            Expression? name = TakeSimpleName();
            if (name is null && Peek().Kind is not (TokenKind.NewLine or TokenKind.Semicolon))
            {
                name = WithComma(separates: true, () => ParseUnary(ternary: false));
            }

            if (name is not null
                && Expect(TokenKind.Assignment, "Missing '=' operator after key in hash literal.") is { Operator: not null } token)
            {
                throw Fault(token.Span, "Missing '=' operator after key in hash literal.");
            }

            return name;
        });
        if (key is null)
        {
            return null;
        }

        return InMode(command: true, () =>
        {
            SkipNewLines();
            return new HashtableEntry(key, ParseStatement() ?? throw Missing("Missing statement after '=' in hash literal."));
        });
    }

    private StringExpression? TakeSimpleName()
    {
        int from = peeked?.Span.Start ?? scanner.Position;
        Rewind(from);
        return scanner.NextSimpleName() is { } name ? new StringExpression(name.Span, name.Text, IsBare: true) : null;
    }

    /// <summary>The members, calls and indices that follow a value at once.</summary>
    private Expression ParseMembers(Expression target, Token? operation)
    {
        while (operation is not null)
        {
            SkipNewLines();
            target = operation.Kind switch
            {
                TokenKind.LeftBracket => ParseIndex(target),
                TokenKind.NullConditional => throw Refused(operation.Span, $"The operator '{operation.Text}'"),
                _ => ParseMember(target, isStatic: operation.Kind == TokenKind.ColonColon),
            };
            operation = peeked is null ? scanner.NextMemberOperator(allowIndex: true) : null;
        }

        return target;
    }

    private Expression ParseMember(Expression target, bool isStatic)
    {
        Expression? name = TakeSimpleName();
        name ??= Peek().Kind switch
        {
            TokenKind.Variable => new VariableExpression(Peek().Span, VariablePath.Parse(Take().Text)),
            TokenKind.String when Peek().Parts is null => new StringExpression(Peek().Span, Take().Text, IsBare: false),
            TokenKind.String => Expandable(Take()),
            TokenKind.LeftParen => ParseParenthesized(Take()),
            TokenKind.End => throw Missing("Missing property name after reference operator."),
            _ => throw Refused(Peek().Span, "This form of member name"),
        };
        if (peeked is not null || !scanner.TryOpenArguments(out bool isBlock))
        {
            return new MemberExpression(target.Span.To(name.Span), target, name, isStatic);
        }

        if (isBlock)
        {
            throw Refused(name.Span, "A method with a script block behind its name");
        }

        IReadOnlyList<Expression> arguments = WithComma(separates: true, () => InMode(command: false, ParseMethodArguments));
        return new InvokeExpression(new SourceSpan(target.Span.Start, scanner.Position), target, name, arguments, isStatic);
    }

    private List<Expression> ParseMethodArguments()
    {
        List<Expression> arguments = [];
        SkipNewLines();
        while (ParseExpression() is { } argument)
        {
            arguments.Add(argument);
            SkipNewLines();
            if (Peek().Kind != TokenKind.Comma)
            {
                break;
            }

            Skip();
            SkipNewLines();
            if (Peek().Kind == TokenKind.RightParen)
            {
                throw Missing("Missing expression after ','.");
            }
        }

        SkipNewLines();
        Expect(TokenKind.RightParen, "Missing ')' in method call.");
        return arguments;
    }

    private IndexExpression ParseIndex(Expression target)
    {
        Expression index = WithComma(separates: false, () => ParseExpression())
            ?? throw Missing("Array index expression is missing or not valid.");
        return InMode(command: false, () =>
        {
            SkipNewLines();
            Token close = Expect(TokenKind.RightBracket, "Missing ']' after array index expression.");
            return new IndexExpression(target.Span.To(close.Span), target, index);
        });
    }

    /// <summary>The expression of a string or word with variables or $(...) in it.</summary>
    private Expression Expandable(Token token)
    {
        if (token.Parts is null)
        {
            return new StringExpression(token.Span, token.Text, IsBare: token.Kind == TokenKind.Word);
        }

        List<Expression> parts = [];
        foreach (StringPart part in token.Parts)
        {
            parts.Add(part switch
            {
                StringPart.Literal literal => new StringExpression(literal.Span, literal.Text, IsBare: false),
                StringPart.Variable variable => new VariableExpression(variable.Span, VariablePath.Parse(variable.Name)),
                _ => new Parser(source, part.Span) { depth = depth }.ParsePrimary()!,
            });
        }

        Expression value = new ExpandableExpression(token.Span, parts);
        return value;
    }
}
