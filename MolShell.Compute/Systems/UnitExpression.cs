using System.Collections.Frozen;
using System.Globalization;

namespace MolShell.Compute.Systems;

/// <summary>
/// A parsed unit such as "kcal/mol/Angstrom": its size in SI units and its dimension. Grammar: factors joined by '*', '/' or a
/// blank, each a name, '1' or a parenthesis with an optional integer exponent ("ps^-1", "ps-1", "cm^3", "cm3"); '/' takes only the
/// factor that follows. Symbols are case-sensitive ("K", "ps", "kJ", "GPa"), unit words are not ("Angstrom", "bohr", "hartree").
/// </summary>
internal readonly struct UnitExpression
{
    private static readonly Dimensions.Exponents Pure = Dimensions.Of(Dimension.None);
    private static readonly Dimensions.Exponents Length = new(Length: 1);
    private static readonly Dimensions.Exponents Time = new(Time: 1);
    private static readonly Dimensions.Exponents Mass = new(Mass: 1);
    private static readonly Dimensions.Exponents Energy = Dimensions.Of(Dimension.Energy).Reduce();
    private static readonly Dimensions.Exponents Force = Dimensions.Of(Dimension.Force).Reduce();
    private static readonly Dimensions.Exponents Pressure = Dimensions.Of(Dimension.Pressure).Reduce();
    private static readonly Dimensions.Exponents Temperature = new(Temperature: 1);
    private static readonly Dimensions.Exponents Charge = new(Charge: 1);
    private static readonly Dimensions.Exponents Angle = new(Angle: 1);

    private static readonly (string Names, double Si, Dimensions.Exponents Exponents)[] Known =
    [
        ("m", 1, Length), ("cm", 1e-2, Length), ("mm", 1e-3, Length), ("um", 1e-6, Length), ("nm", 1e-9, Length), ("pm", 1e-12, Length),
        ("Angstrom|A|\u00c5|\u212b", 1e-10, Length), ("bohr|a0", PhysicalConstants.Bohr, Length),
        ("s", 1, Time), ("ms", 1e-3, Time), ("us", 1e-6, Time), ("ns", 1e-9, Time), ("ps", 1e-12, Time), ("fs", 1e-15, Time),
        ("atu", PhysicalConstants.AtomicTime, Time),
        ("kg", 1, Mass), ("g", 1e-3, Mass), ("amu|u|Da", PhysicalConstants.AtomicMass, Mass), ("me", PhysicalConstants.ElectronMass, Mass),
        ("J", 1, Energy), ("kJ", 1e3, Energy), ("cal", PhysicalConstants.Calorie, Energy), ("kcal", 1e3 * PhysicalConstants.Calorie, Energy),
        ("eV", PhysicalConstants.ElementaryCharge, Energy), ("meV", 1e-3 * PhysicalConstants.ElementaryCharge, Energy),
        ("hartree|Ha|Eh", PhysicalConstants.Hartree, Energy), ("Ry", 0.5 * PhysicalConstants.Hartree, Energy),
        ("N", 1, Force), ("nN", 1e-9, Force), ("pN", 1e-12, Force),
        ("Pa", 1, Pressure), ("kPa", 1e3, Pressure), ("MPa", 1e6, Pressure), ("GPa", 1e9, Pressure), ("bar", 1e5, Pressure),
        ("kbar", 1e8, Pressure), ("atm", 101325, Pressure),
        ("K|kelvin", 1, Temperature), ("e", PhysicalConstants.ElementaryCharge, Charge), ("C", 1, Charge),
        ("rad", 1, Angle), ("deg|\u00b0", Math.PI / 180, Angle), ("mol", PhysicalConstants.Avogadro, Pure),
    ];

    private static readonly FrozenDictionary<string, (double Si, Dimensions.Exponents Exponents)> Symbols = Known
        .SelectMany(unit => unit.Names.Split('|').Select(name => (name, unit.Si, unit.Exponents)))
        .ToFrozenDictionary(unit => unit.name, unit => (unit.Si, unit.Exponents), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Words =
        new[] { "Angstrom", "bohr", "hartree", "kelvin" }.ToFrozenDictionary(word => word, StringComparer.OrdinalIgnoreCase);

    private UnitExpression(double si, Dimensions.Exponents exponents)
    {
        Si = si;
        Exponents = exponents;
    }

    /// <summary>Size in SI units (radians for angles; a mole is the number NA).</summary>
    public double Si { get; }

    /// <summary>Dimension over mass, length, time, temperature, charge and angle.</summary>
    public Dimensions.Exponents Exponents { get; }

    /// <exception cref="FormatException">Names the unknown unit, or the place and what was expected there.</exception>
    public static UnitExpression Parse(string text)
    {
        Reader reader = new(text);
        UnitExpression unit = Product(ref reader);
        return reader.AtEnd ? unit : throw reader.Error("an operator '*' or '/', or the end");
    }

    private static UnitExpression Product(ref Reader reader)
    {
        // A leading '/' follows the number of the quantity: "1/ps" is 1 and "/ps".
        UnitExpression result = reader.Peek() == '/' ? new(1, default) : Factor(ref reader);
        while (!reader.AtEnd && reader.Peek() != ')')
        {
            int sign = reader.Take('/') ? -1 : 1;
            if (sign == 1)
            {
                reader.Take('*');
            }

            UnitExpression factor = Factor(ref reader);
            result = new(result.Si * Math.Pow(factor.Si, sign), result.Exponents.Add(factor.Exponents, sign));
        }

        return result;
    }

    private static UnitExpression Factor(ref Reader reader)
    {
        UnitExpression unit;
        if (reader.Take('('))
        {
            unit = Product(ref reader);
            if (!reader.Take(')'))
            {
                throw reader.Error("')'");
            }
        }
        else if (reader.Take('1'))
        {
            return new(1, default);
        }
        else
        {
            unit = Lookup(reader.Name());
        }

        int power = reader.Power();
        return power == 1 ? unit : new(Math.Pow(unit.Si, power), default(Dimensions.Exponents).Add(unit.Exponents, power));
    }

    private static UnitExpression Lookup(string name)
    {
        if (Symbols.TryGetValue(Words.GetValueOrDefault(name, name), out (double Si, Dimensions.Exponents Exponents) unit))
        {
            return new(unit.Si, unit.Exponents);
        }

        string? meant = Symbols.Keys.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        string hint = meant is null ? string.Empty : $" Did you mean '{meant}'? Symbols are case-sensitive.";
        string accepted = string.Join(", ", Known.Select(known => known.Names.Split('|')[0]));
        throw new FormatException($"Unknown unit '{name}'.{hint} Accepted units: {accepted}; joined by * / ^ as in 'kJ/mol/nm^2'.");
    }

    private ref struct Reader(string text)
    {
        private int at;

        public bool AtEnd
        {
            get
            {
                Skip();
                return at == text.Length;
            }
        }

        public char Peek()
        {
            Skip();
            return at < text.Length ? text[at] : '\0';
        }

        public bool Take(char wanted)
        {
            if (Peek() != wanted)
            {
                return false;
            }

            at++;
            return true;
        }

        public string Name()
        {
            Skip();
            int start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '\u00b0'))
            {
                at++;
            }

            // The Bohr radius is the one symbol with a digit.
            if (at < text.Length && text[at] == '0' && text.AsSpan(start, at - start) is "a")
            {
                at++;
            }

            return at > start ? text[start..at] : throw Error("a unit such as 'nm'");
        }

        public int Power()
        {
            // Without a caret the exponent must touch the name: "cm3" and "ps-1", but not "cm 3".
            int end = at;
            bool caret = Take('^');
            int start = at = caret ? at : end;
            if (at < text.Length && text[at] is '-' or '+')
            {
                at++;
            }

            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at == start && !caret)
            {
                return 1;
            }

            bool valid = int.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power);
            return valid && power is >= -12 and <= 12 ? power : throw Error("an integer exponent from -12 to 12");
        }

        public readonly FormatException Error(string expected) =>
            new($"Unit '{text}', character {at + 1}: expected {expected}.");

        private void Skip()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }
    }
}
