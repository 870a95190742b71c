using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Systems;

public sealed class UnitSystemTests
{
    // kB NA = 8.31446261815324 J/mol/K and kB/e = 8.617333262e-5 eV/K: CODATA 2018.
    [Theory]
    [InlineData("reduced", 1)]
    [InlineData("gromacs", 8.31446261815324e-3)]
    [InlineData("real", 8.31446261815324e-3 / 4.184)]
    [InlineData("metal", 8.617333262145179e-5)]
    [InlineData("atomic", 3.166811563456e-6)]
    public void Boltzmann_constant_is_codata(string name, double expected)
    {
        Assert.Equal(expected, UnitSystem.Parse(name).Boltzmann, 1e-12 * expected);
    }

    [Fact]
    public void Acceleration_factor_follows_from_the_units()
    {
        foreach (UnitSystem units in UnitSystem.All.Where(units => units != UnitSystem.Reduced))
        {
            double time = units.SiScale(Dimension.Time)!.Value;
            double expected = units.SiScale(Dimension.Force)!.Value / units.SiScale(Dimension.Mass)!.Value
                / units.SiScale(Dimension.Length)!.Value * time * time;

            // 1e-9: the measured atomic constants of CODATA agree with one another to some 1e-10.
            Assert.Equal(1, units.AccelerationFactor / expected, 1e-9);
        }
    }

    [Theory]
    [InlineData(Dimension.Length, 1, 10)]
    [InlineData(Dimension.Time, 1, 1000)]
    [InlineData(Dimension.Energy, 4.184, 1)]
    [InlineData(Dimension.Force, 41.84, 1)]
    [InlineData(Dimension.Velocity, 1, 0.01)]
    [InlineData(Dimension.NumberDensity, 1, 1e-3)]
    [InlineData(Dimension.Temperature, 300, 300)]
    [InlineData(Dimension.Angle, 2, 2)]
    [InlineData(Dimension.Charge, -2, -2)]
    public void Converts_gromacs_to_real_and_back(Dimension dimension, double gromacs, double real)
    {
        Assert.Equal(real, UnitSystem.Gromacs.Convert(gromacs, dimension, UnitSystem.Real), 1e-13 * Math.Abs(real));
        Assert.Equal(gromacs, UnitSystem.Real.Convert(real, dimension, UnitSystem.Gromacs), 1e-13 * Math.Abs(gromacs));
    }

    [Fact]
    public void Reduced_units_convert_to_nothing()
    {
        Assert.Throws<ArgumentException>(() => UnitSystem.Reduced.Convert(1, Dimension.Length, UnitSystem.Metal));
        Assert.Throws<ArgumentException>(() => UnitSystem.Metal.Convert(1, Dimension.Length, UnitSystem.Reduced));
        Assert.Equal(1, UnitSystem.Reduced.Convert(1, Dimension.Length, UnitSystem.Reduced));
        Assert.Equal(1, UnitSystem.Reduced.Convert(1, Dimension.Angle, UnitSystem.Metal));
    }

    [Theory]
    [InlineData("Gromacs", Dimension.Force, "kJ/mol/nm")]
    [InlineData("Gromacs", Dimension.Rate, "1/ps")]
    [InlineData("Real", Dimension.Pressure, "kcal/mol/Angstrom^3")]
    [InlineData("Metal", Dimension.Velocity, "Angstrom/ps")]
    [InlineData("Atomic", Dimension.Energy, "hartree")]
    [InlineData("Gromacs", Dimension.Dispersion, "kJ/mol*nm^6")]
    [InlineData("Metal", Dimension.InverseLength, "1/Angstrom")]
    [InlineData("Gromacs", Dimension.Compressibility, "nm^3/(kJ/mol)")]
    [InlineData("Reduced", Dimension.Energy, "")]
    [InlineData("Reduced", Dimension.Angle, "rad")]
    [InlineData("Real", Dimension.None, "")]
    public void Symbols_are_written_as_on_an_axis(string name, Dimension dimension, string symbol)
    {
        Assert.Equal(symbol, UnitSystem.Parse(name).Symbol(dimension));
    }

    [Fact]
    public void Every_symbol_reads_back_as_one_unit_of_its_system()
    {
        foreach (UnitSystem units in UnitSystem.All.Where(units => units != UnitSystem.Reduced))
        {
            foreach (Dimension dimension in Enum.GetValues<Dimension>())
            {
                Assert.Equal(1, Quantity.Parse("1 " + units.Symbol(dimension)).In(units, dimension), 1e-14);
            }
        }
    }

    [Fact]
    public void Every_example_of_a_dimension_is_of_it()
    {
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            Assert.True(double.IsFinite(Quantity.Parse(Dimensions.Example(dimension)).In(UnitSystem.Gromacs, dimension)), $"{dimension}");
        }
    }

    [Fact]
    public void Unknown_name_lists_the_known_ones()
    {
        FormatException error = Assert.Throws<FormatException>(() => UnitSystem.Parse("lj"));
        Assert.Contains("'lj'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Reduced, Gromacs, Real, Metal, Atomic", error.Message, StringComparison.Ordinal);
    }
}
