using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MolShell.Compute.Systems;

/// <summary>
/// The units a system's numbers are in. Each system has one, and numbers are converted only at the border. Composed quantities
/// follow from the base units (force is energy/length, pressure energy/length^3).
/// </summary>
public sealed class UnitSystem
{
    /// <summary>Lennard-Jones or other model units: kB = 1 and no physical scale, so texts with units are refused.</summary>
    public static readonly UnitSystem Reduced = new("Reduced", 1, 1);

    /// <summary>GROMACS: nm, ps, amu, kJ/mol, K.</summary>
    public static readonly UnitSystem Gromacs = new("Gromacs", MolarGas / 1000, 1)
    {
        Length = new("nm", 1e-9),
        Time = new("ps", 1e-12),
        Energy = new("kJ/mol", 1000 / PhysicalConstants.Avogadro),
        Mass = new("amu", PhysicalConstants.AtomicMass),
    };

    /// <summary>LAMMPS "real": Angstrom, fs, amu, kcal/mol, K.</summary>
    public static readonly UnitSystem Real = new("Real", MolarGas / (1000 * PhysicalConstants.Calorie), 1e-4 * PhysicalConstants.Calorie)
    {
        Length = new("Angstrom", 1e-10),
        Time = new("fs", 1e-15),
        Energy = new("kcal/mol", 1000 * PhysicalConstants.Calorie / PhysicalConstants.Avogadro),
        Mass = new("amu", PhysicalConstants.AtomicMass),
    };

    /// <summary>LAMMPS "metal": Angstrom, ps, amu, eV, K.</summary>
    public static readonly UnitSystem Metal = new(
        "Metal",
        PhysicalConstants.Boltzmann / PhysicalConstants.ElementaryCharge,
        PhysicalConstants.ElementaryCharge * PhysicalConstants.Avogadro / 10)
    {
        Length = new("Angstrom", 1e-10),
        Time = new("ps", 1e-12),
        Energy = new("eV", PhysicalConstants.ElementaryCharge),
        Mass = new("amu", PhysicalConstants.AtomicMass),
    };

    /// <summary>Atomic units: bohr, atomic time (atu), electron mass (me), hartree, K.</summary>
    public static readonly UnitSystem Atomic = new("Atomic", PhysicalConstants.Boltzmann / PhysicalConstants.Hartree, 1)
    {
        Length = new("bohr", PhysicalConstants.Bohr),
        Time = new("atu", PhysicalConstants.AtomicTime),
        Energy = new("hartree", PhysicalConstants.Hartree),
        Mass = new("me", PhysicalConstants.ElectronMass),
    };

    private const double MolarGas = PhysicalConstants.Boltzmann * PhysicalConstants.Avogadro;

    private static readonly BaseUnit Kelvin = new("K", 1);
    private static readonly BaseUnit Elementary = new("e", PhysicalConstants.ElementaryCharge);

    private UnitSystem(string name, double boltzmann, double accelerationFactor)
    {
        Name = name;
        Boltzmann = boltzmann;
        AccelerationFactor = accelerationFactor;
    }

    public static ImmutableArray<UnitSystem> All => [Reduced, Gromacs, Real, Metal, Atomic];

    public string Name { get; }

    /// <summary>kB [energy/temperature].</summary>
    public double Boltzmann { get; }

    /// <summary>
    /// c in a = c f/m, and 1/c in K = m v^2/(2 c): 1 where energy is mass length^2/time^2, else (Real, Metal) the number of
    /// length/time^2 in one energy/length/mass.
    /// </summary>
    public double AccelerationFactor { get; }

    /// <summary>
    /// e^2/(4 pi epsilon_0) = hartree bohr, the Coulomb energy of two elementary charges times their distance [energy length]; 1 in
    /// reduced units.
    /// </summary>
    public double CoulombConstant => Length is null || Energy is null
        ? 1
        : PhysicalConstants.Hartree * PhysicalConstants.Bohr / (Energy.Si * Length.Si);

