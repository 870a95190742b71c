using MolShell.Compute.Variables;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands.Variables;

public sealed class VariableCommandTests
{
    [Theory]
    [InlineData("-Distance 0,1", "distance(0, 1)")]
    [InlineData("-Angle 0,1,2", "angle(0, 1, 2)")]
    [InlineData("-Dihedral 0,1,2,3", "dihedral(0, 1, 2, 3)")]
    [InlineData("-Coordinate 4", "coordinate(4)")]
    [InlineData("-Coordinate 2,1", "y(2)")]
    [InlineData("-Velocity 0", "v_coordinate(0)")]
    public void Variables_are_defined_by_particles(string arguments, string definition)
    {
        CollectiveVariable variable = Script.Single<CollectiveVariable>("New-CollectiveVariable " + arguments);
        Assert.Equal(definition, variable.Definition);
        Assert.Equal(definition, variable.Name);
        Assert.Equal("q", Script.Single<CollectiveVariable>($"New-CollectiveVariable {arguments} -Name q").Name);
    }

    [Fact]
    public void Formulas_take_variables_as_arguments_and_from_the_pipeline()
    {
        IReadOnlyList<VariableValue> values = Script.Run<VariableValue>("""
            $x = New-CollectiveVariable -Coordinate 0 -Name x
            $y = New-CollectiveVariable -Coordinate 1 -Name y
            $a = New-CollectiveVariable -Expression 'x^2 + 2*y' -Variable $x,$y
            $b = $x,$y | New-CollectiveVariable -Expression 'x^2 + 2*y'
            (New-ToySystem TwoWells -Start 0.5,0.25).Start | Get-CollectiveVariable $a,$b
            """);
        Assert.Equal([0.75, 0.75], values.Select(v => v.Value));
    }

    [Fact]
    public void Values_carry_name_step_time_and_gradient()
    {
        IReadOnlyList<VariableValue> values = Script.Run<VariableValue>("""
            $r = New-CollectiveVariable -Distance 0,1 -Name r
            New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 20 -ReportInterval 10 -Seed 1 | Get-CollectiveVariable $r -Gradient
            """);
        Assert.Equal([10, 20], values.Select(v => v.Step));
        Assert.Equal(0.08, values[1].Time, 1e-12);
        Assert.Equal("r", values[1].Name);
        Assert.Equal(64, values[1].Gradient!.Length);
        Assert.Equal(1, values[1].Gradient![0].Length(), 1e-12);
    }

    [Fact]
    public void Units_follow_the_system()
    {
        VariableValue value = Script.Single<VariableValue>("""
            (New-DoubleWellSystem -UnitSystem Gromacs).Start | Get-CollectiveVariable (New-CollectiveVariable -Distance 0,1)
            """);
        Assert.Equal("nm", value.Unit);
    }

    [Fact]
    public void The_free_energy_of_a_harmonic_well_is_harmonic()
    {
        FreeEnergyProfile profile = Script.Single<FreeEnergyProfile>("""
            $x = New-CollectiveVariable -Coordinate 0
            New-ToySystem Harmonic -Integrator Overdamped -TimeStep 0.01 -Friction 1 | Start-MolecularDynamics -Step 2e6 -ReportInterval 50 -Seed 4 |
                Get-CollectiveVariable $x | Measure-FreeEnergy -Minimum -2 -Maximum 2 -BinCount 20
            """);

        // F = x^2/2 at kT = 1; the Euler step makes the variance 1/(1 - dt/2). Shape only: the zero is the lowest bin.
        double[] deviations = [.. profile.Points.Select(p => (p.FreeEnergy - (0.5 * p.Value * p.Value * 0.995)) / p.Error)];
        double shift = deviations.Average();
        Assert.All(deviations, d => Assert.True(Math.Abs(d - shift) < 4.5, $"A bin deviates by {d - shift:g3} sigma."));
    }

    [Fact]
    public void Two_variables_make_a_surface_or_two_profiles()
    {
        const string Values = """
            $x = New-CollectiveVariable -Coordinate 0 -Name x
            $y = New-CollectiveVariable -Coordinate 1 -Name y
            New-ToySystem Harmonic -Dimension 2 | Start-MolecularDynamics -Step 20000 -ReportInterval 10 -Seed 4 | Get-CollectiveVariable $x,$y |
            """;
        FreeEnergySurface surface = Script.Single<FreeEnergySurface>(Values + " Measure-FreeEnergy -BinCount 8 -Temperature 1");
        Assert.Equal((8, 8), (surface.FreeEnergy.GetLength(0), surface.FreeEnergy.GetLength(1)));
        Assert.Equal(["x", "y"], Script.Run<FreeEnergyProfile>(Values + " Measure-FreeEnergy -BinCount 8 -Separate").Select(p => p.Variable));
    }

    [Fact]
    public void A_short_series_warns()
    {
        RunResult result = MolShellRunner.Run("""
            $x = New-CollectiveVariable -Coordinate 0 -Name x
            New-ToySystem Harmonic | Start-MolecularDynamics -Step 100 -Seed 1 | Get-CollectiveVariable $x | Measure-FreeEnergy
            """);
        Assert.Contains("Sample longer", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }
}
