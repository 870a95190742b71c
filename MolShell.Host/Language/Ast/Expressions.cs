using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

/// <summary>A piece of a script with a value.</summary>
internal abstract record Expression(SourceSpan Span) : Node(Span);

/// <param name="Span">Where it stands.</param>
/// <param name="Value">The number.</param>
/// <param name="Text">As written: what a text parameter gets from a number given as an argument.</param>
internal sealed record NumberExpression(SourceSpan Span, object Value, string Text) : Expression(Span);

/// <param name="Span">Where it stands.</param>
/// <param name="Value">The text.</param>
/// <param name="IsBare">Written without quotes.</param>
internal sealed record StringExpression(SourceSpan Span, string Value, bool IsBare) : Expression(Span);

/// <summary>A string with variables or $(...) in it; <paramref name="Parts"/> are literal strings, variables and subexpressions.</summary>
internal sealed record ExpandableExpression(SourceSpan Span, IReadOnlyList<Expression> Parts) : Expression(Span);

internal sealed record VariableExpression(SourceSpan Span, VariablePath Path) : Expression(Span);

/// <summary>@name as an argument of a command.</summary>
internal sealed record SplatExpression(SourceSpan Span, VariablePath Path) : Expression(Span);

/// <summary>[int] as a value.</summary>
internal sealed record TypeExpression(SourceSpan Span, TypeName Type) : Expression(Span);

/// <summary>[int]$x.</summary>
internal sealed record ConvertExpression(SourceSpan Span, TypeName Type, Expression Operand) : Expression(Span);

internal sealed record UnaryExpression(SourceSpan Span, OperatorInfo Operator, Expression Operand) : Expression(Span);

/// <summary>++ or -- before or behind a variable, member or element.</summary>
internal sealed record IncrementExpression(SourceSpan Span, Expression Target, int Change, bool IsPrefix) : Expression(Span);

internal sealed record BinaryExpression(SourceSpan Span, OperatorInfo Operator, Expression Left, Expression Right) : Expression(Span);

/// <summary>condition ? a : b.</summary>
internal sealed record ConditionalExpression(SourceSpan Span, Expression Condition, Expression WhenTrue, Expression WhenFalse)
    : Expression(Span);

/// <summary>a, b, c.</summary>
internal sealed record ArrayLiteralExpression(SourceSpan Span, IReadOnlyList<Expression> Elements) : Expression(Span);

/// <summary>@(...).</summary>
internal sealed record ArrayExpression(SourceSpan Span, Block Body) : Expression(Span);

/// <summary>$(...).</summary>
internal sealed record SubExpression(SourceSpan Span, Block Body) : Expression(Span);

/// <summary>(...).</summary>
internal sealed record ParenExpression(SourceSpan Span, Statement Body) : Expression(Span);

/// <summary>@{...}.</summary>
internal sealed record HashtableExpression(SourceSpan Span, IReadOnlyList<HashtableEntry> Entries) : Expression(Span);

internal sealed record HashtableEntry(Expression Key, Statement Value);

/// <summary>{...} as a value.</summary>
internal sealed record ScriptBlockExpression(SourceSpan Span, Block Body) : Expression(Span);

/// <summary>target.name or [type]::name.</summary>
internal sealed record MemberExpression(SourceSpan Span, Expression Target, Expression Name, bool IsStatic) : Expression(Span);

/// <summary>target.name(arguments) or [type]::name(arguments).</summary>
internal sealed record InvokeExpression(
    SourceSpan Span, Expression Target, Expression Name, IReadOnlyList<Expression> Arguments, bool IsStatic)
    : Expression(Span);

/// <summary>target[index].</summary>
internal sealed record IndexExpression(SourceSpan Span, Expression Target, Expression Index) : Expression(Span);