    private BaseUnit? Length { get; init; }

    private BaseUnit? Time { get; init; }

    private BaseUnit? Energy { get; init; }

    private BaseUnit? Mass { get; init; }

    /// <summary>The unit system of a name, in any case.</summary>
    /// <exception cref="FormatException">No such system; the message lists them.</exception>
    public static UnitSystem Parse(string name)
    {
        foreach (UnitSystem system in All)
        {
            if (string.Equals(system.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return system;
            }
        }

        throw new FormatException($"Unknown unit system '{name}'. Known: {string.Join(", ", All.Select(s => s.Name))}.");
    }

    /// <summary>The unit of a dimension as it stands on an axis, such as "kJ/mol/nm"; empty in reduced units and for pure numbers.</summary>
    public string Symbol(Dimension dimension)
    {
        Dimensions.Exponents exponents = Dimensions.Of(dimension);
        if (exponents.Angle == 1)
        {
            return "rad";
        }

        if (Length is null)
        {
            return string.Empty;
        }

        StringBuilder text = new();
        Span<(BaseUnit? Unit, int Power)> factors =
        [
            (Energy, exponents.Energy), (Mass, exponents.Mass), (Length, exponents.Length), (Time, exponents.Time),
            (Kelvin, exponents.Temperature), (Elementary, exponents.Charge),
        ];
        foreach ((BaseUnit? unit, int power) in factors)
        {
            if (power > 0)
            {
                text.Append(text.Length == 0 ? string.Empty : "*").Append(unit!.Symbol).Append(Exponent(power));
            }
        }

        foreach ((BaseUnit? unit, int power) in factors)
        {
            if (power < 0)
            {
                string symbol = unit!.Symbol.Contains('/', StringComparison.Ordinal) ? $"({unit.Symbol})" : unit.Symbol;
                text.Append(text.Length == 0 ? "1/" : "/").Append(symbol).Append(Exponent(-power));
            }
        }

        return text.ToString();
    }

    /// <summary>The value of a number of this system in the units of another.</summary>
    /// <exception cref="ArgumentException">One of the two systems is reduced and the other not, and the dimension has a scale.</exception>
    public double Convert(double value, Dimension dimension, UnitSystem target)
    {
        if (ReferenceEquals(this, target) || Dimensions.Of(dimension).IsScaleFree)
        {
            return value;
        }

        return value * ScaleOf(dimension, target) / target.ScaleOf(dimension, this);
    }

    /// <summary>The units in words: "reduced units", or "Gromacs units: nm, ps, kJ/mol".</summary>
    public string Describe() => Length is null ? "reduced units" : $"{Name} units: {Length.Symbol}, {Time!.Symbol}, {Energy!.Symbol}";

    public override string ToString() => Name;

    /// <summary>One unit of the dimension in SI units; null in the reduced system unless the dimension has no scale.</summary>
    internal double? SiScale(Dimension dimension)
    {
        Dimensions.Exponents e = Dimensions.Of(dimension);
        if (e.IsScaleFree)
        {
            return 1;
        }

        return Length is null || Time is null || Energy is null || Mass is null
            ? null
            : Power(Length, e.Length) * Power(Time, e.Time) * Power(Energy, e.Energy) * Power(Mass, e.Mass) * Power(Elementary, e.Charge);
    }

    private static double Power(BaseUnit unit, int exponent) => exponent == 0 ? 1 : Math.Pow(unit.Si, exponent);

    private static string Exponent(int power) => power == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"^{power}");

    private double ScaleOf(Dimension dimension, UnitSystem other) => SiScale(dimension)
        ?? throw new ArgumentException(
            $"{Dimensions.Describe(dimension)} cannot be converted between {Name} and {other.Name} units: reduced units have no physical scale.");

    private sealed record BaseUnit(string Symbol, double Si);
}
