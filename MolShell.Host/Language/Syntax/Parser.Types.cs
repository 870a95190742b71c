using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Syntax;

/// <content>Types, attributes and the param block.</content>
internal sealed partial class Parser
{
    /// <summary>[type], [type]::member or [type]operand.</summary>
    private Expression? ParseBracketed(bool ternary)
    {
        SourceSpan open = Take().Span;
        Node bracketed = ParseTypeOrAttribute(open);
        if (bracketed is not TypeName type)
        {
            throw Refused(bracketed.Span, "An attribute on an expression");
        }

        SourceSpan span = new(open.Start, scanner.Position);
        Token? member = scanner.NextMemberOperator(allowIndex: false);
        if (member is not null)
        {
            return ParseMembers(new TypeExpression(span, type), member);
        }

        if (Peek().Kind is TokenKind.NewLine or TokenKind.Comma)
        {
            return new TypeExpression(span, type);
        }

        Expression? operand = ParseUnary(ternary: true);
        return operand is null ? new TypeExpression(span, type) : new ConvertExpression(span.To(operand.Span), type, operand);
    }

    /// <summary>Takes a '[' when one comes next, whatever is being read; gives its place.</summary>
    private SourceSpan? TryTakeLeftBracket() => InMode<SourceSpan?>(command: false, () =>
    {
        if (Peek().Kind != TokenKind.LeftBracket)
        {
            return null;
        }

        return Take().Span;
    });

    /// <summary>What stands between brackets, and the closing one: a type, or an attribute with its arguments.</summary>
    private Node ParseTypeOrAttribute(SourceSpan open)
    {
        SkipNewLines();
        Token name = scanner.NextTypeName() ?? throw Missing("Missing type name after '['.");
        return InMode<Node>(command: false, () =>
        {
            if (Peek().Kind == TokenKind.LeftParen)
            {
                Skip();
                return ParseAttribute(open, name.Text);
            }

            int rank = 0;
            while (Peek().Kind == TokenKind.LeftBracket)
            {
                Skip();
                if (Peek().Kind != TokenKind.RightBracket)
                {
                    throw Refused(name.Span, $"The type [{name.Text}[...]]");
                }

                Skip();
                rank++;
            }

            SourceSpan span = new(name.Span.Start, Peek().Span.Start);
            Expect(TokenKind.RightBracket, "Missing ] at end of attribute or type literal.");
            return new TypeName(span, name.Text, rank);
        });
    }

    private AttributeNode ParseAttribute(SourceSpan open, string name)
    {
        List<Expression> positional = [];
        List<KeyValuePair<string, Expression?>> named = [];
        WithComma(separates: true, () =>
        {
            SkipNewLines();
            while (Peek().Kind != TokenKind.RightParen)
            {
                ParseAttributeArgument(positional, named);
                SkipNewLines();
                if (Peek().Kind != TokenKind.Comma)
                {
                    break;
                }

                Skip();
                SkipNewLines();
            }

            return Expect(TokenKind.RightParen, "Missing closing ')' in expression.");
        });
        SkipNewLines();
        Token close = Expect(TokenKind.RightBracket, "Missing ] at end of attribute or type literal.");
        return new AttributeNode(open.To(close.Span), name, positional, named);
    }

    private void ParseAttributeArgument(List<Expression> positional, List<KeyValuePair<string, Expression?>> named)
    {
        if (TakeSimpleName() is not { } name)
        {
            positional.Add(ParseExpression() ?? throw Missing("Missing expression in attribute."));
            return;
        }

        Expression? value = null;
        if (Peek().Kind == TokenKind.Assignment)
        {
            Skip();
            SkipNewLines();
            value = ParseExpression() ?? throw Missing($"Missing expression after '=' of '{name.Value}'.");
        }

        named.Add(new KeyValuePair<string, Expression?>(name.Value, value));
    }

    /// <summary>The param block with the attributes before it; null when the script has none.</summary>
    private ParameterBlock? ParseParameterBlock()
    {
        SkipNewLines();
        int beginning = scanner.Position;
        List<Node> attributes = ParseBrackets();
        Token word = Peek();
        if (word.Kind != TokenKind.Keyword || !word.Text.Equals("param", StringComparison.OrdinalIgnoreCase))
        {
            Rewind(beginning);
            return null;
        }

        foreach (Node attribute in attributes)
        {
            if (attribute is not AttributeNode { Positional.Count: 0, Named.Count: 0 } plain
                || !plain.Name.Equals("CmdletBinding", StringComparison.OrdinalIgnoreCase))
            {
                throw Refused(attribute.Span, $"'{source.Slice(attribute.Span)}' before param");
            }
        }

        Skip();
        SkipNewLines();
        Expect(TokenKind.LeftParen, "Missing opening '(' after 'param'.");
        return new ParameterBlock(attributes.Count > 0, WithComma(separates: true, () => InMode(command: false, ParseParameters)));
    }

    /// <summary>Everything in brackets that stands here, when the script begins with it.</summary>
    private List<Node> ParseBrackets()
    {
        List<Node> found = [];
        while (TryTakeLeftBracket() is { } open)
        {
            found.Add(ParseTypeOrAttribute(open));
            SkipNewLines();
        }

        return found;
    }

    private List<ScriptParameter> ParseParameters()
    {
        List<ScriptParameter> parameters = [];
        SkipNewLines();
        while (Peek().Kind != TokenKind.RightParen)
        {
            parameters.Add(ParseScriptParameter());
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

        Expect(TokenKind.RightParen, "Missing ')' in parameter list.");
        return parameters;
    }

    private ScriptParameter ParseScriptParameter()
    {
        int from = Peek().Span.Start;
        List<AttributeNode> attributes = [];
        TypeName? type = null;
        foreach (Node bracketed in ParseBrackets())
        {
            if (bracketed is AttributeNode attribute)
            {
                attributes.Add(attribute);
            }
            else if (type is null)
            {
                type = (TypeName)bracketed;
            }
            else
            {
                throw Refused(bracketed.Span, "A parameter with two types");
            }
        }

        Token variable = Expect(TokenKind.Variable, "Missing variable in parameter list.");
        SkipNewLines();
        Expression? initial = null;
        if (Peek().Kind == TokenKind.Assignment)
        {
            Skip();
            SkipNewLines();
            initial = ParseExpression() ?? throw Missing("Missing expression after '='.");
        }

        SourceSpan last = initial?.Span ?? variable.Span;
        return new ScriptParameter(new SourceSpan(from, last.End), variable.Text, type, attributes, initial);
    }
}
