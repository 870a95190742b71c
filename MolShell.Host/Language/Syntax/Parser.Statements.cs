using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Syntax;

/// <content>Statements.</content>
internal sealed partial class Parser
{
    /// <summary>Statements up to a closing parenthesis or brace, or the end.</summary>
    private Block ParseStatements(SourceSpan span)
    {
        List<Statement> statements = [];
        SkipTerminators();
        while (ParseStatement() is { } statement)
        {
            statements.Add(statement);
            SkipTerminators();
            if (Peek().Kind is TokenKind.RightParen or TokenKind.RightBrace)
            {
                break;
            }
        }

        return new Block(span, statements);
    }

    /// <summary>{ statements }.</summary>
    private Block ParseBlock(string missing)
    {
        SkipNewLines();
        Token open = Expect(TokenKind.LeftBrace, missing);
        return ParseBlockBody(open.Span);
    }

    private Block ParseBlockBody(SourceSpan open) => Nested(open, () =>
    {
        Block block = WithComma(separates: false, () => InMode(command: true, () => ParseStatements(open)));
        Token close = Expect(TokenKind.RightBrace, "Missing closing '}' in statement block or type definition.");
        return block with { Span = open.To(close.Span) };
    });

    /// <summary>One statement, or null when none begins here.</summary>
    private Statement? ParseStatement()
    {
        Token token = Peek();
        if (token.Kind == TokenKind.Label)
        {
            throw Refused(token.Span, $"The label ':{token.Text}'");
        }

        if (token.Kind != TokenKind.Keyword)
        {
            return token.Kind == TokenKind.End ? null : ParsePipelineOrAssignment();
        }

        Skip();
        return token.Text.ToUpperInvariant() switch
        {
            "IF" => ParseIf(token),
            "FOREACH" => ParseForEach(token),
            "FOR" => ParseFor(token),
            "WHILE" => ParseWhile(token),
            "DO" => ParseDo(token),
            "BREAK" => new BreakStatement(NoLabel(token)),
            "CONTINUE" => new ContinueStatement(NoLabel(token)),
            "RETURN" => WithValue(token, (span, value) => new ReturnStatement(span, value)),
            "EXIT" => WithValue(token, (span, value) => new ExitStatement(span, value)),
            "THROW" => WithValue(token, (span, value) => new ThrowStatement(span, value)),
            "TRY" => ParseTry(token),
            "PARAM" => throw Fault(token.Span, "A param block stands at the beginning of a script only."),
            _ => throw Refused(token.Span, $"'{token.Text.ToLowerInvariant()}'"),
        };
    }

    private SourceSpan NoLabel(Token keyword)
    {
        Token next = Peek();
        return next.Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.RightBrace or TokenKind.RightParen or TokenKind.End
            ? keyword.Span
            : throw Refused(next.Span, $"'{keyword.Text}' with a label");
    }

    private Statement WithValue(Token keyword, Func<SourceSpan, Statement?, Statement> make)
    {
        Statement? value = ParsePipelineOrAssignment();
        return make(value is null ? keyword.Span : keyword.Span.To(value.Span), value);
    }

    /// <summary>( pipeline ), as of if and while.</summary>
    private Statement ParseCondition(string keyword)
    {
        SkipNewLines();
        Expect(TokenKind.LeftParen, $"Missing opening '(' after '{keyword}'.");
        SkipNewLines();
        Statement condition = ParsePipelineOrAssignment() ?? throw Missing($"Missing condition in '{keyword}' statement.");
        SkipNewLines();
        Expect(TokenKind.RightParen, $"Missing closing ')' after expression in '{keyword}' statement.");
        return condition;
    }

    private IfStatement ParseIf(Token keyword)
    {
        List<IfClause> clauses = [];
        Block? otherwise = null;
        string word = "if";
        while (true)
        {
            Statement condition = ParseCondition(word);
            clauses.Add(new IfClause(condition, ParseBlock($"Missing statement block after {word} ( condition ).")));
            int after = peeked?.Span.Start ?? scanner.Position;
            SkipNewLines();
            Token next = Peek();
            word = next.Kind == TokenKind.Keyword ? next.Text.ToLowerInvariant() : "";
            if (word == "elseif")
            {
                Skip();
                continue;
            }

            if (word == "else")
            {
                Skip();
                otherwise = ParseBlock("Missing statement block after 'else' keyword.");
            }
            else
            {
                Rewind(after);
            }

            return new IfStatement(keyword.Span.To((otherwise ?? clauses[^1].Body).Span), clauses, otherwise);
        }
    }

