using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Numerics.Simd;
using Xunit;

namespace MolShell.Compute.Tests.Numerics.Random;

public sealed class NoiseLanesTests
{
    private static readonly RandomKey Key = RandomKey.FromSeed(3, RandomStream.Thermostat);

    [Fact]
    public void Words_of_every_width_are_those_of_one_word()
    {
        AssertSameWords<Words128, Lanes128<double>>();
        AssertSameWords<Words256, Lanes256<double>>();
        AssertSameWords<Words512, Lanes512<double>>();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1001)]
    public void Every_width_gives_the_bits_of_single_particles(int count)
    {
        AssertSameBits<Word, Lane<double>>(count);
        AssertSameBits<Words128, Lanes128<double>>(count);
        AssertSameBits<Words256, Lanes256<double>>(count);
        AssertSameBits<Words512, Lanes512<double>>(count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(100)]
    public void Listed_and_consecutive_particles_get_the_noise_of_their_index(int count)
    {
        int[] listed = [.. Enumerable.Range(0, count).Select(i => int.MaxValue - (i * 7))];
        double[] x = new double[count], y = new double[count], z = new double[count];
        NoiseLanes.Fill(Key, -5, listed, x, y, z);
        Assert.Equal(listed.Select(i => Gaussian.Three(Key, -5, i)), Vectors(x, y, z));
        NoiseLanes.Fill(Key, long.MaxValue, 12, x, y, z);
        Assert.Equal(Enumerable.Range(12, count).Select(i => Gaussian.Three(Key, long.MaxValue, i)), Vectors(x, y, z));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(70)]
    public void Steps_of_one_particle_get_the_noise_of_each_step(int count)
    {
        long first = uint.MaxValue - 20L;
        double[] x = new double[count], y = new double[count], z = new double[count];
        NoiseLanes.FillSteps(Key, first, 3, x, y, z);
        Assert.Equal(Enumerable.Range(0, count).Select(i => Gaussian.Three(Key, first + i, 3)), Vectors(x, y, z));
    }

    [Fact]
    public void Fewer_axes_are_the_first_of_three()
    {
        double[] x = new double[21], y = new double[21];
        NoiseLanes.Fill(Key, 4, 0, x, y);
        Assert.Equal(Enumerable.Range(0, 21).Select(i => Gaussian.Two(Key, 4, i)), x.Zip(y));
        NoiseLanes.Fill(Key, 4, 0, x);
        Assert.Equal(Enumerable.Range(0, 21).Select(i => Gaussian.One(Key, 4, i)), x);
    }

    [Fact]
    public void Spans_of_other_lengths_are_refused()
    {
        double[] three = new double[3], four = new double[4];
        Assert.Contains("of 3 particles or steps goes to spans of 3, 4 and 3", Refused(() => NoiseLanes.Fill(Key, 0, 0, three, four, three)));
        Assert.Contains("of 3, 0 and 3", Refused(() => NoiseLanes.Fill(Key, 0, 0, three, default, three)));
        Assert.Contains("of 2 particles or steps goes to spans of 3", Refused(() => NoiseLanes.Fill(Key, 0, [1, 2], three)));

        static string Refused(Action fill) => Assert.Throws<ArgumentException>(fill).Message;
    }

    private static void AssertSameWords<TWords, TReal>()
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, ILanes<TReal>
    {
        int[] particles = [.. Enumerable.Range(0, TReal.Count).Select(i => -3 + (1_000_000_007 * i))];
        ulong[] counters = [.. Enumerable.Range(0, TReal.Count).Select(i => ulong.MaxValue / 3 * (ulong)i)];
        (TWords R0, TWords R1, TWords R2, TWords R3) words = Philox.Generate<TWords, TReal>(
            Key.Value, TWords.Load(ref counters[0], 0), TWords.Load(ref particles[0], 0), TWords.Sequence + 9);
        for (int i = 0; i < TReal.Count; i++)
        {
            Philox.Block block = Philox.Generate(Key.Value, counters[i], (uint)particles[i], (uint)i + 9);
            Assert.Equal([block.R0, block.R1, block.R2, block.R3], Numbers(i));
        }

        double[] Numbers(int i) => [words.R0.ToReal()[i], words.R1.ToReal()[i], words.R2.ToReal()[i], words.R3.ToReal()[i]];
    }

    private static void AssertSameBits<TWords, TReal>(int count)
        where TWords : struct, IWords<TWords, TReal>
        where TReal : struct, IMemoryLanes<TReal, double>
    {
        double[] x = new double[count], y = new double[count], z = new double[count];
        NoiseLanes.Fill<Address, TWords, TReal>(default, x, y, z);
        Assert.Equal(Enumerable.Range(0, count).Select(i => Gaussian.Three(new RandomKey((ulong)i), i + 7, i)), Vectors(x, y, z));
    }

    private static IEnumerable<Vec3> Vectors(double[] x, double[] y, double[] z) => x.Select((_, i) => new Vec3(x[i], y[i], z[i]));

    private readonly struct Address : INoiseAddress
    {
        public (TWords Key, TWords Step, TWords Particle) At<TWords, TReal>(int i)
            where TWords : struct, IWords<TWords, TReal>
            where TReal : struct, ILanes<TReal>
        {
            TWords index = TWords.Sequence + (ulong)i;
            return (index, index + 7, index);
        }
    }
}
