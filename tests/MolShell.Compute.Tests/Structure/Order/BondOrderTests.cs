using MolShell.Compute.Devices;
using MolShell.Compute.Numerics.Simd;
using MolShell.Compute.Numerics.SpecialFunctions;
using MolShell.Compute.Structure.Neighbors;
using MolShell.Compute.Structure.Order;
using Xunit;

namespace MolShell.Compute.Tests.Structure.Order;

public sealed class BondOrderTests
{
    private static readonly CpuDevice TwoThreads = new(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Harmonics_of_low_degree_are_the_polynomials_of_the_books()
    {
        (double x, double y, double z) = (0.48, -0.6, 0.64);
        SphericalHarmonics harmonics = new([0, 2, 3]);
        Span<Lane<double>> real = new Lane<double>[harmonics.Count], imaginary = new Lane<double>[harmonics.Count];
        harmonics.Add<Lane<double>>(x, y, z, 1, real, imaginary);
        (double Real, double Imaginary)[] expected =
        [
            (Math.Sqrt(1 / (4 * Math.PI)), 0),
            (0.25 * Math.Sqrt(5 / Math.PI) * ((3 * z * z) - 1), 0),
            (-0.5 * Math.Sqrt(7.5 / Math.PI) * x * z, -0.5 * Math.Sqrt(7.5 / Math.PI) * y * z),
            (0.25 * Math.Sqrt(7.5 / Math.PI) * ((x * x) - (y * y)), 0.25 * Math.Sqrt(7.5 / Math.PI) * 2 * x * y),
            (0.25 * Math.Sqrt(7 / Math.PI) * z * ((5 * z * z) - 3), 0),
        ];
        for (int k = 0; k < expected.Length; k++)
        {
            Assert.Equal(expected[k].Real, real[k][0], 1e-15);
            Assert.Equal(expected[k].Imaginary, imaginary[k][0], 1e-15);
        }
    }

    [Theory]
    [InlineData(1, 1, -1, 0, 0.40824829046386302)]
    [InlineData(2, 0, 0, 0, -0.23904572186687872)]
    [InlineData(2, 2, -1, -1, -0.29277002188455997)]
    [InlineData(6, 0, 0, 0, -0.09305950021129274)]
    public void Wigner_symbols_are_those_of_the_tables(int l, int m1, int m2, int m3, double expected) =>
        Assert.Equal(expected, Wigner3j.Equal(l, m1, m2, m3), 1e-14);

    // sum over m1, m2 of the squares is 1 for each l: they are a unitary transformation.
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    public void Wigner_symbols_are_normalised(int l)
    {
        double sum = 0;
        for (int m1 = -l; m1 <= l; m1++)
        {
            for (int m2 = -l; m2 <= l; m2++)
            {
                sum += Math.Pow(Wigner3j.Equal(l, m1, m2, -m1 - m2), 2);
            }
        }

        Assert.Equal(1, sum, 1e-13);
    }

    [Fact]
    public void Order_parameters_are_those_of_the_reference()
    {
        // The large configuration has fewer columns.
        foreach ((string name, double cutoff) in OrderReference.Cases)
        {
            NeighborTable neighbors = new CutoffNeighbors(cutoff).Find(OrderReference.Frame(name), TwoThreads, Token);
            HarmonicField field = HarmonicField.Compute(neighbors, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], TwoThreads, Token);
            Dictionary<string, double[]> table = OrderReference.Table($"{name}_atoms.csv.gz");
            foreach (int l in Enumerable.Range(2, 11).Where(l => table.ContainsKey($"q{l}")))
            {
                BondOrder order = new(l);
                Check($"q{l}", i => order.Q(field.Of(i, l)), 1e-10);
                if (l is 4 or 6)
                {
                    Check($"w{l}", i => order.W(field.Of(i, l)), 1e-10);
                    if (table.ContainsKey($"w{l}_raw"))
                    {
                        Check($"w{l}_raw", i => order.RawW(field.Of(i, l)), 1e-12);
                    }
                }
            }

            void Check(string column, Func<int, double> value, double tolerance)
            {
                for (int i = 0; i < neighbors.ParticleCount; i++)
                {
                    Assert.True(
                        Math.Abs(value(i) - table[column][i]) <= tolerance, $"{name}, {column} of {i}: {value(i)}, not {table[column][i]}");
                }
            }
        }
    }
}
