using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Syntax;

/// <content>Pipelines, commands and their arguments.</content>
internal sealed partial class Parser
{
    /// <summary>An assignment or a pipeline, or null when neither begins here.</summary>
    private Statement? ParsePipelineOrAssignment() => Nested<Statement?>(new SourceSpan(scanner.Position, scanner.Position), () =>
    {
        (Expression? first, Token? assign) = InMode(command: false, () =>
        {
            Expression? expression = ParseExpression();
            return expression is not null && Peek().Kind == TokenKind.Assignment ? (expression, Take()) : (expression, null);
        });
        return first is not null && assign is not null ? ParseAssignment(first, assign) : ParsePipeline(first);
    });

    private AssignmentStatement ParseAssignment(Expression target, Token assign)
    {
        SkipNewLines();
        Statement value = ParseStatement() ?? throw Missing($"You must provide a value expression following the '{assign.Text}' operator.");
        return new AssignmentStatement(target.Span.To(value.Span), target, assign.Operator, value);
    }

    private PipelineStatement? ParsePipeline(Expression? input)
    {
        List<CommandNode> commands = [];
        SourceSpan? first = input?.Span;
        SourceSpan last = first ?? default;
        bool needsCommand = false;
        while (true)
        {
            if (input is null || commands.Count > 0 || needsCommand)
            {
                Expression? expression = InMode(command: false, () => ParseExpression());
                if (expression is not null)
                {
                    throw Fault(expression.Span, "Expressions are only allowed as the first element of a pipeline.");
                }

                CommandNode? command = InMode(command: true, ParseCommand);
                if (command is null)
                {
                    return needsCommand || Peek().Kind == TokenKind.Pipe ? throw Missing("An empty pipe element is not allowed.") : null;
                }

                commands.Add(command);
                first ??= command.Span;
                last = command.Span;
            }

            if (!PipelineGoesOn())
            {
                return new PipelineStatement((first ?? last).To(last), input, commands);
            }

            needsCommand = true;
        }
    }

    /// <summary>Takes a bar with the line ends around it; false when the pipeline ends here.</summary>
    private bool PipelineGoesOn()
    {
        Token next = Peek();
        if (next.Kind == TokenKind.NewLine && scanner.PipeContinuesAfter(next.Span.End))
        {
            SkipNewLines();
            next = Peek();
        }

        switch (next.Kind)
        {
            case TokenKind.Pipe:
                Skip();
                SkipNewLines();
                return true;
            case TokenKind.Semicolon or TokenKind.NewLine or TokenKind.RightParen or TokenKind.RightBrace or TokenKind.End:
                return false;
            case TokenKind.AndAnd or TokenKind.OrOr:
                throw Refused(next.Span, $"The chain operator '{next.Text}'");
            case TokenKind.Ampersand:
                throw Refused(next.Span, "Running a pipeline in the background with '&'");
            case TokenKind.Redirection:
                throw RefusedRedirection(next);
            default:
                throw Fault(next.Span, $"Unexpected token '{source.Slice(next.Span)}' in expression or statement.");
        }
    }

    private ScriptRefusedException RefusedRedirection(Token token) =>
        Fault(token.Span,
            $"The redirection '{token.Text}' {ScriptFault.NeedsPowerShell}; write a file with Set-Content, drop output with Out-Null.");

    private CommandNode? ParseCommand()
    {
        Token first = Peek();
        switch (first.Kind)
        {
            case TokenKind.Pipe or TokenKind.RightBrace or TokenKind.RightParen or TokenKind.End or TokenKind.NewLine or TokenKind.Semicolon
                or TokenKind.AndAnd or TokenKind.OrOr:
                return null;
            case TokenKind.Ampersand:
                throw Refused(first.Span, "The call operator '&'");
            case TokenKind.Dot:
                throw Refused(first.Span, "Dot sourcing");
            case TokenKind.Comma:
                throw Fault(first.Span, "Missing argument in parameter list.");
            case TokenKind.Redirection:
                throw RefusedRedirection(first);
            case TokenKind.Splat or TokenKind.RightBracket:
                throw Fault(first.Span, $"Unexpected token '{source.Slice(first.Span)}' in expression or statement.");
        }

        Skip();
        string name = first.Parts is null && first.Kind is TokenKind.Word or TokenKind.Identifier or TokenKind.Keyword
            ? first.Text
            : source.Slice(first.Span);
        List<CommandPart> parts = [];
        bool parametersEnded = false;
        while (ParseCommandPart(ref parametersEnded) is { } part)
        {
            parts.Add(part);
        }

        return new CommandNode(parts.Count == 0 ? first.Span : first.Span.To(parts[^1].Span), name, first.Span, parts);
    }

