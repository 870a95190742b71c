namespace MolShell.Host.Language.Syntax;

/// <summary>A stretch of a script: offsets of its first character and of the one after its last.</summary>
internal readonly record struct SourceSpan(int Start, int End)
{
    public SourceSpan To(SourceSpan last) => new(Start, last.End);
}
