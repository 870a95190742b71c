using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Syntax;

/// <summary>
/// Parses a script by PowerShell's grammar. What PowerShell itself would reject, and what it accepts but molshell does not run, ends
/// with a <see cref="ScriptRefusedException"/> that names the place.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 200;

    private readonly ScriptSource source;
    private readonly Scanner scanner;
    private Token? peeked;
    private bool commaSeparates;
    private int depth;

    private Parser(ScriptSource source, SourceSpan range)
    {
        this.source = source;
        scanner = new Scanner(source, range);
    }

    /// <summary>Parses a whole script.</summary>
    /// <exception cref="ScriptRefusedException">It is not valid, or not in the subset.</exception>
    public static ScriptNode Parse(ScriptSource source)
    {
        int nul = source.Text.IndexOf('\0', StringComparison.Ordinal);
        if (nul >= 0)
        {
            throw new ScriptRefusedException(
                new ScriptFault(source, new SourceSpan(nul, nul + 1), "The script holds a NUL character: it is not text."));
        }

        return new Parser(source, new SourceSpan(0, source.Text.Length)).ParseScript();
    }

    private ScriptNode ParseScript()
    {
        ParameterBlock? parameters = ParseParameterBlock();
        Block body = ParseStatements(new SourceSpan(0, source.Text.Length));
        Token rest = Peek();
        return rest.Kind == TokenKind.End
            ? new ScriptNode(source, parameters, body, [.. scanner.Requirements])
            : throw Fault(rest.Span, $"Unexpected token '{rest.Text}' in expression or statement.");
    }

    private Token Peek() => peeked ??= scanner.Next();

    private Token Take()
    {
        Token token = Peek();
        peeked = null;
        return token;
    }

    private void Skip() => peeked = null;

    /// <summary>Goes back so that the token is read again, perhaps by other rules.</summary>
    private void Rewind(int position)
    {
        peeked = null;
        scanner.Position = position;
    }

    private void SkipNewLines() => SkipLineEnds(semicolons: false);

    private void SkipTerminators() => SkipLineEnds(semicolons: true);

    /// <summary>Goes on to where the next token begins, without reading it: how it is read depends on who asks.</summary>
    private void SkipLineEnds(bool semicolons)
    {
        if (peeked is null || peeked.Kind == TokenKind.NewLine || (semicolons && peeked.Kind == TokenKind.Semicolon))
        {
            peeked = null;
            scanner.SkipLineEnds(semicolons);
        }
    }

    /// <summary>Reads with the rules of commands or of expressions; what was looked at by other rules is read again.</summary>
    private T InMode<T>(bool command, Func<T> parse)
    {
        bool before = scanner.CommandMode;
        SetMode(command);
        try
        {
            return parse();
        }
        finally
        {
            SetMode(before);
        }
    }

    private void SetMode(bool command)
    {
        if (command == scanner.CommandMode)
        {
            return;
        }

        scanner.CommandMode = command;
        if (peeked is not null)
        {
            Rewind(peeked.Span.Start);
        }
    }

    /// <summary>Reads with a comma as a separator of arguments (true) or as the array operator (false).</summary>
    private T WithComma<T>(bool separates, Func<T> parse)
    {
        bool before = commaSeparates;
        commaSeparates = separates;
        try
        {
            return parse();
        }
        finally
        {
            commaSeparates = before;
        }
    }

    private T Nested<T>(SourceSpan at, Func<T> parse)
    {
        if (++depth > MaxDepth)
        {
            throw Fault(at, $"Nesting deeper than {MaxDepth} levels {ScriptFault.NeedsPowerShell}.");
        }

        try
        {
            return parse();
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>Takes a token of this kind, or fails with the message; at the end of the text the script is only incomplete.</summary>
    private Token Expect(TokenKind kind, string message)
    {
        Token token = Peek();
        if (token.Kind != kind)
        {
            throw Missing(message);
        }

        Skip();
        return token;
    }

    /// <summary>Something is missing where the next token stands.</summary>
    private ScriptRefusedException Missing(string message)
    {
        Token token = Peek();
        return Fault(token.Span, message, token.Kind == TokenKind.End);
    }

    private ScriptRefusedException Fault(SourceSpan span, string message, bool incomplete = false) =>
        new(new ScriptFault(source, span, message, incomplete));

    private ScriptRefusedException Refused(SourceSpan span, string what) => Fault(span, $"{what} {ScriptFault.NeedsPowerShell}.");
}
