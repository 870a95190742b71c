using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

public sealed class ForceFieldTests
{
    private static readonly MolecularSystem Pair = ReferenceConfiguration.System([new(0, 0, 0), new(2, 0, 0)], Box.Cubic(10))
        .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(3, 1), [new Bond(0, 1)]))
        .AddForce(new BondForce<HarmonicBond>(new HarmonicBond(1, 0), [new Bond(0, 1)]))
        .AddForce(new ExternalForce<HarmonicWell>(new HarmonicWell(1, 3)) { Name = "Trap" });

    [Fact]
    public void Terms_add_up_and_have_different_names()
    {
        EnergyReport report = Configurations.Evaluate(Pair);
        Assert.Equal(["HarmonicBond", "HarmonicBond2", "Trap"], report.Terms.Select(term => term.Name));
        Assert.Equal([1.5, 2, 2], report.Terms.Select(term => term.Energy));
        Assert.Equal(5.5, report.PotentialEnergy);
        Assert.Equal(2.75, report.PotentialEnergyPerParticle);
        Assert.Equal(new Vec3(5, 0, 0), report.Forces[0]);
        Assert.Equal(new Vec3(-7, 0, 0), report.Forces[1]);
        Assert.Equal("5.5", report.ToString());
    }

    [Fact]
    public void Pressure_counts_kinetic_energy_and_virial()
    {
        EnergyReport atRest = Configurations.Evaluate(Pair);

        // Virials: -6, -4 and -4 along x.
        Assert.Equal(-14, atRest.Virial.XX, 1e-12);
        Assert.Equal(-14.0 / 3000, atRest.VirialPressure!.Value, 1e-15);
        Assert.Null(atRest.Pressure);
        Frame moving = Pair.Start with { Velocities = [new(1, 2, 3), new(0, 0, 1)] };
        EnergyReport report = Configurations.Evaluate(Pair with { Start = moving });
        Assert.Equal(7.5, report.KineticEnergy);
        Assert.Equal((15.0 - 14) / 3000, report.Pressure!.Value, 1e-15);
        Assert.Equal(13, report.Frame.TotalEnergy);
    }

    [Fact]
    public void A_system_without_forces_has_no_energy()
    {
        EnergyReport report = Configurations.Evaluate(Pair with { Forces = [] });
        Assert.Equal(0, report.PotentialEnergy);
        Assert.Empty(report.Terms);
        Assert.All(report.Forces, force => Assert.Equal(Vec3.Zero, force));
    }

    [Fact]
    public void Frame_of_another_system_is_an_error()
    {
        using ForceField field = new(Pair);
        ArgumentException error = Assert.Throws<ArgumentException>(() => field.Report(Systems.TestSystems.Frame(Vec3.Zero)));
        Assert.Contains("1 particles, the system 2", error.Message, StringComparison.Ordinal);
    }
}
