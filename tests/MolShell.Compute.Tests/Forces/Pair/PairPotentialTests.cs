using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

/// <summary>What every pair potential promises, over the one list of them.</summary>
public sealed partial class PairPotentialTests
{
    public static TheoryData<string> Potentials => PairPotentialCases.Names;

    [Fact]
    public void Every_potential_of_the_library_is_in_the_list()
    {
        Type[] listed = [.. PairPotentialCases.Values.SelectMany(entry => Parts(entry.Type)).Distinct()];
        Type[] library = [.. typeof(IPairPotential<>).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IPairPotential<>)))];
        Assert.True(library.Length >= 11, "The library lost its potentials.");
        Assert.Empty(library.Except(listed));

        static IEnumerable<Type> Parts(Type type) => type.IsGenericType
            ? type.GetGenericArguments().SelectMany(Parts).Prepend(type.GetGenericTypeDefinition())
            : [type];
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Force_is_the_derivative_of_the_energy(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        foreach (double r in Distances(potential))
        {
            double h = 1e-5 * r;
            double slope = ((8 * (Energy(r + h) - Energy(r - h))) - (Energy(r + (2 * h)) - Energy(r - (2 * h)))) / (12 * h);
            (double energy, double forceOverR) = potential.At(r);
            double scale = Math.Abs(slope) + ((Math.Abs(energy) + potential.EnergyScale) / r);
            Assert.True(
                Math.Abs(slope + (forceOverR * r)) <= 1e-8 * scale,
                FormattableString.Invariant($"{name} at {r}: force {forceOverR * r:R}, numeric {-slope:R}."));
        }

        double Energy(double r) => potential.At(r).Energy;
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Forces_and_virial_of_a_system_are_derivatives_of_its_energy(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        Box box = Configurations.NamedBox("triclinic", 3.1);
        Vec3[] positions = Configurations.Random(8, box, 3.1, Math.Max(1, potential.Nearest), 17);
        MolecularSystem system = Charged(ReferenceConfiguration.System(positions, box)).AddForce(potential.Force());
        ForceCheckReport report = ForceCheck.Run(system, cancellation: TestContext.Current.CancellationToken);
        Assert.True(report.IsConsistent, report.ToString());
        Assert.NotEqual(0, Configurations.Evaluate(system).PotentialEnergy);
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Mixed_precision_of_a_system_is_within_1e_5_of_double(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        foreach (string box in new[] { "cube", "triclinic" })
        {
            Box cell = Configurations.NamedBox(box, 7.5);
            Vec3[] positions = Configurations.Random(120, cell, 7.5, Math.Max(0.9, potential.Nearest), 23);
            MolecularSystem system = Charged(ReferenceConfiguration.System(positions, cell)).AddForce(potential.Force());
            EnergyReport wide = Report(system, Precision.Double), mixed = Report(system, Precision.Mixed);
            double scale = Math.Max(Math.Abs(wide.PotentialEnergy), potential.EnergyScale * positions.Length);
            Assert.Equal(wide.PotentialEnergy, mixed.PotentialEnergy, 1e-5 * scale);
            Assert.Equal(wide.Virial.Trace, mixed.Virial.Trace, 1e-5 * Math.Max(Math.Abs(wide.Virial.Trace), scale));
            double error = wide.Forces.Zip(mixed.Forces).Max(pair => (pair.First - pair.Second).Length());
            Assert.True(error <= 1e-5 * wide.MaximumForce, FormattableString.Invariant($"{name}: {error} of {wide.MaximumForce}."));
            Assert.NotEqual(wide.PotentialEnergy, mixed.PotentialEnergy);
        }

        static EnergyReport Report(MolecularSystem system, Precision precision)
        {
            using ForceField field = new(system, new ForceFieldOptions { Precision = precision });
            return field.Report(system.Start);
        }
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Energy_and_force_end_at_the_cutoff_as_promised(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        (double energy, double forceOverR) = potential.At(potential.Cutoff * (1 - 1e-10));
        double force = forceOverR * potential.Cutoff * potential.Cutoff;
        Assert.True(EndsAtZero(energy) == potential.EndsInEnergy, FormattableString.Invariant($"{name}: the energy ends with {energy:R}."));
        Assert.True(EndsAtZero(force) == potential.EndsInForce, FormattableString.Invariant($"{name}: the force ends with {force:R}."));

        bool EndsAtZero(double end) => Math.Abs(end) < 1e-8 * potential.EnergyScale;
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Nothing_acts_beyond_the_cutoff(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        Assert.NotEqual(0, TwoAt(0.99 * potential.Cutoff).PotentialEnergy);
        Assert.Equal(0, TwoAt(1.000001 * potential.Cutoff).PotentialEnergy);
        Assert.Equal(0, TwoAt(1.000001 * potential.Cutoff).MaximumForce);

        EnergyReport TwoAt(double r) => Configurations.Evaluate(
            Charged(ReferenceConfiguration.System([Vec3.Zero, new(0, r, 0)], Box.Open)).AddForce(potential.Force()));
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Every_register_width_gives_the_same_bits(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        double[] r2 = SquaredDistances(potential);
        (double, double)[] wide = potential.Evaluate<Lane<double>, double>(r2);
        Assert.Equal(wide, potential.Evaluate<Lanes128<double>, double>(r2));
        Assert.Equal(wide, potential.Evaluate<Lanes256<double>, double>(r2));
        Assert.Equal(wide, potential.Evaluate<Lanes512<double>, double>(r2));
        (double, double)[] single = potential.Evaluate<Lane<float>, float>(r2);
        Assert.Equal(single, potential.Evaluate<Lanes128<float>, float>(r2));
        Assert.Equal(single, potential.Evaluate<Lanes256<float>, float>(r2));
        Assert.Equal(single, potential.Evaluate<Lanes512<float>, float>(r2));
        Assert.NotEqual(wide, single);
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Single_precision_is_within_1e_5_of_double(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        double[] r2 = SquaredDistances(potential);
        (double Energy, double ForceOverR)[] wide = potential.Evaluate<Lane<double>, double>(r2);
        (double Energy, double ForceOverR)[] single = potential.Evaluate<Lane<float>, float>(r2);
        for (int i = 0; i < r2.Length; i++)
        {
            double force = wide[i].ForceOverR * r2[i];
            AssertClose(wide[i].Energy, single[i].Energy, "energy", r2[i]);
            AssertClose(force, single[i].ForceOverR * r2[i], "force", r2[i]);
        }

        void AssertClose(double expected, double actual, string what, double square) => Assert.True(
            Math.Abs(actual - expected) <= 1e-5 * (Math.Abs(expected) + potential.EnergyScale),
            FormattableString.Invariant($"{name}, {what} at {Math.Sqrt(square)}: {actual:R} single, {expected:R} double."));
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void A_potential_mixed_with_itself_is_itself_or_refuses(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        foreach (MixingRule rule in Enum.GetValues<MixingRule>())
        {
            if (potential.Rules.Contains(rule))
            {
                double[] mixed = PairPotentialCase.NumbersOf(potential.DescribeMixed(rule));
                double[] own = PairPotentialCase.NumbersOf(potential.Describe());
                Assert.Equal(own.Length, mixed.Length);
                Assert.All(own.Zip(mixed), pair => Assert.Equal(pair.First, pair.Second, 1e-14 * Math.Abs(pair.First)));
            }
            else
            {
                ArgumentException fault = Assert.Throws<ArgumentException>(() => potential.DescribeMixed(rule));
                Assert.Matches("mixing rule|does not mix", fault.Message);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Description_tells_every_number_in_every_culture(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        Assert.Equal(potential.Numbers.Order(), PairPotentialCase.NumbersOf(potential.Describe()).Order());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            comma.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(name, potential.Describe());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void OpenCL_formula_reads_what_is_packed_and_sets_both_results(string name)
    {
        PairPotentialCase potential = PairPotentialCases.Find(name);
        (double[] numbers, double[] data) = potential.Pack();
        Assert.All(numbers, number => Assert.True(double.IsFinite(number), $"{name} packs {number}."));
        IEnumerable<int> used =
            Index().Matches(potential.OpenCl).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, potential.ParameterCount), used.Distinct().Order());
        Assert.Equal(data.Length > 0, potential.OpenCl.Contains("data[", StringComparison.Ordinal));
        Assert.Equal(potential.UsesCharges, potential.OpenCl.Contains("chargeProduct", StringComparison.Ordinal));
        Assert.Contains("*forceOverR = ", potential.OpenCl, StringComparison.Ordinal);
        Assert.Matches(@"^[^;]*return [^;]*;\s*$", potential.OpenCl[(potential.OpenCl.TrimEnd().TrimEnd(';').LastIndexOf(';') + 1)..]);
        Assert.Single(Regex.Matches(potential.OpenCl, @"\breturn\b"));
        Assert.Equal(potential.OpenCl.Count(c => c == '{'), potential.OpenCl.Count(c => c == '}'));
    }

    [Theory]
    [MemberData(nameof(Potentials))]
    public void Scale_of_energy_is_positive_and_finite(string name)
    {
        double scale = PairPotentialCases.Find(name).EnergyScale;
        Assert.True(scale > 0 && double.IsFinite(scale), FormattableString.Invariant($"{name}: {scale}."));
    }

    internal static MolecularSystem Charged(MolecularSystem system)
    {
        double magnitude = Math.Sqrt(-PairPotentialCase.ChargeProduct);
        Topology topology = system.Topology with
        {
            Charges = [.. Enumerable.Range(0, system.ParticleCount).Select(i => i % 2 == 0 ? magnitude : -magnitude)],
        };
        return system with { Start = system.Start with { Topology = topology } };
    }

    // Not at points of tables, where the second derivative jumps.
    private static double[] Distances(PairPotentialCase potential) =>
        [.. Enumerable.Range(0, 37).Select(i => potential.Nearest + ((potential.Cutoff - potential.Nearest) * (i + 0.3) / 37.1))];

    // Numbers of single precision.
    internal static double[] SquaredDistances(PairPotentialCase potential) =>
        Array.ConvertAll(Distances(potential), r => (double)(float)(r * r));

    [GeneratedRegex(@"\bp\[(\d+)\]")]
    private static partial Regex Index();
}
