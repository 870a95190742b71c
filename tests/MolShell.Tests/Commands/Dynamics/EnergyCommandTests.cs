using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Systems;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands.Dynamics;

public sealed class EnergyCommandTests
{
    [Fact]
    public void The_issues_command_reports_the_terms()
    {
        EnergyReport report = Script.Single<EnergyReport>("New-DoubleWellSystem -ChainLength 4 -ParticleCount 216 -Density 0.96 | Measure-PotentialEnergy");
        Assert.Equal(["WCA", "DoubleWellBond"], report.Terms.Select(t => t.Name));
        Assert.Equal(report.PotentialEnergy, report.Terms.Sum(t => t.Energy), 1e-9);
    }

    [Fact]
    public void Frames_are_measured_with_the_forces_of_a_system()
    {
        RunResult result = MolShellRunner.Run("""
            $s = New-DoubleWellSystem -ParticleCount 64
            $frames = $s | Start-MolecularDynamics -Step 40 -ReportInterval 20 -Seed 1
            $frames
            $frames | Measure-PotentialEnergy -System $s
            """);
        double[] direct = [.. result.Output.OfType<Frame>().Select(f => f.PotentialEnergy!.Value)];
        double[] measured = [.. result.Output.OfType<EnergyReport>().Select(r => r.PotentialEnergy)];
        Assert.Equal(2, direct.Length);
        Assert.Equal(direct, measured);
    }

    [Fact]
    public void A_disturbed_crystal_relaxes_to_its_lattice()
    {
        IReadOnlyList<double> energies = Script.Run<double>("""
            $ideal = New-CrystalSystem Fcc 3 -Density 1 | Add-SystemForce -Pair LennardJones
            $disturbed = New-CrystalSystem Fcc 3 -Density 1 -Noise 0.04 -Seed 2 | Add-SystemForce -Pair LennardJones
            ($ideal | Measure-PotentialEnergy).PotentialEnergy
            ($disturbed | Measure-PotentialEnergy).PotentialEnergy
            ($disturbed | Invoke-EnergyMinimization | Measure-PotentialEnergy).PotentialEnergy
            """);
        Assert.True(energies[1] > energies[0] + 1);
        Assert.Equal(energies[0], energies[2], 1e-6);
    }

    [Fact]
    public void A_minimisation_that_does_not_converge_warns()
    {
        RunResult result = MolShellRunner.Run(
            "New-DoubleWellSystem -ParticleCount 64 | Invoke-EnergyMinimization -Method Fire -MaximumStep 3 -Detailed");
        Assert.False(Assert.IsType<MinimizationResult>(result.Output[0]).Converged);
        Assert.Contains("after 3 steps", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_detailed_force_check_names_its_terms()
    {
        ForceCheckReport report = Script.Single<ForceCheckReport>("New-DoubleWellSystem -ParticleCount 64 | Test-ForceConsistency -Detailed -MaximumParticle 8");
        Assert.True(report.IsConsistent);
        Assert.Equal(8, report.CheckedParticles);
        Assert.Equal(["WCA", "DoubleWellBond"], report.Terms.Select(t => t.Name));
    }
}
