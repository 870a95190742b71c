namespace MolShell.Host.Language.Syntax;

internal enum TokenKind
{
    End,
    NewLine,
    Semicolon,
    Comma,
    Pipe,
    AndAnd,
    OrOr,
    Ampersand,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    AtParen,
    AtBrace,
    DollarParen,
    Dot,
    ColonColon,
    Colon,
    Question,

    /// <summary>?. or ?[ behind an expression.</summary>
    NullConditional,
    Variable,

    /// <summary>@name, a splatted variable.</summary>
    Splat,
    Number,
    String,

    /// <summary>A word of a command that is none of the others: a command name or a bare argument.</summary>
    Word,
    Identifier,
    Keyword,

    /// <summary>-Name or -Name: in a command.</summary>
    Parameter,
    Operator,
    DashDash,
    PlusPlus,
    Assignment,
    Redirection,
    Label,
}
