using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using Xunit;

namespace MolShell.Compute.Tests.Forces.Pair;

public sealed class EnergyTableTests
{
    private static readonly LennardJones Source = new(1, 1, 4, shifted: false);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Table_passes_through_its_points_and_approaches_its_source(bool withForces)
    {
        Tabulated coarse = new(Sample(61, withForces)), fine = new(Sample(121, withForces));
        for (int i = 1; i < 61; i++)
        {
            double r = 1 + (0.025 * i);
            Assert.Equal(Source.Evaluate(r * r, out _), coarse.Evaluate(r * r, out _), 1e-13);
        }

        // Cubics: the error of the energy falls as the fourth power of the spacing, near the ends of a spline somewhat slower.
        double ratio = Error(coarse) / Error(fine);
        Assert.True(ratio > 10, $"Half the spacing makes the error {ratio} times smaller.");
        Assert.True(Error(fine) < 1e-5, $"The error is {Error(fine)}.");

        static double Error(Tabulated table) => Enumerable.Range(0, 1000).Select(i => 1.2 + (0.001 * i))
            .Max(r => Math.Abs(table.Evaluate(r * r, out _) - Source.Evaluate(r * r, out _)));
    }

    [Fact]
    public void Given_forces_are_met_at_the_points()
    {
        Tabulated table = new(Sample(61, withForces: true));
        for (int i = 1; i < 61; i++)
        {
            double r = 1 + (0.025 * i);
            table.Evaluate(r * r, out double forceOverR);
            Source.Evaluate(r * r, out double expected);
            Assert.Equal(expected, forceOverR, 1e-11);
        }
    }

    [Fact]
    public void A_cubic_is_reproduced_in_full()
    {
        double[] distances = [.. Enumerable.Range(0, 9).Select(i => 1 + (0.25 * i))];
        Tabulated table = new(new EnergyTable(
            distances, Array.ConvertAll(distances, r => (r * r * r) - (2 * r)), Array.ConvertAll(distances, r => 2 - (3 * r * r))));
        foreach (double r in new[] { 1.001, 1.33, 2.2, 2.999 })
        {
            Assert.Equal((r * r * r) - (2 * r), table.Evaluate(r * r, out double forceOverR), 1e-13);
            Assert.Equal(2 - (3 * r * r), forceOverR * r, 1e-12);
        }
    }

    [Fact]
    public void Distance_inside_the_first_point_is_an_error_that_names_the_pair()
    {
        Tabulated table = new(Sample(61, withForces: true));
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(0.75, 0, 0), new(9, 9, 9)], Box.Open)
            .AddForce(new PairForce<Tabulated>(table));
        string message = Assert.Throws<SimulationException>(() => Configurations.Evaluate(system)).Message;
        Assert.Contains("Table", message, StringComparison.Ordinal);
        Assert.Contains("particles 0 and 1", message, StringComparison.Ordinal);
        Assert.Contains("0.75", message, StringComparison.Ordinal);
        Assert.Equal("the table starts at 1", table.ExplainFault(0.75));
    }

    [Fact]
    public void Two_tables_by_types_keep_their_lists_apart()
    {
        double[] distances = [1, 1.5, 2, 2.5, 3];
        Tabulated flat = new(new EnergyTable(distances, [7, 7, 7, 7, 7])), other = new(new EnergyTable(distances, [5, 5, 5, 5, 5]));
        MolecularSystem system = ReferenceConfiguration.System([Vec3.Zero, new(1.2, 0, 0), new(0, 2.9, 0)], Box.Open);
        Topology topology = system.Topology with { TypeNames = ["A", "B"], Types = [0, 0, 1] };
        system = system with { Start = system.Start with { Topology = topology } };
        PairTable<Tabulated> table = new PairTable<Tabulated>().With("A", "A", flat).With("A", "B", other).Without("B", "B");
        Assert.Equal(12, Configurations.Evaluate(system.AddForce(new PairForce<Tabulated>(table))).PotentialEnergy, 1e-13);
    }

    [Theory]
    [InlineData("1 5\n1.5 2\n2 1\n2.5 0\n", 4)]
    [InlineData("# r U F\n\n  1.0   5   8\n1.5 2 4.0\n2 1e0 1\n+2.5 0 1\n", 4)]
    public void File_of_two_or_three_columns_is_read(string text, int count)
    {
        EnergyTable table = Read(text);
        Assert.Equal(count, table.Count);
        Assert.Equal(1, table.First);
        Assert.Equal(2.5, table.Last);
        Assert.Equal(2, new Tabulated(table).Evaluate(2.25, out _), 1e-14);
    }

    [Theory]
    [InlineData("1 5\n1.5 x\n", "line 2", "'x' is not a finite number")]
    [InlineData("1 5\n1.5 NaN\n", "line 2", "'NaN' is not a finite number")]
    [InlineData("1 5\n\n1.5 2 3\n", "line 3", "3 columns; expected 2")]
    [InlineData("1 5 6 7\n", "line 1", "4 columns; expected two or three")]
    [InlineData("1 5\n1 4\n", "line 2", "r is 1; expected more than 1")]
    [InlineData("0 5\n1 4\n", "line 1", "r is 0; expected more than 0")]
    [InlineData("1 5\n1.5 4\n2.1 3\n", "line 3", "r is 2.1; expected 2", "evenly spaced")]
    [InlineData("1 5\n1.5 4\n2 3\n", "table", "at least 4")]
    [InlineData("# nothing\n", "table", "0 distances")]
    [InlineData("1 5 -8\n1.5 2 -4\n2 1 -1\n2.5 0 -1\n", "table", "do not fit its energies", "F = -dU/dr")]
    public void Fault_of_a_file_is_an_error_that_names_the_file_the_line_and_what_was_expected(string text, params string[] parts)
    {
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => Read(text));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        Assert.Contains(".table", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_that_are_no_table_are_refused()
    {
        double[] distances = [1, 1.5, 2, 2.5];
        Fails(() => new EnergyTable(distances, [1, 2, 3]), "3 energies");
        Fails(() => new EnergyTable(distances, [1, 2, 3, double.NaN]), "Point 4");
        Fails(() => new EnergyTable([1, 1.5, 2.2, 2.5], [4, 3, 2, 1]), "Point 3", "expected 2");
        Fails(() => new EnergyTable([2.5, 2, 1.5, 1], [4, 3, 2, 1]), "positive ascending");

        static void Fails(Func<object> action, params string[] parts)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(action);
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    private static EnergyTable Read(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.table");
        try
        {
            File.WriteAllText(path, text);
            return EnergyTable.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static EnergyTable Sample(int count, bool withForces)
    {
        double[] distances = [.. Enumerable.Range(0, count).Select(i => 1 + (1.5 * i / (count - 1)))];
        return new EnergyTable(
            distances,
            Array.ConvertAll(distances, r => Source.Evaluate(r * r, out _)),
            withForces ? Array.ConvertAll(distances, Force) : null);

        static double Force(double r)
        {
            Source.Evaluate(r * r, out double forceOverR);
            return forceOverR * r;
        }
    }
}
