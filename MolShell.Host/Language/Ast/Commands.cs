using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

/// <summary>A command with its parameters and arguments as written.</summary>
internal sealed record CommandNode(SourceSpan Span, string Name, SourceSpan NameSpan, IReadOnlyList<CommandPart> Parts) : Node(Span);

/// <summary>A parameter or an argument.</summary>
internal abstract record CommandPart(SourceSpan Span) : Node(Span);

/// <summary>-Name, or -Name:value.</summary>
internal sealed record ParameterPart(SourceSpan Span, string Name, Expression? Value) : CommandPart(Span);

internal sealed record ArgumentPart(SourceSpan Span, Expression Value) : CommandPart(Span);

/// <summary>--: what follows are arguments only.</summary>
internal sealed record EndOfParametersPart(SourceSpan Span) : CommandPart(Span);
