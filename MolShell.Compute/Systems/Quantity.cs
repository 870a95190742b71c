using System.Globalization;

namespace MolShell.Compute.Systems;

/// <summary>
/// A number, with or without a unit: 300, '300 K', '2 fs', '8 Angstrom', '10 kJ/mol', '1/ps', '1 g/cm^3'. Without a unit it is in the
/// units of the system it is used for. Unit symbols are case-sensitive; the decimal sign is a point everywhere.
/// </summary>
public readonly record struct Quantity
{
    /// <param name="value">The number; finite.</param>
    /// <param name="unit">A unit such as "kcal/mol/Angstrom", or null for the units of the system.</param>
    /// <exception cref="ArgumentException">The number is not finite.</exception>
    /// <exception cref="FormatException">The unit is unknown.</exception>
    public Quantity(double value, string? unit = null)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(
                $"A quantity must be a finite number, not {value.ToString(CultureInfo.InvariantCulture)}.");
        }

        Value = value;
        Unit = string.IsNullOrWhiteSpace(unit) ? null : unit.Trim();
        if (Unit is not null)
        {
            UnitExpression.Parse(Unit);
        }
    }

    public double Value { get; }

    /// <summary>The unit as written; null where the number is in the units of the system.</summary>
    public string? Unit { get; }

    public static implicit operator Quantity(double value) => new(value);

    public static implicit operator Quantity(int value) => new(value);

    public static implicit operator Quantity(long value) => new(value);

    /// <summary>Reads a number and an optional unit, culture-invariant.</summary>
    /// <exception cref="FormatException">Not a number, or an unknown unit; the message says what is accepted.</exception>
    public static Quantity Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = text.Trim();
        int length = NumberLength(trimmed);
        if (!double.TryParse(trimmed.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || trimmed.AsSpan(length).StartsWith(","))
        {
            throw new FormatException(
                $"'{text}' is not a quantity: expected a number with an optional unit, "
                + "such as '300', '300 K', '2 fs' or '10 kJ/mol' (decimal point, not comma).");
        }

        if (!double.IsFinite(value))
        {
            throw new FormatException($"'{text}' is too large for a number.");
        }

        return new Quantity(value, trimmed[length..]);
    }

    /// <summary>The number in the units of a system.</summary>
    /// <exception cref="ArgumentException">The unit is not of the expected dimension, or the system has reduced units.</exception>
    public double In(UnitSystem units, Dimension expected)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (Unit is null)
        {
            return Value;
        }

        UnitExpression unit = UnitExpression.Parse(Unit);
        if (unit.Exponents != Dimensions.Of(expected).Reduce())
        {
            string found = Dimensions.Find(unit.Exponents) is { } dimension ? Dimensions.Describe(dimension) : "of another dimension";
            throw new ArgumentException(
                $"'{this}' is {found}; expected {Dimensions.Describe(expected)} such as '{Dimensions.Example(expected)}'.");
        }

        return units.SiScale(expected) is { } scale
            ? Value * (unit.Si / scale)
            : throw new ArgumentException(
                $"'{this}' has a unit, but this system has reduced units, which have no physical scale: give a number without unit.");
    }

    /// <summary>Text that <see cref="Parse"/> reads back to the same quantity.</summary>
    public override string ToString()
    {
        string number = Value.ToString("R", CultureInfo.InvariantCulture);
        return Unit is null ? number : $"{number} {Unit}";
    }

    // The longest prefix that is a number; the 'e' of "2 eV" or of the charge "1e" belongs to the unit.
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        at = Digits(text, at);
        if (at < text.Length && text[at] == '.')
        {
            at = Digits(text, at + 1);
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            int sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            int end = Digits(text, at + 1 + sign);
            if (end > at + 1 + sign)
            {
                at = end;
            }
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
