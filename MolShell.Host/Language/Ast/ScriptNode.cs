using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

/// <summary>A whole script.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Parameters">Its param block; null when it has none.</param>
/// <param name="Body">Its statements.</param>
/// <param name="Requirements">Its #Requires lines.</param>
internal sealed record ScriptNode(
    ScriptSource Source, ParameterBlock? Parameters, Block Body, IReadOnlyList<SourceSpan> Requirements);

/// <summary>The param block of a script.</summary>
/// <param name="IsCmdlet">[CmdletBinding()] stands before it.</param>
/// <param name="Parameters">The parameters.</param>
internal sealed record ParameterBlock(bool IsCmdlet, IReadOnlyList<ScriptParameter> Parameters);

/// <summary>A parameter of a script.</summary>
internal sealed record ScriptParameter(
    SourceSpan Span, string Name, TypeName? Type, IReadOnlyList<AttributeNode> Attributes, Expression? Default) : Node(Span);

/// <summary>[Name(positional, Name = value)].</summary>
internal sealed record AttributeNode(
    SourceSpan Span, string Name, IReadOnlyList<Expression> Positional, IReadOnlyList<KeyValuePair<string, Expression?>> Named)
    : Node(Span);
