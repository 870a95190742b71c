using System.Collections.Frozen;

namespace MolShell.Compute.Numerics.Expressions;

internal sealed record UnaryFunction(string Name, Func<double, double> Value, Func<double, double> Derivative);

internal sealed record BinaryFunction(
    string Name, Func<double, double, double> Value, Func<double, double, double> DerivativeByX, Func<double, double, double> DerivativeByY);

/// <summary>Operators and functions of formulas with their derivatives.</summary>
internal static class Functions
{
    public static readonly UnaryFunction Negate = new("-", x => -x, _ => -1);
    public static readonly BinaryFunction Add = new("+", (x, y) => x + y, (_, _) => 1, (_, _) => 1);
    public static readonly BinaryFunction Subtract = new("-", (x, y) => x - y, (_, _) => 1, (_, _) => -1);
    public static readonly BinaryFunction Multiply = new("*", (x, y) => x * y, (_, y) => y, (x, _) => x);
    public static readonly BinaryFunction Divide = new("/", (x, y) => x / y, (_, y) => 1 / y, (x, y) => -x / (y * y));

    public static readonly BinaryFunction Power = new(
        "pow", Math.Pow, (x, y) => y * Math.Pow(x, y - 1), (x, y) => x == 0 ? 0 : Math.Pow(x, y) * Math.Log(x));

    public static readonly FrozenDictionary<string, UnaryFunction> Unary = new UnaryFunction[]
    {
        new("sqrt", Math.Sqrt, x => 0.5 / Math.Sqrt(x)),
        new("exp", Math.Exp, Math.Exp),
        new("log", Math.Log, x => 1 / x),
        new("abs", Math.Abs, x => Math.Sign(x)),
        new("sin", Math.Sin, Math.Cos),
        new("cos", Math.Cos, x => -Math.Sin(x)),
        new("tan", Math.Tan, x => 1 / (Math.Cos(x) * Math.Cos(x))),
        new("asin", Math.Asin, x => 1 / Math.Sqrt(1 - (x * x))),
        new("acos", Math.Acos, x => -1 / Math.Sqrt(1 - (x * x))),
        new("atan", Math.Atan, x => 1 / (1 + (x * x))),
    }.ToFrozenDictionary(function => function.Name);

    public static readonly FrozenDictionary<string, BinaryFunction> Binary = new BinaryFunction[]
    {
        Power,
        new("min", Math.Min, (x, y) => x <= y ? 1 : 0, (x, y) => x <= y ? 0 : 1),
        new("max", Math.Max, (x, y) => x >= y ? 1 : 0, (x, y) => x >= y ? 0 : 1),
        new("atan2", Math.Atan2, (y, x) => x / ((x * x) + (y * y)), (y, x) => -y / ((x * x) + (y * y))),
    }.ToFrozenDictionary(function => function.Name);

    public static readonly FrozenDictionary<string, double> Constants =
        new Dictionary<string, double> { ["pi"] = Math.PI, ["e"] = Math.E }.ToFrozenDictionary();
}
