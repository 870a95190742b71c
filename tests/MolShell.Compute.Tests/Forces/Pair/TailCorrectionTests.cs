using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

public sealed class TailCorrectionTests
{
    private static readonly LennardJones Cut = new(1.3, 0.9, 2.2, shifted: false);

    [Fact]
    public void Lennard_Jones_tail_is_the_one_of_the_textbooks()
    {
        MolecularSystem system = Cell(40, 4).AddForce(new TailCorrection<LennardJones>(new(Cut)));
        EnergyReport report = Configurations.Evaluate(system);
        double rho = 40 / 64.0, s3 = Math.Pow(0.9 / 2.2, 3), s9 = s3 * s3 * s3, volume = 0.9 * 0.9 * 0.9;
        double energy = 8.0 / 3 * Math.PI * 40 * rho * 1.3 * volume * ((s9 / 3) - s3);
        double pressure = 16.0 / 3 * Math.PI * rho * rho * 1.3 * volume * ((2 * s9 / 3) - s3);
        Assert.Equal(energy, report.PotentialEnergy, 1e-12 * Math.Abs(energy));
        Assert.Equal(pressure, report.VirialPressure!.Value, 1e-12 * Math.Abs(pressure));
        Assert.Equal("LennardJonesTail", report.Terms[0].Name);
        Assert.Equal(0, report.MaximumForce);
        Assert.Equal(0, Configurations.Evaluate(Cell(40, 4).AddForce(
            new TailCorrection<LennardJones>(new(new LennardJones(1, 1, double.PositiveInfinity, shifted: false))))).PotentialEnergy);
    }

    [Fact]
    public void Every_tail_is_the_integral_of_what_is_missing()
    {
        AssertIntegrals(Cut, Cut with { }, 2.2);
        AssertIntegrals(new Switched<LennardJones>(Cut, 1.6), Cut, 1.6);
        Buckingham exponential = new(1e5, 0.11, 2.3, 1.4);
        AssertIntegrals(exponential, exponential, 1.4);
        AssertIntegrals(new Switched<Buckingham>(exponential, 1.1), exponential, 1.1);

        // In u = 1/r the integrands are smooth down to u = 0; Simpson's rule, the step at the cutoff left out.
        static void AssertIntegrals<TUsed, TWhole>(TUsed used, TWhole whole, double from)
            where TUsed : struct, IPairPotential<TUsed>, ITailPotential
            where TWhole : struct, IPairPotential<TWhole>
        {
            double split = used.Cutoff;
            double energy = Whole(r => Energy(r) * r * r), virial = Whole(r => -Force(r) * r * r * r);
            Assert.Equal(energy, used.TailEnergy, 1e-9 * Math.Abs(energy));
            Assert.Equal(virial, used.TailVirial, 1e-9 * Math.Abs(virial));

            double Whole(Func<double, double> f) => Simpson(f, split) + (from < split ? Between(f, from, split) : 0);

            double Energy(double r) => whole.Evaluate(r * r, out _) - (r < split ? used.Evaluate(r * r, out _) : 0);

            double Force(double r)
            {
                whole.Evaluate(r * r, out double force);
                double usedForce = 0;
                if (r < split)
                {
                    used.Evaluate(r * r, out usedForce);
                }

                return (force - usedForce) * r;
            }
        }

        static double Simpson(Func<double, double> f, double start) => Between(u => u == 0 ? 0 : f(1 / u) / (u * u), 0, 1 / start);

        static double Between(Func<double, double> f, double a, double b)
        {
            const int intervals = 4000;
            double h = (b - a) / intervals;
            double sum = 0;
            for (int i = 0; i <= intervals; i++)
            {
                sum += (i == 0 || i == intervals ? 1 : (i % 2) == 0 ? 2 : 4) * f(i == intervals ? b - (1e-13 * b) : a + (i * h));
            }

            return sum * h / 3;
        }
    }

