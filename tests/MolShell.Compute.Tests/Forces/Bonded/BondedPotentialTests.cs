using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Bonded;

/// <summary>What must hold for every potential along bonds, of angles and of dihedrals.</summary>
public sealed partial class BondedPotentialTests
{
    // Neither flat nor straight anywhere, with bonds of length 0.85 to 1.15.
    private static readonly Vec3[] Chain =
        [new(0.1, 0.2, 0.3), new(0.9, 0.5, 0.1), new(1.2, 1.3, 0.5), new(0.6, 1.9, 0.8), new(0.9, 2.5, 1.5), new(1.7, 2.2, 2.1)];

    public static TheoryData<string> Names => [.. BondedCase.Names];

    public static TheoryData<string, string> NamesAndBoxes
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string name in BondedCase.Names)
            {
                foreach (string box in Configurations.BoxNames)
                {
                    data.Add(name, box);
                }
            }

            return data;
        }
    }

    [Fact]
    public void The_list_has_every_potential()
    {
        Type[] kinds = [typeof(IBondPotential), typeof(IAnglePotential), typeof(IDihedralPotential)];
        IEnumerable<Type> potentials = typeof(IBondPotential).Assembly.GetTypes()
            .Where(type => type.IsValueType && kinds.Any(kind => kind.IsAssignableFrom(type)));
        Assert.Equal(
            potentials.Select(type => type.Name).Order(), BondedCase.All.Select(potential => potential.Potential.Name).Distinct().Order());
        Assert.Equal(BondedCase.All.Count, BondedCase.Names.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(NamesAndBoxes))]
    public void Forces_and_virial_are_derivatives_of_the_energy_in_every_box(string name, string box)
    {
        Box cell = Configurations.NamedBox(box, 4.4);
        MolecularSystem system = ReferenceConfiguration.System(Configurations.Scatter(Chain, cell, 2), cell).AddForce(Force(name));
        ForceCheckReport report = ForceCheck.Run(system, cancellation: TestContext.Current.CancellationToken);
        ForceCheckTerm term = Assert.Single(report.Terms);
        Assert.True(term.IsConsistent, $"Force error {term.ForceError}, virial error {term.VirialError}.");
        Assert.NotEqual(0, term.Force);
    }

    [Theory]
    [MemberData(nameof(NamesAndBoxes))]
    public void Bonds_go_to_nearest_images(string name, string box)
    {
        Box cell = Configurations.NamedBox(box, 4.4);
        MolecularSystem system = ReferenceConfiguration.System(Chain, cell).AddForce(Force(name));
        AssertSame(Configurations.Evaluate(system), Configurations.Evaluate(system.At(Configurations.Scatter(Chain, cell, 7))), f => f);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Turned_moved_and_mirrored_chains_have_the_same_energy_and_turned_forces(string name)
    {
        MolecularSystem system = ReferenceConfiguration.System(Chain, Box.Open).AddForce(Force(name));
        EnergyReport report = Configurations.Evaluate(system);
        AssertSame(report, Configurations.Evaluate(system.At(Array.ConvertAll(Chain, r => Turn(r) + new Vec3(3, -2, 5)))), Turn);
        Vec3 sum = report.Forces.Aggregate((a, b) => a + b);
        Vec3 torque = Chain.Zip(report.Forces, Vec3.Cross).Aggregate((a, b) => a + b);
        double scale = report.Forces.Max(f => f.Length());
        Assert.Equal(0, sum.Length() / scale, 1e-13);
        Assert.Equal(0, torque.Length() / scale, 1e-12);

        // A mirror turns the sign of a dihedral.
        if (BondedCase.Find(name).Size < 4)
        {
            AssertSame(report, Configurations.Evaluate(system.At(Array.ConvertAll(Chain, Mirror))), Mirror);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Terms_read_backwards_and_renumbered_particles_change_nothing(string name)
    {
        MolecularSystem system = ReferenceConfiguration.System(Chain, Box.Open);
        BondedCase potential = BondedCase.Find(name);
        EnergyReport report = Configurations.Evaluate(system.AddForce(Force(name)));
        int[][] backwards = [.. Groups(potential.Size).Select(group => group.Reverse().ToArray())];
        AssertSame(report, Configurations.Evaluate(system.AddForce(potential.Make(backwards))), f => f);

        int[] places = [4, 2, 5, 0, 3, 1];
        Vec3[] renumbered = new Vec3[Chain.Length];
        for (int i = 0; i < places.Length; i++)
        {
            renumbered[places[i]] = Chain[i];
        }

        IForce force = potential.Make(Groups(potential.Size).Select(group => Array.ConvertAll(group, i => places[i])));
        EnergyReport other = Configurations.Evaluate(system.At(renumbered).AddForce(force));
        Assert.Equal(report.PotentialEnergy, other.PotentialEnergy, 1e-13 * Math.Abs(report.PotentialEnergy));
        for (int i = 0; i < places.Length; i++)
        {
            Assert.Equal(0, (report.Forces[i] - other.Forces[places[i]]).Length(), 1e-12 * report.MaximumForce);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Formula_and_its_derivative_agree(string name)
    {
        BondedCase potential = BondedCase.Find(name);
        double largest = potential.Places.Max(place => Math.Abs(potential.Evaluate<Lane<double>>(place).Derivative));
        foreach (double place in potential.Places)
        {
            double h = 1e-4;
            double slope = ((8 * (At(place + h) - At(place - h))) - (At(place + (2 * h)) - At(place - (2 * h)))) / (12 * h);
            Assert.Equal(slope, potential.Evaluate<Lane<double>>(place).Derivative, 1e-8 * largest);
        }

        double At(double place) => potential.Evaluate<Lane<double>>(place).Energy;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_register_widths_give_the_same_bits_and_single_precision_seven_digits(string name)
    {
        BondedCase potential = BondedCase.Find(name);
        double energies = potential.Places.Max(place => Math.Abs(potential.Evaluate<Lane<double>>(place).Energy));
        double slopes = potential.Places.Max(place => Math.Abs(potential.Evaluate<Lane<double>>(place).Derivative));
        foreach (double place in potential.Places)
        {
            (double energy, double slope) = potential.Evaluate<Lane<double>>(place);
            Assert.Equal((energy, slope), potential.Evaluate<Lanes128<double>>(place));
            Assert.Equal((energy, slope), potential.Evaluate<Lanes256<double>>(place));
            Assert.Equal((energy, slope), potential.Evaluate<Lanes512<double>>(place));
            (double singleEnergy, double singleSlope) = potential.Evaluate<Lane<float>>(place);
            Assert.Equal((singleEnergy, singleSlope), potential.Evaluate<Lanes256<float>>(place));
            Assert.Equal(energy, singleEnergy, 2e-6 * energies);
            Assert.Equal(slope, singleSlope, 5e-6 * slopes);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Registers_threads_and_precision_of_pairs_change_no_bit(string name)
    {
        // 51 chains beside each other: lanes and chunks that are not full, too.
        BondedCase potential = BondedCase.Find(name);
        const int chains = 51;
        Vec3[] positions =
            [.. Enumerable.Range(0, chains).SelectMany(c => Chain.Select(r => (r * (1 + (0.0003 * c))) + new Vec3(0, 0, 3 * c)))];
        IEnumerable<int[]> groups = Enumerable.Range(0, chains).SelectMany(
            c => Groups(potential.Size).Select(group => Array.ConvertAll(group, i => (c * Chain.Length) + i)));
        MolecularSystem system = ReferenceConfiguration.System(positions, Box.Open).AddForce(potential.Make(groups));
        EnergyReport scalar = system.Measure(Precision.Double, width: 0);
        Assert.NotEqual(0, scalar.PotentialEnergy);
        foreach (int width in Engine.Widths)
        {
            Engine.AssertSameBits(scalar, system.Measure(Precision.Mixed, width));
            Engine.AssertSameBits(scalar, system.Measure(Precision.Mixed, width, threads: 3));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OpenCL_text_uses_each_parameter_and_returns_once_at_its_end(string name)
    {
        BondedCase potential = BondedCase.Find(name);
        IEnumerable<int> used = Index().Matches(potential.OpenCl)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(0, potential.ParameterCount), used.Distinct().Order());
        Assert.Contains(potential.Size == 2 ? "*forceOverR = " : "*derivative = ", potential.OpenCl, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(potential.OpenCl, @"\breturn\b"));
        Assert.Matches(@"\breturn [^;]*;\s*$", potential.OpenCl);
    }

    [GeneratedRegex(@"\bp\[(\d+)\]")]
    private static partial Regex Index();

    private static int[][] Groups(int size) =>
        [.. Enumerable.Range(0, Chain.Length - size + 1).Select(first => Enumerable.Range(first, size).ToArray())];

    private static IForce Force(string name)
    {
        BondedCase potential = BondedCase.Find(name);
        return potential.Make(Groups(potential.Size));
    }

    private static void AssertSame(EnergyReport expected, EnergyReport actual, Func<Vec3, Vec3> map)
    {
        // The energy changes by the force times the rounding of the positions.
        double rounding = 1e-12 * (Math.Abs(expected.PotentialEnergy) + expected.MaximumForce);
        Assert.Equal(expected.PotentialEnergy, actual.PotentialEnergy, rounding);
        for (int i = 0; i < expected.Forces.Length; i++)
        {
            Assert.Equal(0, (map(expected.Forces[i]) - actual.Forces[i]).Length(), 1e-12 * expected.MaximumForce);
        }
    }

    // By 1.1 about z, then by 0.7 about x.
    private static Vec3 Turn(Vec3 r)
    {
        (double s1, double c1) = Math.SinCos(1.1);
        (double s2, double c2) = Math.SinCos(0.7);
        (double x, double y) = ((c1 * r.X) - (s1 * r.Y), (s1 * r.X) + (c1 * r.Y));
        return new Vec3(x, (c2 * y) - (s2 * r.Z), (s2 * y) + (c2 * r.Z));
    }

    private static Vec3 Mirror(Vec3 r) => new(-r.X, r.Y, r.Z);
}
