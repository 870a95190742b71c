using System.Collections.Immutable;

namespace MolShell.Compute.Numerics.Expressions;

/// <summary>
/// A formula of named variables with exact derivatives. Operators + - * / ^ and parentheses; ^ binds strongest and to the right, so
/// -x^2 is -(x^2); functions sqrt exp log abs sin cos tan asin acos atan, and min max pow atan2 of two arguments; constants pi
/// and e, unless a variable has that name. Names are case-sensitive, angles are radians. Immutable and safe on any thread.
/// </summary>
public sealed class Formula
{
    private readonly Node root;

    private Formula(string text, ImmutableArray<string> names, Node root)
    {
        Text = text;
        Names = names;
        this.root = root;
    }

    public string Text { get; }

    /// <summary>The variables, in the order of the values.</summary>
    public ImmutableArray<string> Names { get; }

    /// <exception cref="FormatException">Names the column and what was expected there.</exception>
    public static Formula Parse(string text, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<string> variables = [.. names];
        return new Formula(text, variables, new FormulaParser(text, variables).Parse());
    }

    /// <summary>The value for values of the variables, shape [names].</summary>
    public double Evaluate(ReadOnlySpan<double> values) => root.Value(values);

    /// <summary>The value, and its derivative by each variable.</summary>
    public double Evaluate(ReadOnlySpan<double> values, Span<double> derivatives)
    {
        for (int k = 0; k < derivatives.Length; k++)
        {
            derivatives[k] = root.Differentiate(values, k).Derivative;
        }

        return root.Value(values);
    }

    public override string ToString() => Text;
}
