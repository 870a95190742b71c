using System.Text.Json;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

/// <summary>
/// Drift of the total energy at constant energy, and its scatter about the drift, beside LAMMPS in double precision
/// (shared/reference/md/energy/nve_drift_lammps.json). Both depend on the start by chance, so that several runs from drawn velocities are
/// compared with its one run, within 4 of their own standard deviations; where the drift is smaller than its chance part this bounds it.
/// </summary>
[Trait("Category", "Validation")]
public sealed class EnergyDriftTests
{
    private const int Runs = 5;
    private const double Sigmas = 4;
    private const double Equilibration = 20;
    private const double Interval = 0.05;

    public static TheoryData<string, double, Precision> Cases()
    {
        TheoryData<string, double, Precision> data = [];
        foreach (string name in new[] { "wca216_rho0.96", "lj864_rho0.8442_rc2.5_shift" })
        {
            foreach (double timeStep in new[] { 0.001, 0.002, 0.005 })
            {
                data.Add(name, timeStep, Precision.Double);
                data.Add(name, timeStep, Precision.Mixed);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Total_energy_drifts_and_scatters_no_more_than_with_LAMMPS(string name, double timeStep, Precision precision)
    {
        JsonElement reference = ReferenceData.Json("md/energy/nve_drift_lammps.json")
            .GetProperty(FormattableString.Invariant($"{name}_dt{timeStep}"));
        double duration = reference.GetProperty("tau").GetDouble();
        double temperature = reference.GetProperty("meanT").GetDouble();
        MolecularSystem system = name.StartsWith("wca", StringComparison.Ordinal) ? Wca216() : LennardJones864();
        double[] slopes = new double[Runs], residuals = new double[Runs];
        for (int run = 0; run < Runs; run++)
        {
            (slopes[run], residuals[run]) = Drift(system, timeStep, temperature, precision, duration, (ulong)run + 1);
        }

        double allowed = precision == Precision.Mixed ? 3 : 1;
        AssertNoMore(slopes, allowed * Math.Abs(reference.GetProperty("slope_eps_per_particle_per_tau").GetDouble()), "slope");
        AssertNoMore(residuals, allowed * reference.GetProperty("rms_fluct").GetDouble(), "rms residual");

        void AssertNoMore(double[] values, double limit, string what)
        {
            double mean = values.Average();
            double sigma = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (Runs - 1));
            string text = FormattableString.Invariant($"{name}, dt {timeStep}, {precision}: {what} {mean:g3}, of one run +- {sigma:g2}, allowed {limit:g3}.");
            TestContext.Current.TestOutputHelper?.WriteLine(text);

            // The limit is from one run too, and so has their standard deviation.
            Assert.True(Math.Abs(mean) <= limit + (Sigmas * sigma * Math.Sqrt(1 + (1.0 / Runs))), text);
        }
    }

    // A thermostat first takes the crystal to a liquid at the mean temperature of the reference.
    private static (double Slope, double Residual) Drift(
        MolecularSystem system, double timeStep, double temperature, Precision precision, double duration, ulong seed)
    {
        IntegratorSettings bath = TestRuns.Langevin with { TimeStep = 0.004, Temperature = temperature, Friction = 1 };
        using Simulation melt = new(system, new SimulationOptions { Integrator = bath, Seed = seed });
        melt.Run((long)Math.Round(Equilibration / bath.TimeStep));
        using Simulation simulation = new(system with { Start = melt.Snapshot() }, new SimulationOptions
        {
            Integrator = TestRuns.Verlet with { TimeStep = timeStep }, Precision = precision,
        });
        int samples = (int)Math.Round(duration / Interval);
        double[] times = new double[samples], energies = new double[samples];
        for (int k = 0; k < samples; k++)
        {
            simulation.Run((long)Math.Round(Interval / timeStep));
            times[k] = simulation.Time;
            energies[k] = (simulation.PotentialEnergy + simulation.KineticEnergy!.Value) / simulation.System.ParticleCount;
        }

        double time = times.Average(), energy = energies.Average();
        double slope = times.Zip(energies, (t, e) => (t - time) * (e - energy)).Sum() / times.Sum(t => (t - time) * (t - time));
        double residual = Math.Sqrt(times.Zip(energies, (t, e) => Math.Pow(e - energy - (slope * (t - time)), 2)).Average());
        return (slope, residual);
    }

    private static MolecularSystem Wca216()
    {
        double spacing = Math.Cbrt(1 / 0.96);
        Vec3[] positions = [.. Enumerable.Range(0, 216).Select(i => spacing * new Vec3(i % 6, i / 6 % 6, i / 36))];
        return ReferenceConfiguration.System(positions, Box.Cubic(6 * spacing)).AddForce(new PairForce<Wca>(new Wca(1, 1)));
    }

    private static MolecularSystem LennardJones864()
    {
        double edge = Math.Cbrt(4 / 0.8442);
        Vec3[] basis = [new(0, 0, 0), new(0.5, 0.5, 0), new(0.5, 0, 0.5), new(0, 0.5, 0.5)];
        Vec3[] positions =
            [.. Enumerable.Range(0, 864).Select(i => edge * (basis[i % 4] + new Vec3(i / 4 % 6, i / 24 % 6, i / 144)))];
        return ReferenceConfiguration.System(positions, Box.Cubic(6 * edge)).AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 2.5)));
    }
}