    [Fact]
    public void Virial_of_a_switched_tail_is_the_derivative_of_its_energy()
    {
        TailCorrection<Switched<LennardJones>> tail = new(new(new Switched<LennardJones>(Cut, 1.6)));
        const double h = 1e-4;
        double slope = (At(1 + h) - At(1 - h)) / (2 * h);
        Assert.Equal(-slope, Configurations.Evaluate(Cell(40, 4).AddForce(tail)).Virial.Trace, 1e-6 * Math.Abs(slope));

        // Strain by a scale of all edges.
        double At(double scale) => Configurations.Evaluate(Cell(40, 4 * scale).AddForce(tail)).PotentialEnergy;
    }

    [Fact]
    public void A_system_with_a_tail_passes_the_check_of_forces()
    {
        PairForce<LennardJones> pair = new(Cut);
        MolecularSystem system = Cell(20, 4).AddForce(pair).AddForce(new TailCorrection<LennardJones>(pair));
        ForceCheckReport report = ForceCheck.Run(system, cancellation: TestContext.Current.CancellationToken);
        Assert.True(report.IsConsistent, report.ToString());
    }

    [Fact]
    public void Mixture_adds_up_the_tails_of_all_pairs_of_types()
    {
        PairTable<LennardJones> table = new PairTable<LennardJones>()
            .With("A", "A", Cut).With("B", "B", new LennardJones(0.5, 1.1, 2, shifted: false)).Without("A", "B");
        MolecularSystem system = Cell(30, 4);
        Topology topology = system.Topology with
        {
            TypeNames = ["A", "B"],
            Types = [.. Enumerable.Range(0, 30).Select(i => i < 10 ? 0 : 1)],
        };
        MolecularSystem mixture = system with { Start = system.Start with { Topology = topology } };
        double expected = 2 * Math.PI / 64 * ((100 * Cut.TailEnergy) + (400 * new LennardJones(0.5, 1.1, 2, shifted: false).TailEnergy));
        double apart = Configurations.Evaluate(mixture.AddForce(new TailCorrection<LennardJones>(new(table)))).PotentialEnergy;
        Assert.Equal(expected, apart, 1e-13 * Math.Abs(expected));

        LennardJones between = new(0.8, 1, 2.1, shifted: false);
        double all = Configurations.Evaluate(
            mixture.AddForce(new TailCorrection<LennardJones>(new(table.With("A", "B", between))))).PotentialEnergy;
        Assert.Equal(expected + (2 * Math.PI / 64 * 2 * 200 * between.TailEnergy), all, 1e-13 * Math.Abs(expected));
    }

    [Fact]
    public void What_has_no_tail_is_refused()
    {
        Fails(Cell(2, 4).AddForce(new TailCorrection<LennardJones>(new(new LennardJones(1, 1, 2)))), "shifted", "cut or switched");
        Fails(Cell(2, 4).AddForce(new TailCorrection<Wca>(new(new Wca(1, 1)))), "WCA has no tail correction");
        Fails(
            Cell(2, 4).AddForce(new TailCorrection<Switched<Morse>>(new(new Switched<Morse>(new(1, 1, 1, 3), 2)))),
            "Morse has no tail correction");
        Fails(
            Cell(2, 4).AddForce(new TailCorrection<Switched<LennardJones>>(new(new Switched<LennardJones>(Cut, 0.5)))),
            "switch distance 0.5 is",
            "outside the core");
        Fails(
            Cell(2, 4).AddForce(new TailCorrection<Switched<LennardJones>>(new(new Switched<LennardJones>(Cut, 0)))),
            "outside the core");
        Fails(
            ReferenceConfiguration.System([Vec3.Zero], Box.Open).AddForce(new TailCorrection<LennardJones>(new(Cut))),
            "periodic along all three edges");

        static void Fails(MolecularSystem system, params string[] parts)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => new ForceField(system));
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    private static MolecularSystem Cell(int count, double edge) =>
        ReferenceConfiguration.System(Configurations.Random(count, Box.Cubic(4), 4, 0.8, 3), Box.Cubic(edge));
}
