using MolShell.Host.Language.Syntax;

namespace MolShell.Host.Language.Ast;

/// <summary>A type as written between brackets.</summary>
/// <param name="Span">Where it stands, without the brackets.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rank">How many times an array of it is meant: 1 for <c>int[]</c>.</param>
internal sealed record TypeName(SourceSpan Span, string Name, int Rank) : Node(Span)
{
    public override string ToString() => Name + string.Concat(Enumerable.Repeat("[]", Rank));
}
