using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

/// <summary>A piece of the syntax tree of a script.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record Node(SourceSpan Span);
