using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>Values of pair potentials that follow from their formulas on paper.</summary>
public sealed class PairFormulaTests
{
    [Theory]
    [InlineData("Reduced", 1, 0)]
    [InlineData("Gromacs", 138.935457644, 1e-9)]
    [InlineData("Real", 332.063713299, 1e-9)]
    [InlineData("Metal", 14.3996454785, 1e-9)]
    [InlineData("Atomic", 1, 1e-15)]
    public void Coulomb_constant_is_that_of_CODATA_2018(string units, double expected, double tolerance) =>
        Assert.Equal(expected, UnitSystem.Parse(units).CoulombConstant, Math.Max(1e-15, tolerance * expected));

    [Fact]
    public void Coulomb_acts_by_the_product_of_charges_and_the_dielectric()
    {
        double energy = new Coulomb(332, 10, 4).Evaluate(2.5 * 2.5, out double forceOverR, chargeProduct: -0.5);
        Assert.Equal(332 * -0.5 / (4 * 2.5), energy, 1e-13);
        Assert.Equal(energy / (2.5 * 2.5), forceOverR, 1e-13);
    }

    [Fact]
    public void Potentials_without_a_cutoff_reach_as_far_as_one_likes()
    {
        Assert.Equal(1e-6, new Coulomb(1, double.PositiveInfinity).Evaluate(1e12, out _, chargeProduct: 1), 1e-20);
        Assert.Equal(0, new LennardJones(1, 1, double.PositiveInfinity).Evaluate(1 + 1e-16, out _), 1e-14);
        Assert.Equal(-4e-6, new LennardJones(1, 1, double.PositiveInfinity).Evaluate(100, out _), 1e-11);
        Assert.Contains("finite cutoff", Assert.Throws<ArgumentException>(
            () => new Shifted<Coulomb>(new Coulomb(1, double.PositiveInfinity))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reaction_field_of_the_same_medium_is_shifted_Coulomb()
    {
        ReactionField field = new(138.9, 1.2, 2, dielectric: 2);
        Shifted<Coulomb> shifted = new(new Coulomb(138.9, 1.2, 2));
        double energy = field.Evaluate(0.49, out double force, chargeProduct: 0.7);
        Assert.Equal(shifted.Evaluate(0.49, out double expected, chargeProduct: 0.7), energy, 1e-12);
        Assert.Equal(expected, force, 1e-11);
    }

    [Theory]
    [InlineData(78.5, 1)]
    [InlineData(10, 2)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Reaction_field_has_the_force_of_an_induced_continuum(double beyond, double within)
    {
        // The force at r is q q (1/r^2 - 2 k_rf r) with the Onsager factor 2 (e' - e)/(2 e' + e) of the linear part.
        const double r = 0.8, cutoff = 1.1;
        double factor = double.IsInfinity(beyond) ? 1 : 2 * (beyond - within) / ((2 * beyond) + within);
        new ReactionField(1, cutoff, beyond, within).Evaluate(r * r, out double forceOverR, chargeProduct: -1);
        Assert.Equal(-((1 / (r * r)) - (factor * r / Math.Pow(cutoff, 3))) / within, forceOverR * r, 1e-14);
    }

    [Fact]
    public void Morse_has_its_minimum_and_its_curvature()
    {
        Morse morse = new(3, 2, 1.5, 4);
        Assert.Equal(-3, morse.Evaluate(1.5 * 1.5, out double force), 1e-14);
        Assert.Equal(0, force, 1e-14);
        const double h = 1e-4;
        double curvature = (morse.Evaluate((1.5 + h) * (1.5 + h), out _) + morse.Evaluate((1.5 - h) * (1.5 - h), out _) + 6) / (h * h);
        Assert.Equal(2 * 3 * 4, curvature, 1e-5);
        Assert.Equal(0, morse.Evaluate(Square(1.5 - (Math.Log(2) / 2)), out _), 1e-13);
    }

    [Fact]
    public void Gaussian_has_its_height_and_its_width()
    {
        GaussianOverlap cloud = new(-2, 0.7, 3);
        Assert.Equal(-2, cloud.Evaluate(0, out _), 1e-15);
        Assert.Equal(-2 / Math.Sqrt(Math.E), cloud.Evaluate(0.49, out double forceOverR), 1e-15);
        Assert.Equal(-2 / Math.Sqrt(Math.E) / 0.49, forceOverR, 1e-14);
    }

    [Fact]
    public void Soft_core_goes_from_nothing_to_Lennard_Jones_and_is_finite_at_contact()
    {
        LennardJones hard = new(1.5, 1.1, 3, shifted: false);
        double expected = hard.Evaluate(1.3 * 1.3, out double expectedForce);
        Assert.Equal(expected, new SoftCore(1.5, 1.1, 1, 3).Evaluate(1.3 * 1.3, out double force), 1e-13);
        Assert.Equal(expectedForce, force, 1e-12);
        Assert.Equal(0, new SoftCore(1.5, 1.1, 0, 3).Evaluate(1.3 * 1.3, out _));
        double x = 0.5 * 0.25;
        Assert.Equal(4 * 1.5 * 0.5 * ((1 / (x * x)) - (1 / x)), new SoftCore(1.5, 1.1, 0.5, 3).Evaluate(0, out double contact), 1e-12);
        Assert.Equal(0, contact);
        Assert.Equal(
            0.25 * new SoftCore(1.5, 1.1, 0.5, 3, power: 0).Evaluate(1, out _),
            new SoftCore(1.5, 1.1, 0.5, 3, power: 2).Evaluate(1, out _),
            1e-14);
    }

    [Fact]
    public void Switch_leaves_what_is_near_and_halves_what_is_midway()
    {
        LennardJones cut = new(1, 1, 2.5, shifted: false);
        Switched<LennardJones> switched = new(cut, 1.5);
        Assert.Equal(cut.Evaluate(1.2, out double force), switched.Evaluate(1.2, out double same));
        Assert.Equal(force, same);
        Assert.Equal(0.5 * cut.Evaluate(4, out _), switched.Evaluate(4, out _), 1e-16);
        Fails(() => new Switched<LennardJones>(cut, 2.5), "switch distance is 2.5", "below the cutoff 2.5");
        Fails(() => new Switched<LennardJones>(cut, -1), "switch distance is -1");
    }

    [Fact]
    public void Shifted_force_is_the_force_less_that_at_the_cutoff()
    {
        LennardJones cut = new(1, 1, 2.5, shifted: false);
        ForceShifted<LennardJones> shifted = new(cut);
        cut.Evaluate(2.5 * 2.5, out double end);
        double plain = cut.Evaluate(1.44, out double force);
        Assert.Equal(force - (end * 2.5 / 1.2), Force(shifted, 1.2, out double energy), 1e-13);
        Assert.Equal(plain - cut.Evaluate(6.25, out _) + ((1.2 - 2.5) * end * 2.5), energy, 1e-14);

        static double Force(ForceShifted<LennardJones> potential, double r, out double energy)
        {
            energy = potential.Evaluate(r * r, out double forceOverR);
            return forceOverR;
        }
    }

    [Theory]
    [InlineData(MixingRule.LorentzBerthelot, 2, 1.5)]
    [InlineData(MixingRule.Geometric, 2, 1.4142135623730951)]
    [InlineData(MixingRule.WaldmanHagler, 0.49230769230769231, 1.7864076101018921)]
    public void Lennard_Jones_mixes_by_the_rule_of_its_table(MixingRule rule, double epsilon, double sigma)
    {
        // Waldman-Hagler: sigma^6 = (1 + 64)/2 and epsilon = 2 * 2 * 1 * 8 / 65.
        PairTable<LennardJones> table = new PairTable<LennardJones> { MixingRule = rule }
            .With("A", "A", new LennardJones(4, 1, 2.5)).With("B", "B", new LennardJones(1, 2, 3));
        MolecularSystem system = TwoTypes(1.7).AddForce(new PairForce<LennardJones>(table));
        double expected = new LennardJones(epsilon, sigma, 3).Evaluate(1.7 * 1.7, out _);
        Assert.Equal(expected, Configurations.Evaluate(system).PotentialEnergy, 1e-12 * Math.Abs(expected));
        Assert.Equal(rule != default, table.Describe().EndsWith($"mixing {rule}", StringComparison.Ordinal));
        Wca mixed = Wca.Mix(new Wca(4, 1), new Wca(1, 2), rule);
        Assert.Equal(epsilon, mixed.Epsilon, 1e-15);
        Assert.Equal(sigma, mixed.Sigma, 1e-15);
    }

    [Fact]
    public void Buckingham_mixes_its_three_parameters()
    {
        Buckingham mixed = Buckingham.Mix(new(1e5, 0.1, 1, 2), new(4e5, 0.2, 4, 3), MixingRule.LorentzBerthelot);
        Assert.Equal(2e5, mixed.Repulsion, 1e-9);
        Assert.Equal(0.15, mixed.Decay, 1e-16);
        Assert.Equal(2, mixed.Dispersion, 1e-15);
        Assert.Equal(3, mixed.Cutoff);
    }

    [Fact]
    public void Potential_that_cannot_be_mixed_is_an_error_that_names_both_types()
    {
        PairTable<Morse> table = new PairTable<Morse>().With("A", "A", new Morse(1, 1, 1, 3)).With("B", "B", new Morse(1, 1, 1, 3));
        Fails(
            () => Configurations.Evaluate(TwoTypes(1).AddForce(new PairForce<Morse>(table))), "Morse", "B-A", "no mixing rule", "give them");
        PairTable<SoftCore> other = new PairTable<SoftCore>()
            .With("A", "A", new SoftCore(1, 1, 0.5, 3)).With("B", "B", new SoftCore(1, 1, 0.6, 3));
        Fails(() => Configurations.Evaluate(TwoTypes(1).AddForce(new PairForce<SoftCore>(other))), "B-A", "different lambda");
        PairTable<Buckingham> third = new PairTable<Buckingham> { MixingRule = MixingRule.WaldmanHagler }
            .With("A", "A", new(1e5, 0.1, 1, 2)).With("B", "B", new(1e5, 0.1, 1, 2));
        Fails(() => Configurations.Evaluate(TwoTypes(1).AddForce(new PairForce<Buckingham>(third))), "B-A", "WaldmanHagler does not mix");
    }

    [Fact]
    public void Buckingham_refuses_what_lies_inside_its_barrier()
    {
        Buckingham potential = new(1e5, 0.11, 2.3, 3);
        double top = potential.CoreDistance, step = 1e-4;
        Assert.True(top > 0.1 && top < 0.77, $"The barrier is at {top}.");
        potential.Evaluate(top * top * (1 + 1e-12), out double force);
        Assert.Equal(0, force / potential.EnergyScale, 1e-3);
        Assert.True(potential.Evaluate(Square(top + step), out double outside) > 0 && outside > 0, "Outside, the potential repels.");
        Assert.True(double.IsNaN(potential.Evaluate(Square(top - step), out double inside)));
        Assert.True(double.IsNaN(inside));
        Assert.Equal(0, new Buckingham(1e5, 0.11, 0, 3).CoreDistance);
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(0.1, 0, 0)], Box.Open)
            .AddForce(new PairForce<Buckingham>(potential));
        string message = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system)).Message;
        Assert.Contains("particles 0 and 1", message, StringComparison.Ordinal);
        Assert.Contains("0.1", message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"below {top:g6}"), potential.ExplainFault(0.1), StringComparison.Ordinal);
        Fails(() => new Buckingham(100, 0.11, 2.3, 3), "no repulsive core", "A = 100", "rho = 0.11", "C = 2.3");
        Fails(() => new Buckingham(1e5, 0.11, 2.3, 0.5 * top), "attracts at all distances below");
    }

    [Fact]
    public void Parameters_out_of_range_are_errors_that_name_them()
    {
        Fails(() => new Coulomb(1, 0), "Coulomb", "cutoff", "infinity");
        Fails(() => new Coulomb(1, 1, -2), "dielectric", "-2");
        Fails(() => new ReactionField(1, double.PositiveInfinity), "ReactionField", "cutoff");
        Fails(() => new ReactionField(1, 1, 0), "fieldDielectric", "0");
        Fails(() => new Morse(1, -1, 1, 2), "Morse", "steepness", "-1");
        Fails(() => new GaussianOverlap(double.NaN, 1, 2), "Gaussian", "height", "NaN");
        Fails(() => new SoftCore(1, 1, 1.2, 2), "SoftCore", "lambda", "1.2", "from 0 to 1");
        Fails(() => new Buckingham(1, 1, -1, 2), "dispersion", "-1");
        Fails(
            () => Configurations.Evaluate(TwoTypes(1).AddForce(new PairForce<Coulomb>(new Coulomb(1, 2)))),
            "Coulomb acts between charges");
    }

    private static void Fails(Func<object> action, params string[] parts)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(action);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private static double Square(double r) => r * r;

    private static MolecularSystem TwoTypes(double distance)
    {
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(distance, 0, 0)], Box.Open);
        Topology topology = system.Topology with { TypeNames = ["A", "B"], Types = [0, 1] };
        return system with { Start = system.Start with { Topology = topology } };
    }
}
