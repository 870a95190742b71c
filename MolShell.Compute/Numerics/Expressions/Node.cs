namespace MolShell.Compute.Numerics.Expressions;

/// <summary>A node of a parsed formula: its value, and its derivative by one variable in forward mode.</summary>
internal abstract class Node
{
    public abstract double Value(ReadOnlySpan<double> variables);

    /// <summary>Value and derivative by variable <paramref name="k"/>.</summary>
    public abstract (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k);
}

internal sealed class ConstantNode(double constant) : Node
{
    public double Constant { get; } = constant;

    public override double Value(ReadOnlySpan<double> variables) => Constant;

    public override (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k) => (Constant, 0);
}

internal sealed class VariableNode(int index) : Node
{
    public override double Value(ReadOnlySpan<double> variables) => variables[index];

    public override (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k) =>
        (variables[index], index == k ? 1 : 0);
}

internal sealed class UnaryNode(UnaryFunction function, Node argument) : Node
{
    public override double Value(ReadOnlySpan<double> variables) => function.Value(argument.Value(variables));

    public override (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k)
    {
        (double x, double dx) = argument.Differentiate(variables, k);

        // A constant stays one where the function has no slope, as sqrt at 0.
        return (function.Value(x), dx == 0 ? 0 : function.Derivative(x) * dx);
    }
}

internal sealed class BinaryNode(BinaryFunction function, Node left, Node right) : Node
{
    public override double Value(ReadOnlySpan<double> variables) => function.Value(left.Value(variables), right.Value(variables));

    public override (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k)
    {
        (double x, double dx) = left.Differentiate(variables, k);
        (double y, double dy) = right.Differentiate(variables, k);
        double derivative = dx == 0 ? 0 : function.DerivativeByX(x, y) * dx;
        return (function.Value(x, y), dy == 0 ? derivative : derivative + (function.DerivativeByY(x, y) * dy));
    }
}

/// <summary>x^n for a small integer n, by multiplication.</summary>
internal sealed class IntegerPowerNode(Node argument, int exponent) : Node
{
    /// <summary>Largest magnitude of the exponent that multiplication is used for.</summary>
    public const int Limit = 16;

    public override double Value(ReadOnlySpan<double> variables) => Power(argument.Value(variables), exponent);

    public override (double Value, double Derivative) Differentiate(ReadOnlySpan<double> variables, int k)
    {
        (double x, double dx) = argument.Differentiate(variables, k);
        return (Power(x, exponent), dx == 0 || exponent == 0 ? 0 : exponent * Power(x, exponent - 1) * dx);
    }

    private static double Power(double x, int n)
    {
        double result = 1;
        for (int remaining = Math.Abs(n); remaining > 0; remaining >>= 1)
        {
            if ((remaining & 1) != 0)
            {
                result *= x;
            }

            x *= x;
        }

        return n < 0 ? 1 / result : result;
    }
}
