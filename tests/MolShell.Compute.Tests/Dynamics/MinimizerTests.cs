using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Tests.Forces;
using Xunit;

namespace MolShell.Compute.Tests.Dynamics;

public sealed class MinimizerTests
{
    public static TheoryData<MinimizationMethod> Methods() => [.. Enum.GetValues<MinimizationMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Lennard_Jones_cluster_of_13_finds_its_icosahedron(MinimizationMethod method)
    {
        // The global minimum is -44.326801 (Northby 1987); start from a slightly distorted icosahedron.
        double golden = (1 + Math.Sqrt(5)) / 2;
        List<Vec3> positions = [Vec3.Zero];
        foreach (double a in new[] { -1.0, 1 })
        {
            foreach (double b in new[] { -golden, golden })
            {
                positions.AddRange([new(0, a, b), new(a, b, 0), new(b, 0, a)]);
            }
        }

        Vec3[] distorted = [.. positions.Select((r, i) => (r * 0.62) + (new Vec3(Math.Sin(i), Math.Cos(2 * i), Math.Sin(3 * i)) * 0.05))];
        MolecularSystem system = ReferenceConfiguration.System(distorted, Box.Open)
            .AddForce(new PairForce<LennardJones>(new LennardJones(1, 1, 100, shifted: false)));
        MinimizationResult result = Minimize(system, new MinimizerOptions { Method = method, ForceTolerance = 1e-6 });
        Assert.True(result.Converged);
        Assert.Equal(-44.326801, result.Energy, 1e-6);
        Assert.True(result.StartEnergy > result.Energy);
        Assert.True(result.MaximumForce <= 1e-6);
        Assert.Equal(result.Energy, result.Frame.PotentialEnergy);
        Assert.InRange(result.Steps, 1, method == MinimizationMethod.Lbfgs ? 60 : 400);
        Assert.Equal(method, result.Method);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Overlapping_fluid_is_pulled_apart(MinimizationMethod method)
    {
        // 216 particles thrown anywhere into a dense box: energies of 1e10 and more at first.
        Box box = Box.Cubic(6.2);
        MolecularSystem system =
            ReferenceConfiguration.System(Configurations.Random(216, box, 6.2, 0.05, 3), box).AddForce(new PairForce<Wca>(new Wca(1, 1)));
        MinimizationResult result = Minimize(system, new MinimizerOptions { Method = method, ForceTolerance = 1e-3 });
        Assert.True(result.StartEnergy > 1e4);
        Assert.True(result.Converged, $"Largest force {result.MaximumForce} after {result.Steps} steps.");
        Assert.InRange(result.Energy, 0, 216);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Bond_near_its_greatest_length_does_not_break(MinimizationMethod method)
    {
        MolecularSystem system = ReferenceConfiguration.System([new(0, 0, 0), new(1.499, 0, 0), new(2.4, 0.1, 0)], Box.Open)
            .AddForce(new BondForce<FeneBond>(new FeneBond(30, 1.5, new Wca(1, 1)), ReferenceConfiguration.Chain(3, ring: false)));
        MinimizationResult result = Minimize(system, new MinimizerOptions { Method = method });
        Assert.True(result.Converged);

        // The known length of a Kremer-Grest bond at rest is 0.961.
        Assert.Equal(0.961, (result.Frame.Positions[1] - result.Frame.Positions[0]).Length(), 1e-3);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Toy_in_the_plane_stays_in_the_plane(MinimizationMethod method)
    {
        MolecularSystem system = TestRuns.Toy(new MuellerBrown(1), 2, new Vec3(-0.3, 1.1, 0), TestRuns.Langevin);
        MinimizationResult result = Minimize(system, new MinimizerOptions { Method = method, ForceTolerance = 1e-5 });
        Assert.Equal(-146.69952, result.Energy, 1e-4);
        Assert.Equal(0, result.Frame.Positions[0].Z);
    }

    [Fact]
    public void Steps_are_limited_and_reported()
    {
        List<int> steps = [];
        MolecularSystem system = TestRuns.Fluid();
        MinimizationResult result = Minimize(
            system, new MinimizerOptions { ForceTolerance = 0, MaximumSteps = 3, Progress = (step, _, _) => steps.Add(step) });
        Assert.False(result.Converged);
        Assert.Equal([1, 2, 3], steps);
        Assert.Equal(3, result.Steps);
        Assert.True(result.Evaluations >= 4);
    }

    [Fact]
    public void Faults_are_errors()
    {
        MolecularSystem system =
            ReferenceConfiguration.System([Vec3.Zero, Vec3.Zero], Box.Open).AddForce(new PairForce<Wca>(new Wca(1, 1)));
        Assert.Contains("particles 0 and 1", Assert.Throws<SimulationException>(() => Minimize(system, new()))
            .Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Minimize(TestRuns.Fluid(), new MinimizerOptions { ForceTolerance = -1 }));
        Assert.Throws<ArgumentException>(() => Minimize(TestRuns.Fluid(), new MinimizerOptions { MaximumMove = 0 }));
        Assert.ThrowsAny<OperationCanceledException>(
            () => Minimizer.Minimize(TestRuns.Fluid(), new MinimizerOptions { ForceTolerance = 0 }, null, new CancellationToken(true)));
    }

    private static MinimizationResult Minimize(MolecularSystem system, MinimizerOptions options) =>
        Minimizer.Minimize(system, options, null, TestContext.Current.CancellationToken);
}
