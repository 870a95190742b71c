using System.Globalization;
using MolShell.Host.Language.Ast;
using MolShell.Host.Language.Syntax;

namespace MolShell.Tests.Host.Language;

/// <summary>Writes a syntax tree in the short form of tests/Data/host/parser.json.</summary>
internal static class TreeText
{
    public static string Of(Block block) => "{" + Many(block.Statements) + "}";

    private static string Many(IEnumerable<Node> nodes) => string.Join(' ', nodes.Select(Of));

    private static string Of(Node? node) => node switch
    {
        null => "_",
        PipelineStatement { Input: { } input, Commands.Count: 0 } => Of(input),
        PipelineStatement p => "(pipe " + Many(p.Input is null ? p.Commands : [p.Input, .. p.Commands]) + ")",
        CommandNode c => $"(cmd {Quote(c.Name)}{Each(c.Parts)})",
        ParameterPart { Value: null } p => "-" + p.Name,
        ParameterPart p => $"-{p.Name}:{Of(p.Value)}",
        ArgumentPart a => Of(a.Value),
        EndOfParametersPart => "--",
        NumberExpression n => Number(n.Value),
        StringExpression s => Quote(s.Value),
        ExpandableExpression e => $"(expand{Each(e.Parts)})",
        VariableExpression v => "$" + Name(v.Path),
        SplatExpression s => "@" + Name(s.Path),
        BinaryExpression b => $"({Operator(b.Operator)} {Of(b.Left)} {Of(b.Right)})",
        ConditionalExpression c => $"(?: {Of(c.Condition)} {Of(c.WhenTrue)} {Of(c.WhenFalse)})",
        UnaryExpression u => $"({Operator(u.Operator)} {Of(u.Operand)})",
        IncrementExpression i => $"({(i.IsPrefix ? "pre" : "post")}{(i.Change > 0 ? "++" : "--")} {Of(i.Target)})",
        ConvertExpression c => $"(cast {c.Type} {Of(c.Operand)})",
        TypeExpression t => $"(type {t.Type})",
        ArrayLiteralExpression a => $"(, {Many(a.Elements)})",
        ArrayExpression a => "@" + Of(a.Body),
        SubExpression s => "$" + Of(s.Body),
        ParenExpression p => $"(paren {Of(p.Body)})",
        HashtableExpression h => $"(hash{string.Concat(h.Entries.Select(e => $" {Of(e.Key)}={Of(e.Value)}"))})",
        ScriptBlockExpression s => $"(block {Of(s.Body)})",
        MemberExpression m => $"({(m.IsStatic ? "::" : ".")} {Of(m.Target)} {Of(m.Name)})",
        InvokeExpression i => $"({(i.IsStatic ? "::" : ".")}call {Of(i.Target)} {Of(i.Name)}{Each(i.Arguments)})",
        IndexExpression i => $"(index {Of(i.Target)} {Of(i.Index)})",
        AssignmentStatement a => $"({(a.Operator is null ? "" : a.Operator.Text)}= {Of(a.Target)} {Of(a.Value)})",
        IfStatement i =>
            $"(if{string.Concat(i.Clauses.Select(c => $" {Of(c.Condition)} {Of(c.Body)}"))}{(i.Else is null ? "" : " else " + Of(i.Else))})",
        ForEachStatement f => $"(foreach {Of(f.Variable)} {Of(f.Collection)} {Of(f.Body)})",
        ForStatement f => $"(for {Of((Node?)f.Initial)} {Of((Node?)f.Condition)} {Of((Node?)f.Step)} {Of(f.Body)})",
        WhileStatement w => $"(while {Of(w.Condition)} {Of(w.Body)})",
        DoStatement d => $"({(d.IsUntil ? "dountil" : "dowhile")} {Of(d.Condition)} {Of(d.Body)})",
        BreakStatement => "(break)",
        ContinueStatement => "(continue)",
        ReturnStatement r => $"(return{Optional(r.Value)})",
        ExitStatement e => $"(exit{Optional(e.Code)})",
        ThrowStatement t => $"(throw{Optional(t.Value)})",
        TryStatement t =>
            $"(try {Of(t.Body)}{string.Concat(t.Catches.Select(Catch))}{(t.Finally is null ? "" : " finally " + Of(t.Finally))})",
        Block b => Of(b),
        _ => throw new ArgumentException($"No short form for {node.GetType().Name}.", nameof(node)),
    };

    private static string Each(IEnumerable<Node> nodes) => string.Concat(nodes.Select(n => " " + Of(n)));

    private static string Optional(Node? node) => node is null ? "" : " " + Of(node);

    private static string Catch(CatchClause clause) => $" catch{string.Concat(clause.Types.Select(t => " " + t))} {Of(clause.Body)}";

    private static string Name(VariablePath path) => path.Scope switch
    {
        VariableScope.Nearest or VariableScope.Other => path.Name,
        VariableScope.Environment => "env:" + path.Name,
        _ => path.Scope.ToString().ToLowerInvariant() + ":" + path.Name,
    };

    private static string Operator(OperatorInfo info) =>
        info.Text.Length > 1 && info.Text[0] == '-'
            ? System.Text.RegularExpressions.Regex.Replace(info.Text[1..].ToLowerInvariant(),
                "^i(?=(eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|replace|contains|notcontains|in|notin|split)$)", "")
            : info.Text;

    private static string Number(object value) => value switch
    {
        double d => "Double:" + d.ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetType().Name + ":" + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string Quote(string text) =>
        "'" + text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t",
            StringComparison.Ordinal) + "'";
}