    private CommandPart? ParseCommandPart(ref bool parametersEnded)
    {
        Token token = Peek();
        switch (token.Kind)
        {
            case TokenKind.Pipe or TokenKind.RightBrace or TokenKind.RightParen or TokenKind.End or TokenKind.NewLine or TokenKind.Semicolon
                or TokenKind.AndAnd or TokenKind.OrOr or TokenKind.Ampersand:
                return null;
            case TokenKind.Redirection:
                throw RefusedRedirection(token);
            case TokenKind.Comma:
                throw Fault(token.Span, "Missing argument in parameter list.");
            case TokenKind.DashDash when !parametersEnded:
                Skip();
                parametersEnded = true;
                return new EndOfParametersPart(token.Span);
            case TokenKind.DashDash:
                Skip();
                return new ArgumentPart(token.Span, new StringExpression(token.Span, token.Text, IsBare: true));
            case TokenKind.Parameter when parametersEnded:
                Skip();
                return new ArgumentPart(token.Span, new StringExpression(token.Span, source.Slice(token.Span), IsBare: true));
            case TokenKind.Parameter:
                Skip();
                return ParseParameter(token);
            default:
                Expression argument = ParseArgument()
                    ?? throw Fault(token.Span, $"Unexpected token '{source.Slice(token.Span)}' in expression or statement.");
                return new ArgumentPart(argument.Span, argument);
        }
    }

    private ParameterPart ParseParameter(Token token)
    {
        if (!token.HasColon || Peek().Kind == TokenKind.Comma)
        {
            return new ParameterPart(token.Span, token.Text, null);
        }

        Expression value = ParseArgument() ?? throw Missing($"Parameter '{source.Slice(token.Span)}' requires an argument.");
        return new ParameterPart(token.Span.To(value.Span), token.Text, value);
    }

    /// <summary>One argument, an array when commas follow; null when none stands here.</summary>
    private Expression? ParseArgument()
    {
        List<Expression> elements = [];
        while (true)
        {
            Expression? element = ParseSingleArgument();
            if (element is null)
            {
                return elements.Count == 0 ? null : throw Missing("Missing expression after ','.");
            }

            elements.Add(element);
            if (Peek().Kind != TokenKind.Comma)
            {
                return elements.Count == 1 ? element : new ArrayLiteralExpression(elements[0].Span.To(element.Span), elements);
            }

            Skip();
            SkipNewLines();
        }
    }

    private Expression? ParseSingleArgument()
    {
        Token token = Peek();
        switch (token.Kind)
        {
            case TokenKind.Pipe or TokenKind.RightBrace or TokenKind.RightParen or TokenKind.End or TokenKind.NewLine
                or TokenKind.Semicolon or TokenKind.Redirection or TokenKind.AndAnd or TokenKind.OrOr or TokenKind.Ampersand
                or TokenKind.DashDash or TokenKind.Comma:
                return null;
            case TokenKind.Splat or TokenKind.Variable or TokenKind.Number or TokenKind.String or TokenKind.LeftParen
                or TokenKind.DollarParen or TokenKind.AtParen or TokenKind.AtBrace or TokenKind.LeftBrace:
                return ParsePrimary();
            case TokenKind.Word when token.Parts is not null:
                Skip();
                return Expandable(token);
            default:
                Skip();
                string text = token.Kind == TokenKind.Word ? token.Text : source.Slice(token.Span);
                if (text == "--%")
                {
                    throw Refused(token.Span, "'--%'");
                }

                return new StringExpression(token.Span, text, IsBare: true);
        }
    }
}
