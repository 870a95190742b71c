using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Forces;

/// <summary>Every potential of place in every register width, and its force against its energy.</summary>
public sealed class ExternalPotentialLanesTests
{
    private const int Places = 64;

    private static readonly GaussianTerm[] Terms =
        [new(-0.7, new Vec3(-0.5, 0.1, 0.2), new Vec3(12, 0.5, 1)), new(0.4, new Vec3(0.5, 0, 0), new Vec3(1, 2, 0))];

    [Fact]
    public void Double_well() => Check(new DoubleWell(1.5, 0.8));

    [Fact]
    public void Harmonic_well() => Check(new HarmonicWell(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3)));

    [Fact]
    public void Sextic_wall() => Check(new SexticWall(new Vec3(1, 2, 3), new Vec3(0.1, 0.2, 0.3)));

    [Fact]
    public void Gaussian_sum() => Check(new GaussianSum(Terms));

    [Fact]
    public void Mueller_Brown() => Check(new MuellerBrown(0.02));

    [Fact]
    public void Entropic_switch() => Check(new EntropicSwitch(1.3));

    [Fact]
    public void Uniform_field() => Check(new UniformField(new Vec3(1, -2, 0.5)));

    [Fact]
    public void Walls_of_all_profiles_and_shapes()
    {
        Check(new PlaneWall<HarmonicWall>(new(3), new Vec3(1, 2, 2), 0.1));
        Check(new PlaneWall<LennardJonesWall>(new(1.2, 1, 2.5), new Vec3(1, 2, 2), -3));
        Check(new PlaneWall<LennardJones93Wall>(new(1.2, 1, 2.5), new Vec3(0, 1, 0), -2.5));
        Check(new SphereWall<HarmonicWall>(new(3), 1, new Vec3(0.1, 0.2, 0.3)));
        Check(new SphereWall<LennardJonesWall>(LennardJonesWall.Wca(1, 1), 3.5, new Vec3(0.1, 0.2, 0.3)));
    }

    [Fact]
    public void Sums_give_each_part_its_own_numbers()
    {
        Check(new ExternalSum<GaussianSum, GaussianSum>(new(Terms[0]), new(Terms)));
        Check(new ExternalSum<ExternalSum<SexticWall, GaussianSum>, ExternalSum<DoubleWell, GaussianSum>>(
            new(new SexticWall(new Vec3(1, 2, 3)), new(Terms[1])), new(new DoubleWell(2), new(Terms))));
    }

    [Fact]
    public void The_OpenCL_text_of_a_sum_shifts_the_numbers_of_the_second_part()
    {
        string text = ExternalSum<SexticWall, DoubleWell>.OpenCl;
        Assert.Contains("p[0] * x2 * x2 * dx", text, StringComparison.Ordinal);
        Assert.Contains("real u = x * p[6];", text, StringComparison.Ordinal);
        Assert.Contains("sum9 += p[7] * v * v;", text, StringComparison.Ordinal);
        Assert.Equal(1, text.Split("return ").Length - 1);
    }

    private static void Check<TPotential>(TPotential potential)
        where TPotential : struct, IExternalPotential
    {
        RandomSource random = new(new RandomKey(11));
        double[] x = Draw(), y = Draw(), z = Draw();
        AssertSameBits<TPotential, Lanes128<double>>(potential, x, y, z);
        AssertSameBits<TPotential, Lanes256<double>>(potential, x, y, z);
        AssertSameBits<TPotential, Lanes512<double>>(potential, x, y, z);
        for (int i = 0; i < Places; i++)
        {
            Vec3 place = new(x[i], y[i], z[i]);
            potential.Evaluate(place, out Vec3 force);
            foreach (Vec3 axis in new Vec3[] { new(1, 0, 0), new(0, 1, 0), new(0, 0, 1) })
            {
                const double step = 1e-4;
                double slope = (potential.Evaluate(place + (axis * step), out _) - potential.Evaluate(place - (axis * step), out _)) / (2 * step);
                Assert.Equal(-slope, Vec3.Dot(force, axis), 1e-5 * (1 + force.Length()));
            }
        }

        double[] Draw() => [.. Enumerable.Range(0, Places).Select(_ => (3 * random.NextDouble()) - 1.5)];
    }

    private static void AssertSameBits<TPotential, TReal>(TPotential potential, double[] x, double[] y, double[] z)
        where TPotential : struct, IExternalPotential
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        PackedPotentials<TPotential, TReal> numbers = new(potential);
        for (int i = 0; i < Places; i += TReal.Count)
        {
            TReal energy = TPotential.Evaluate(
                TReal.Load(ref x[0], i), TReal.Load(ref y[0], i), TReal.Load(ref z[0], i), numbers[0], out TReal fx, out TReal fy, out TReal fz);
            for (int lane = 0; lane < TReal.Count; lane++)
            {
                double alone = potential.Evaluate(new Vec3(x[i + lane], y[i + lane], z[i + lane]), out Vec3 force);
                Assert.Equal((alone, force), (energy[lane], new Vec3(fx[lane], fy[lane], fz[lane])));
            }
        }
    }
}