    private ForEachStatement ParseForEach(Token keyword)
    {
        SkipNewLines();
        if (Peek() is { Kind: TokenKind.Parameter } parameter)
        {
            throw Refused(parameter.Span, $"'foreach' with -{parameter.Text}");
        }

        Expect(TokenKind.LeftParen, "Missing opening '(' after 'foreach'.");
        SkipNewLines();
        Token variable = Expect(TokenKind.Variable, "Missing variable name after foreach.");
        VariableExpression target = new(variable.Span, VariablePath.Parse(variable.Text));
        SkipNewLines();
        Token word = Peek();
        if (word.Kind != TokenKind.Keyword || !word.Text.Equals("in", StringComparison.OrdinalIgnoreCase))
        {
            throw Missing("Missing 'in' after variable in foreach loop.");
        }

        Skip();
        SkipNewLines();
        Statement collection = ParsePipelineOrAssignment() ?? throw Missing("Missing expression after 'in' in foreach loop.");
        SkipNewLines();
        Expect(TokenKind.RightParen, "Missing closing ')' after expression part of foreach loop.");
        Block body = ParseBlock("Missing statement body in foreach loop.");
        return new ForEachStatement(keyword.Span.To(body.Span), target, collection, body);
    }

    private ForStatement ParseFor(Token keyword)
    {
        SkipNewLines();
        Expect(TokenKind.LeftParen, "Missing opening '(' after keyword 'for'.");
        Statement? initial = ParseForPart();
        Statement? condition = ParseForPart();
        SkipNewLines();
        Statement? step = ParsePipelineOrAssignment();
        SkipNewLines();
        Expect(TokenKind.RightParen, "Missing closing ')' after expression in 'for' statement.");
        Block body = ParseBlock("Missing statement body in for loop.");
        return new ForStatement(keyword.Span.To(body.Span), initial, condition, step, body);
    }

    private Statement? ParseForPart()
    {
        SkipNewLines();
        Statement? part = ParsePipelineOrAssignment();
        if (Peek().Kind == TokenKind.Semicolon)
        {
            Skip();
        }

        return part;
    }

    private WhileStatement ParseWhile(Token keyword)
    {
        Statement condition = ParseCondition("while");
        Block body = ParseBlock("Missing statement body in while loop.");
        return new WhileStatement(keyword.Span.To(body.Span), condition, body);
    }

    private DoStatement ParseDo(Token keyword)
    {
        Block body = ParseBlock("Missing statement body in do loop.");
        SkipNewLines();
        Token word = Peek();
        string which = word.Kind == TokenKind.Keyword ? word.Text.ToLowerInvariant() : "";
        if (which is not ("while" or "until"))
        {
            throw Missing("Missing while or until keyword after do loop.");
        }

        Skip();
        Statement condition = ParseCondition(which);
        return new DoStatement(keyword.Span.To(condition.Span), body, condition, which == "until");
    }

    private TryStatement ParseTry(Token keyword)
    {
        Block body = ParseBlock("The Try statement is missing its statement block.");
        List<CatchClause> catches = [];
        Block? final = null;
        while (true)
        {
            int after = peeked?.Span.Start ?? scanner.Position;
            SkipNewLines();
            Token next = Peek();
            string word = next.Kind == TokenKind.Keyword && final is null ? next.Text.ToLowerInvariant() : "";
            if (word == "catch")
            {
                Skip();
                catches.Add(ParseCatch());
            }
            else if (word == "finally")
            {
                Skip();
                final = ParseBlock("The Finally statement is missing its statement block.");
            }
            else if (catches.Count == 0 && final is null)
            {
                throw Missing("The Try statement is missing its Catch or Finally block.");
            }
            else
            {
                Rewind(after);
                Block last = final ?? catches[^1].Body;
                return new TryStatement(keyword.Span.To(last.Span), body, catches, final);
            }
        }
    }

    private CatchClause ParseCatch()
    {
        List<TypeName> types = [];
        SkipNewLines();
        while (TryTakeLeftBracket() is { } open)
        {
            types.Add(ParseTypeOrAttribute(open) is TypeName type ? type : throw Fault(open, "Missing type name after '['."));
            SkipNewLines();
            if (Peek().Kind != TokenKind.Comma)
            {
                break;
            }

            Skip();
            SkipNewLines();
        }

        return new CatchClause(types, ParseBlock("The Catch block is missing its statement block."));
    }
}
