using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

internal abstract record Statement(SourceSpan Span) : Node(Span);

/// <summary>Statements between braces or parentheses, or a whole script.</summary>
internal sealed record Block(SourceSpan Span, IReadOnlyList<Statement> Statements) : Node(Span);

/// <summary>Commands joined by bars; the first element may be an expression.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Input">The expression at its head, or null.</param>
/// <param name="Commands">The commands; none when the pipeline is an expression alone.</param>
internal sealed record PipelineStatement(SourceSpan Span, Expression? Input, IReadOnlyList<CommandNode> Commands) : Statement(Span);

/// <summary>target = value, or target += value with an operator.</summary>
internal sealed record AssignmentStatement(SourceSpan Span, Expression Target, OperatorInfo? Operator, Statement Value) : Statement(Span);

internal sealed record IfStatement(SourceSpan Span, IReadOnlyList<IfClause> Clauses, Block? Else) : Statement(Span);

internal sealed record IfClause(Statement Condition, Block Body);

internal sealed record ForEachStatement(SourceSpan Span, VariableExpression Variable, Statement Collection, Block Body) : Statement(Span);

internal sealed record ForStatement(SourceSpan Span, Statement? Initial, Statement? Condition, Statement? Step, Block Body)
    : Statement(Span);

internal sealed record WhileStatement(SourceSpan Span, Statement Condition, Block Body) : Statement(Span);

/// <summary>do {...} while (condition), or until.</summary>
internal sealed record DoStatement(SourceSpan Span, Block Body, Statement Condition, bool IsUntil) : Statement(Span);

internal sealed record BreakStatement(SourceSpan Span) : Statement(Span);

internal sealed record ContinueStatement(SourceSpan Span) : Statement(Span);

internal sealed record ReturnStatement(SourceSpan Span, Statement? Value) : Statement(Span);

internal sealed record ExitStatement(SourceSpan Span, Statement? Code) : Statement(Span);

internal sealed record ThrowStatement(SourceSpan Span, Statement? Value) : Statement(Span);

internal sealed record TryStatement(SourceSpan Span, Block Body, IReadOnlyList<CatchClause> Catches, Block? Finally) : Statement(Span);

/// <param name="Types">The exceptions it takes; none means all.</param>
/// <param name="Body">What it does.</param>
internal sealed record CatchClause(IReadOnlyList<TypeName> Types, Block Body);
