namespace MolShell.Compute.Forces;

/// <summary>Checks of the parameters of forces.</summary>
internal static class Parameter
{
    public static void Positive(double value, string parameter, string force)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw Fault(value, parameter, force, "a positive finite number");
        }
    }

    public static void PositiveOrInfinite(double value, string parameter, string force)
    {
        if (!(value > 0))
        {
            throw Fault(value, parameter, force, "a positive number, or infinity");
        }
    }

    public static void NotNegative(double value, string parameter, string force)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw Fault(value, parameter, force, "a finite number that is not negative");
        }
    }

    public static void Fraction(double value, string parameter, string force)
    {
        if (!(value is >= 0 and <= 1))
        {
            throw Fault(value, parameter, force, "a number from 0 to 1");
        }
    }

    public static void Finite(double value, string parameter, string force)
    {
        if (!double.IsFinite(value))
        {
            throw Fault(value, parameter, force, "a finite number");
        }
    }

    public static void Within(double value, double minimum, double maximum, string parameter, string force)
    {
        if (!(value >= minimum && value <= maximum))
        {
            throw Fault(value, parameter, force, FormattableString.Invariant($"a number from {minimum:g6} to {maximum:g6}"));
        }
    }

    private static ArgumentException Fault(double value, string parameter, string force, string expected) =>
        new(FormattableString.Invariant($"{force}: {parameter} is {value:g6}; expected {expected}."));
}
