using MolShell.Host.Language.Ast;

namespace MolShell.Host.Language.Checking;

/// <summary>The parts of a piece of a syntax tree.</summary>
internal static class NodeChildren
{
    public static IEnumerable<Node> Of(Node node) => All(node).OfType<Node>();

    private static IEnumerable<Node?> All(Node node)
    {
        return node switch
        {
            Block block => block.Statements,
            PipelineStatement pipeline => pipeline.Commands.Prepend<Node?>(pipeline.Input),
            AssignmentStatement assignment => new Node?[] { assignment.Target, assignment.Value },
            IfStatement conditional => conditional.Clauses.SelectMany(c => new Node?[] { c.Condition, c.Body }).Append(conditional.Else),
            ForEachStatement loop => new Node?[] { loop.Variable, loop.Collection, loop.Body },
            ForStatement loop => new Node?[] { loop.Initial, loop.Condition, loop.Step, loop.Body },
            WhileStatement loop => new Node?[] { loop.Condition, loop.Body },
            DoStatement loop => new Node?[] { loop.Body, loop.Condition },
            ReturnStatement returning => new Node?[] { returning.Value },
            ExitStatement exit => new Node?[] { exit.Code },
            ThrowStatement throwing => new Node?[] { throwing.Value },
            TryStatement tried => tried.Catches.Select(c => (Node?)c.Body).Prepend(tried.Body).Append(tried.Finally),
            ExpandableExpression expandable => expandable.Parts,
            ConvertExpression convert => new Node?[] { convert.Operand },
            UnaryExpression unary => new Node?[] { unary.Operand },
            IncrementExpression increment => new Node?[] { increment.Target },
            BinaryExpression binary => new Node?[] { binary.Left, binary.Right },
            ConditionalExpression conditional => new Node?[] { conditional.Condition, conditional.WhenTrue, conditional.WhenFalse },
            ArrayLiteralExpression array => array.Elements,
            ArrayExpression array => new Node?[] { array.Body },
            SubExpression sub => new Node?[] { sub.Body },
            ParenExpression paren => new Node?[] { paren.Body },
            HashtableExpression hashtable => hashtable.Entries.SelectMany(e => new Node[] { e.Key, e.Value }),
            ScriptBlockExpression block => new Node?[] { block.Body },
            MemberExpression member => new Node?[] { member.Target, member.Name },
            InvokeExpression invoke => invoke.Arguments.Prepend(invoke.Name).Prepend(invoke.Target),
            IndexExpression index => new Node?[] { index.Target, index.Index },
            CommandNode command => command.Parts,
            ParameterPart parameter => new Node?[] { parameter.Value },
            ArgumentPart argument => new Node?[] { argument.Value },
            _ => Array.Empty<Node>(),
        };
    }
}
