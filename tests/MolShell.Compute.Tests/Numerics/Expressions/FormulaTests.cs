using System.Globalization;
using MolShell.Compute.Numerics.Expressions;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Expressions;

public sealed class FormulaTests
{
    private const double X = 0.7;
    private const double Y = -1.3;

    [Theory]
    [InlineData("1", 1)]
    [InlineData("  2.5e-1 ", 0.25)]
    [InlineData(".5", 0.5)]
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("2 - 3 - 4", -5)]
    [InlineData("12 / 3 / 2", 2)]
    [InlineData("(2 + 3) * 4", 20)]
    [InlineData("2 ^ 3 ^ 2", 512)]
    [InlineData("-2 ^ 2", -4)]
    [InlineData("(-2) ^ 2", 4)]
    [InlineData("2 ^ -1", 0.5)]
    [InlineData("2 * -3", -6)]
    [InlineData("--3", 3)]
    [InlineData("+3", 3)]
    [InlineData("2^0.5", 1.4142135623730951)]
    [InlineData("2^20", 1048576)]
    [InlineData("2^-20", 9.5367431640625e-7)]
    [InlineData("sqrt(16)", 4)]
    [InlineData("pow(2, 3)", 8)]
    [InlineData("min(2, -3) + max(2, -3)", -1)]
    [InlineData("atan2(1, -1)", 2.356194490192345)]
    [InlineData("cos(pi)", -1)]
    [InlineData("log(e)", 1)]
    [InlineData("abs(-3)", 3)]
    [InlineData("exp(0) + sin(0) + tan(0) + asin(1) + acos(1) + atan(0)", 2.5707963267948966)]
    [InlineData("x", X)]
    [InlineData("x*y", X * Y)]
    [InlineData("x_2 + 2e0", 13)]
    public void Evaluates_as_written(string text, double expected)
    {
        Assert.Equal(expected, Formula.Parse(text, ["x", "y", "x_2"]).Evaluate([X, Y, 11]), 1e-14 * (1 + Math.Abs(expected)));
    }

    [Theory]
    [InlineData("x + 2*y")]
    [InlineData("x*y - y/x")]
    [InlineData("x^2 + x^-3 + x^2.5 + x^y + 2^y")]
    [InlineData("(x - y)^4")]
    [InlineData("sqrt(x) * exp(y) * log(x)")]
    [InlineData("abs(y) * sin(x) - cos(y)")]
    [InlineData("tan(x) + asin(x) + acos(x) + atan(y)")]
    [InlineData("atan2(y, x)")]
    [InlineData("min(x, y) * max(x, 2*y)")]
    [InlineData("pow(x, y) / (1 + x^2)")]
    [InlineData("-x^2 + -(y)")]
    [InlineData("sqrt(0) + x^0")]
    public void Derivatives_agree_with_differences(string text)
    {
        Formula formula = Formula.Parse(text, ["x", "y"]);
        Span<double> derivatives = stackalloc double[2];
        double value = formula.Evaluate([X, Y], derivatives);
        Assert.Equal(formula.Evaluate([X, Y]), value);
        const double h = 1e-5;
        Assert.Equal((formula.Evaluate([X + h, Y]) - formula.Evaluate([X - h, Y])) / (2 * h), derivatives[0], 1e-8);
        Assert.Equal((formula.Evaluate([X, Y + h]) - formula.Evaluate([X, Y - h])) / (2 * h), derivatives[1], 1e-8);
    }

    [Theory]
    [InlineData("", "column 1: found the end, expected a number")]
    [InlineData("x +", "column 4: found the end")]
    [InlineData("(x", "column 3: found the end, expected ')'")]
    [InlineData("x)", "column 2: found ')', expected an operator or the end")]
    [InlineData("x y", "column 3: found 'y', expected an operator")]
    [InlineData("2 * z", "column 5", "instead of 'z'", "variables: x, y", "constants: e, pi")]
    [InlineData("foo(x)", "column 1", "instead of 'foo'", "sqrt")]
    [InlineData("min(x)", "column 6: found ')', expected ','")]
    [InlineData("sqrt(x, y)", "column 7: found ',', expected ')'")]
    [InlineData("x # y", "column 3: found '#'")]
    [InlineData("1e999", "column 1", "finite number")]
    [InlineData(".", "column 1", "finite number")]
    [InlineData("Sin(x)", "instead of 'Sin'")]
    public void Errors_say_where_and_what(string text, params string[] parts)
    {
        FormatException error = Assert.Throws<FormatException>(() => Formula.Parse(text, ["x", "y"]));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("2^")]
    public void Deep_nesting_is_an_error_and_not_a_crash(string opening)
    {
        string text = string.Concat(Enumerable.Repeat(opening, 1_000)) + "x";
        Assert.Throws<FormatException>(() => Formula.Parse(text, ["x"]));
    }

    [Fact]
    public void Long_sums_evaluate_up_to_a_limit()
    {
        Assert.Equal(2000, Formula.Parse("1" + string.Concat(Enumerable.Repeat("+1", 1999)), []).Evaluate([]));
        Assert.Throws<FormatException>(() => Formula.Parse("1" + string.Concat(Enumerable.Repeat("+1", 100_000)), []));
    }

    [Fact]
    public void Variables_hide_constants()
    {
        Assert.Equal(5, Formula.Parse("e", ["e"]).Evaluate([5]));
    }

    [Fact]
    public void Reads_numbers_alike_in_every_culture()
    {
        CultureInfo previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(1.5, Formula.Parse("1.5", []).Evaluate([]));
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }
}
