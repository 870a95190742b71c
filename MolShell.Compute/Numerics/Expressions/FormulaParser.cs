using System.Globalization;

namespace MolShell.Compute.Numerics.Expressions;

/// <summary>
/// Recursive descent over: sum = product {("+" | "-") product}; product = sign {("*" | "/") sign}; sign = ["-" | "+"] sign | power;
/// power = atom ["^" sign]; atom = number | name | name "(" sum ["," sum] ")" | "(" sum ")".
/// </summary>
internal ref struct FormulaParser(string text, IReadOnlyList<string> names)
{
    // Deeper nesting, or a longer sum (which nests to the left), would overflow the stack, which no caller can catch.
    private const int MaximumDepth = 200;
    private const int MaximumLength = 4000;

    private int at;
    private int depth;

    public Node Parse()
    {
        if (text.Length > MaximumLength)
        {
            throw new FormatException($"A formula of {text.Length} characters is too long; at most {MaximumLength} are allowed.");
        }

        Skip();
        Node result = Sum();
        return at == text.Length ? result : throw Error("an operator or the end");
    }

    private Node Sum()
    {
        if (++depth > MaximumDepth)
        {
            throw Error($"at most {MaximumDepth} levels of nesting");
        }

        Node left = Product();
        while (true)
        {
            if (Take('+'))
            {
                left = new BinaryNode(Functions.Add, left, Product());
            }
            else if (Take('-'))
            {
                left = new BinaryNode(Functions.Subtract, left, Product());
            }
            else
            {
                depth--;
                return left;
            }
        }
    }

    private Node Product()
    {
        Node left = Sign();
        while (true)
        {
            if (Take('*'))
            {
                left = new BinaryNode(Functions.Multiply, left, Sign());
            }
            else if (Take('/'))
            {
                left = new BinaryNode(Functions.Divide, left, Sign());
            }
            else
            {
                return left;
            }
        }
    }

    // A sign binds less than a power: -x^2 is -(x^2), and 2^-x is allowed.
    private Node Sign()
    {
        if (++depth > MaximumDepth)
        {
            throw Error($"at most {MaximumDepth} levels of nesting");
        }

        Node result = Take('-') ? Negate(Sign()) : Take('+') ? Sign() : Power();
        depth--;
        return result;
    }

    private static Node Negate(Node node) =>
        node is ConstantNode constant ? new ConstantNode(-constant.Constant) : new UnaryNode(Functions.Negate, node);

    private Node Power()
    {
        Node result = Atom();
        if (!Take('^'))
        {
            return result;
        }

        Node exponent = Sign();
        return exponent is ConstantNode { Constant: var n } && n == Math.Truncate(n) && Math.Abs(n) <= IntegerPowerNode.Limit
            ? new IntegerPowerNode(result, (int)n)
            : new BinaryNode(Functions.Power, result, exponent);
    }

    private Node Atom()
    {
        if (Take('('))
        {
            Node inner = Sum();
            Expect(')');
            return inner;
        }

        if (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
        {
            return Number();
        }

        if (at < text.Length && IsNameStart(text[at]))
        {
            return Name();
        }

        throw Error("a number, a name or '('");
    }

    private ConstantNode Number()
    {
        int start = at;
        Digits();
        if (at < text.Length && text[at] == '.')
        {
            at++;
            Digits();
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            int mark = at++;
            if (at < text.Length && text[at] is '+' or '-')
            {
                at++;
            }

            if (at == text.Length || !char.IsAsciiDigit(text[at]))
            {
                at = mark;
            }

            Digits();
        }

        bool valid = double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value);
        if (!valid || !double.IsFinite(value))
        {
            at = start;
            throw Error("a finite number");
        }

        Skip();
        return new ConstantNode(value);
    }

    private void Digits()
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }
    }

    private Node Name()
    {
        int start = at;
        while (at < text.Length && (IsNameStart(text[at]) || char.IsAsciiDigit(text[at])))
        {
            at++;
        }

        string name = text[start..at];
        Skip();
        if (Take('('))
        {
            return Call(name, start);
        }

        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return new VariableNode(i);
            }
        }

        if (Functions.Constants.TryGetValue(name, out double constant))
        {
            return new ConstantNode(constant);
        }

        at = start;
        string variables = names.Count == 0 ? "none" : string.Join(", ", names);
        throw Error(
            $"a known name instead of '{name}' (variables: {variables}; constants: {string.Join(", ", Functions.Constants.Keys.Order())})");
    }

    private Node Call(string name, int start)
    {
        if (Functions.Unary.TryGetValue(name, out UnaryFunction? unary))
        {
            Node argument = Sum();
            Expect(')');
            return new UnaryNode(unary, argument);
        }

        if (Functions.Binary.TryGetValue(name, out BinaryFunction? binary))
        {
            Node first = Sum();
            Expect(',');
            Node second = Sum();
            Expect(')');
            return new BinaryNode(binary, first, second);
        }

        at = start;
        throw Error(
            $"a known function instead of '{name}' ({string.Join(", ", Functions.Unary.Keys.Concat(Functions.Binary.Keys).Order())})");
    }

    private bool Take(char wanted)
    {
        Skip();
        if (at == text.Length || text[at] != wanted)
        {
            return false;
        }

        at++;
        Skip();
        return true;
    }

    private void Expect(char wanted)
    {
        if (!Take(wanted))
        {
            throw Error($"'{wanted}'");
        }
    }

    private void Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private readonly FormatException Error(string expected)
    {
        string found = at < text.Length ? $"'{text[at]}'" : "the end";
        return new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"Formula '{text}', column {at + 1}: found {found}, expected {expected}."));
    }
}
