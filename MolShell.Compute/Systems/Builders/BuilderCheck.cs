using System.Globalization;

namespace MolShell.Compute.Systems.Builders;

/// <summary>Range checks of builder options, with messages that name the option.</summary>
internal static class BuilderCheck
{
    public static void Positive(double value, string option) =>
        Require(value > 0 && double.IsFinite(value), value, option, "a positive finite number");

    public static void NotNegative(double value, string option) =>
        Require(value >= 0 && double.IsFinite(value), value, option, "a finite number not below 0");

    public static void Finite(double value, string option) => Require(double.IsFinite(value), value, option, "a finite number");

    private static void Require(bool valid, double value, string option, string expected)
    {
        if (!valid)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; expected {expected}."));
        }
    }
}
