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

    public static void NotNegative(double value, string parameter, string force)
    {
        if (!(value >= 0 && double.IsFinite(value)))
        {
            throw Fault(value, parameter, force, "a finite number that is not negative");
        }
    }

    public static void Finite(double value, string parameter, string force)
    {
        if (!double.IsFinite(value))
        {
            throw Fault(value, parameter, force, "a finite number");
        }
    }

    private static ArgumentException Fault(double value, string parameter, string force, string expected) =>
        new(FormattableString.Invariant($"{force}: {parameter} is {value:g6}; expected {expected}."));
}
