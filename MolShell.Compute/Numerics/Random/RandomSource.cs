namespace MolShell.Compute.Numerics.Random;

/// <summary>
/// A sequence of draws under one key, for Monte Carlo decisions: the same key gives the same sequence. Belongs to one thread.
/// </summary>
public sealed class RandomSource(RandomKey key)
{
    private const uint Domain = 0x53455155;
    private ulong counter;
    private ulong spare;
    private bool hasSpare;
    private double spareNormal;
    private bool hasSpareNormal;

    /// <summary>Begins the sequence of another key, without a new object.</summary>
    public void Restart(RandomKey other)
    {
        key = other;
        counter = 0;
        hasSpare = hasSpareNormal = false;
    }

    /// <summary>64 independent bits.</summary>
    public ulong NextUInt64()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        Philox.Block block = Philox.Generate(key.Value, counter++, 0, Domain);
        spare = ((ulong)block.R3 << 32) | block.R2;
        hasSpare = true;
        return ((ulong)block.R1 << 32) | block.R0;
    }

    /// <summary>Uniform in [0, 1) with 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1ul << 53));

    /// <summary>Uniform in 0 ... <paramref name="count"/> - 1, without bias. Lemire 2019, doi:10.1145/3230636.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    public int NextInt(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ulong n = (ulong)count;
        ulong high = Math.BigMul(NextUInt64(), n, out ulong low);
        if (low < n)
        {
            ulong biased = unchecked(0ul - n) % n;
            while (low < biased)
            {
                high = Math.BigMul(NextUInt64(), n, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Normal with mean 0 and variance 1 (Box-Muller).</summary>
    public double NextNormal()
    {
        if (hasSpareNormal)
        {
            hasSpareNormal = false;
            return spareNormal;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * NextDouble());
        spareNormal = radius * sin;
        hasSpareNormal = true;
        return radius * cos;
    }

    /// <summary>
    /// Gamma deviate with density x^(a-1) exp(-x)/Gamma(a); mean and variance are both a = <paramref name="shape"/>. Exact, by rejection.
    /// Marsaglia and Tsang 2000, doi:10.1145/358407.358414.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shape"/> is not positive.</exception>
    public double NextGamma(double shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
        {
            return NextGamma(shape + 1) * Math.Pow(1 - NextDouble(), 1 / shape);
        }

        double d = shape - (1.0 / 3);
        while (true)
        {
            double normal = NextNormal();
            double root = 1 + (normal / Math.Sqrt(9 * d));
            double cube = root * root * root;
            if (cube > 0 && Math.Log(1 - NextDouble()) < (0.5 * normal * normal) + (d * (1 - cube + Math.Log(cube))))
            {
                return d * cube;
            }
        }
    }
}
