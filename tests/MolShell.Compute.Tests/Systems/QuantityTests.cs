using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Systems;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("300 K", Dimension.Temperature, 300)]
    [InlineData("300K", Dimension.Temperature, 300)]
    [InlineData("2 fs", Dimension.Time, 0.002)]
    [InlineData("8 Angstrom", Dimension.Length, 0.8)]
    [InlineData("8 angstrom", Dimension.Length, 0.8)]
    [InlineData("8 \u00c5", Dimension.Length, 0.8)]
    [InlineData("1.5nm", Dimension.Length, 1.5)]
    [InlineData("-1.5e-3 nm", Dimension.Length, -1.5e-3)]
    [InlineData("10 kJ/mol", Dimension.Energy, 10)]
    [InlineData("10 kJ mol-1", Dimension.Energy, 10)]
    [InlineData("10 kJ*mol^-1", Dimension.Energy, 10)]
    [InlineData("1 kcal/mol/Angstrom", Dimension.Force, 41.84)]
    [InlineData("1 kcal/(mol*Angstrom)", Dimension.Force, 41.84)]
    [InlineData("1/ps", Dimension.Rate, 1)]
    [InlineData("5 1/ps", Dimension.Rate, 5)]
    [InlineData("2 ps^-1", Dimension.Rate, 2)]
    [InlineData("1 g/cm^3", Dimension.Density, 602.214076)]
    [InlineData("1 g/cm3", Dimension.Density, 602.214076)]
    [InlineData("1 bar", Dimension.Pressure, 0.0602214076)]
    [InlineData("1 eV", Dimension.Energy, 96.48533212331002)]
    [InlineData("1e", Dimension.Charge, 1)]
    [InlineData("1 e", Dimension.Charge, 1)]
    [InlineData("39.9 amu", Dimension.Mass, 39.9)]
    [InlineData("39.9 g/mol", Dimension.Mass, 39.9)]
    [InlineData("180 deg", Dimension.Angle, Math.PI)]
    [InlineData("1 cm^2/s", Dimension.Diffusivity, 100)]
    [InlineData("0.25", Dimension.Temperature, 0.25)]
    [InlineData(".5", Dimension.Length, 0.5)]
    [InlineData("7", Dimension.None, 7)]
    public void Reads_units_into_gromacs_units(string text, Dimension dimension, double expected)
    {
        double value = Quantity.Parse(text).In(UnitSystem.Gromacs, dimension);
        Assert.Equal(expected, value, 1e-14 * Math.Abs(expected));
    }

    [Theory]
    [InlineData("300 k", "Unknown unit 'k'", "Did you mean 'K'", "kcal")]
    [InlineData("3 furlong", "Unknown unit 'furlong'", "Accepted units", "Angstrom")]
    [InlineData("warm", "'warm' is not a quantity", "300 K", "number")]
    [InlineData("1,5 nm", "'1,5 nm' is not a quantity", "comma", "number")]
    [InlineData("NaN", "'NaN' is not a quantity", "number", "number")]
    [InlineData("", "'' is not a quantity", "number", "number")]
    [InlineData("1 kJ/", "character 4", "expected a unit", "kJ/")]
    [InlineData("1 nm^x", "integer exponent", "character", "nm^x")]
    [InlineData("1 (nm", "expected ')'", "character", "nm")]
    [InlineData("1 nm 5", "character 4", "expected a unit", "nm")]
    [InlineData("1e999 nm", "too large", "1e999", "nm")]
    public void Says_what_is_wrong_and_what_is_accepted(string text, params string[] parts)
    {
        FormatException error = Assert.Throws<FormatException>(() => Quantity.Parse(text));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Refuses_units_in_reduced_systems_but_takes_numbers_and_angles()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Quantity.Parse("300 K").In(UnitSystem.Reduced, Dimension.Temperature));
        Assert.Contains("'300 K'", error.Message, StringComparison.Ordinal);
        Assert.Contains("reduced", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.8, Quantity.Parse("0.8").In(UnitSystem.Reduced, Dimension.Temperature));
        Assert.Equal(Math.PI / 2, Quantity.Parse("90 deg").In(UnitSystem.Reduced, Dimension.Angle), 14);
    }

    [Theory]
    [InlineData("2 fs", Dimension.Temperature, "is a time; expected a temperature such as '300 K'")]
    [InlineData("2 nm^2", Dimension.Length, "of another dimension; expected a length")]
    [InlineData("2 deg", Dimension.None, "is an angle; expected a pure number")]
    public void Refuses_another_dimension(string text, Dimension expected, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Quantity.Parse(text).In(UnitSystem.Real, expected));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_numbers_that_are_not_finite()
    {
        Assert.Throws<ArgumentException>(() => (Quantity)double.NaN);
        Assert.Throws<ArgumentException>(() => new Quantity(double.PositiveInfinity, "nm"));
    }

    [Fact]
    public void Converts_implicitly_from_numbers()
    {
        Quantity[] quantities = [300, 300L, 300.0];
        Assert.All(quantities, quantity => Assert.Equal(300, quantity.In(UnitSystem.Metal, Dimension.Temperature)));
    }

    [Fact]
    public void Text_reads_back_to_the_same_quantity_in_any_culture()
    {
        CultureInfo previous = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Prop.ForAll<NormalFloat, int>((value, choice) =>
            {
                string?[] units = [null, "nm", "kJ/mol", "1/ps", "kcal/mol/Angstrom^2"];
                Quantity quantity = new(value.Get, units[Math.Abs(choice % units.Length)]);
                return Quantity.Parse(quantity.ToString()) == quantity;
            }).Check();
        }
        finally
        {
            CultureInfo.CurrentCulture = previous;
        }
    }
}
