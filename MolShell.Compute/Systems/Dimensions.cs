using System.Globalization;

namespace MolShell.Compute.Systems;

/// <summary>Exponents of each <see cref="Dimension"/> over the base quantities of a unit system, and words for messages.</summary>
internal static class Dimensions
{
    /// <summary>Exponents of length, time, energy, mass, temperature, charge and angle.</summary>
    public readonly record struct Exponents(
        int Length = 0, int Time = 0, int Energy = 0, int Mass = 0, int Temperature = 0, int Charge = 0, int Angle = 0)
    {
        /// <summary>The same dimension with energy written as mass length^2 / time^2.</summary>
        public Exponents Reduce() =>
            this with { Energy = 0, Mass = Mass + Energy, Length = Length + (2 * Energy), Time = Time - (2 * Energy) };

        public Exponents Add(Exponents other, int times) => new(
            Length + (times * other.Length),
            Time + (times * other.Time),
            Energy + (times * other.Energy),
            Mass + (times * other.Mass),
            Temperature + (times * other.Temperature),
            Charge + (times * other.Charge),
            Angle + (times * other.Angle));

        /// <summary>True for pure numbers and angles, which need no scale of length, time, mass, temperature or charge.</summary>
        public bool IsScaleFree => this with { Angle = 0 } == default;
    }

    public static Exponents Of(Dimension dimension) => dimension switch
    {
        Dimension.None => default,
        Dimension.Length => new(Length: 1),
        Dimension.Time => new(Time: 1),
        Dimension.Energy => new(Energy: 1),
        Dimension.Mass => new(Mass: 1),
        Dimension.Temperature => new(Temperature: 1),
        Dimension.Charge => new(Charge: 1),
        Dimension.Angle => new(Angle: 1),
        Dimension.Velocity => new(Length: 1, Time: -1),
        Dimension.Force => new(Energy: 1, Length: -1),
        Dimension.ForceConstant => new(Energy: 1, Length: -2),
        Dimension.Rate => new(Time: -1),
        Dimension.Pressure => new(Energy: 1, Length: -3),
        Dimension.Density => new(Mass: 1, Length: -3),
        Dimension.NumberDensity => new(Length: -3),
        Dimension.Volume => new(Length: 3),
        Dimension.Diffusivity => new(Length: 2, Time: -1),
        Dimension.Compressibility => new(Length: 3, Energy: -1),
        Dimension.InverseLength => new(Length: -1),
        Dimension.Dispersion => new(Energy: 1, Length: 6),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };

    /// <summary>The dimension that has these exponents, or null.</summary>
    public static Dimension? Find(Exponents reduced)
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            if (Of(dimension).Reduce() == reduced)
            {
                return dimension;
            }
        }

        return null;
    }

    /// <summary>Name with its article, for messages: "a temperature".</summary>
    public static string Describe(Dimension dimension) => dimension switch
    {
        Dimension.None => "a pure number",
        Dimension.Energy => "an energy",
        Dimension.Angle => "an angle",
        Dimension.ForceConstant => "a force constant",
        Dimension.Rate => "a rate (1/time)",
        Dimension.NumberDensity => "a number density",
        Dimension.Density => "a mass density",
        Dimension.Compressibility => "a compressibility (1/pressure)",
        Dimension.InverseLength => "an inverse length",
        Dimension.Dispersion => "a constant of dispersion (energy length^6)",
        _ => "a " + dimension.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    /// <summary>A text that is accepted for the dimension, for messages.</summary>
    public static string Example(Dimension dimension) => dimension switch
    {
        Dimension.None => "2.5",
        Dimension.Length => "0.34 nm",
        Dimension.Time => "2 fs",
        Dimension.Energy => "10 kJ/mol",
        Dimension.Mass => "39.9 amu",
        Dimension.Temperature => "300 K",
        Dimension.Charge => "-1 e",
        Dimension.Angle => "90 deg",
        Dimension.Velocity => "0.5 nm/ps",
        Dimension.Force => "1 kcal/mol/Angstrom",
        Dimension.ForceConstant => "1000 kJ/mol/nm^2",
        Dimension.Rate => "1/ps",
        Dimension.Pressure => "1 bar",
        Dimension.Density => "1 g/cm^3",
        Dimension.NumberDensity => "33 nm^-3",
        Dimension.Volume => "8 nm^3",
        Dimension.Diffusivity => "2.3e-5 cm^2/s",
        Dimension.Compressibility => "4.5e-5 1/bar",
        Dimension.InverseLength => "20 nm^-1",
        Dimension.Dispersion => "0.006 kJ/mol*nm^6",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Unknown dimension."),
    };
}
