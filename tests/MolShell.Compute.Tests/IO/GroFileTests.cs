using MolShell.Compute.IO;
using MolShell.Compute.Numerics;
using Xunit;

namespace MolShell.Compute.Tests.IO;

public sealed class GroFileTests
{
    private const string Water =
        "water, t= 0.0\n3\n"
        + "    1SOL     OW    1   0.230   0.628   0.113  0.1000 -0.2000  0.3000\n"
        + "    1SOL    HW1    2   0.137   0.626   0.150  0.0000  0.0000  0.0000\n"
        + "    1SOL    HW2    3   0.231   0.589   0.021  0.0000  0.0000 -1.2345\n"
        + "   1.90000   2.00000   2.10000\n";

    [Fact]
    public void NamesPositionsVelocitiesAndBoxAreRead()
    {
        GroFile file = Read(Water);
        Assert.Equal("water, t= 0.0", file.Title);
        Assert.Equal(["OW", "HW1", "HW2"], file.AtomNames);
        Assert.Equal(["SOL", "SOL", "SOL"], file.ResidueNames);
        Assert.Equal(new Vec3(0.231, 0.589, 0.021), file.Positions[2]);
        Assert.Equal(new Vec3(0.1, -0.2, 0.3), file.Velocities![0]);
        Assert.Equal(-1.2345, file.Velocities[2].Z);
        Assert.Equal(new Vec3(0, 2, 0), file.Box.B);
    }

    [Fact]
    public void MoreDigitsAndTriclinicBoxesAreRead()
    {
        GroFile file = Read("t\n1\n    1AR     AR    1   0.123456   0.234567   0.345678\n1 2 3 0 0 0.5 0 0.25 0.125\n");
        Assert.Equal(new Vec3(0.123456, 0.234567, 0.345678), file.Positions[0]);
        Assert.Null(file.Velocities);
        Assert.Equal(new Vec3(0.5, 2, 0), file.Box.B);
        Assert.Equal(new Vec3(0.25, 0.125, 3), file.Box.C);
        Assert.False(Read("t\n1\n    1AR     AR    1   0.123   0.234   0.345\n0 0 0\n").Box.IsPeriodic);
    }

    [Theory]
    [InlineData("t\nx\n", "line 2: found 'x'")]
    [InlineData("t\n2\n    1AR     AR    1   0.123   0.234   0.345\n", "line 4: found the end of the file; expected atom 2 of 2")]
    [InlineData("t\n1\n    1AR     AR    1   0.123   0.2x4   0.345\n1 1 1\n", "line 3: found '0.2x4' in columns 29 to 36; expected a number")]
    [InlineData("t\n1\n    1AR     AR    1\n1 1 1\n", "line 3: found no coordinates")]
    [InlineData("t\n1\n    1AR     AR    1   0.123   0.234   0.345\n1 1\n", "line 4: found '1 1'; expected 3 or 9 numbers")]
    [InlineData(
        "t\n2\n    1AR     AR    1   0.123   0.234   0.345\n    1AR     AR    2   0.123   0.234   0.345  0.1000  0.1000  0.1000\n1 1 1\n",
        "velocities for all atoms or for none")]
    public void FaultsAreNamedWithTheirLine(string text, string expected)
    {
        string message = Assert.Throws<InvalidDataException>(() => Read(text)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains("'a.gro'", message, StringComparison.Ordinal);
    }

    private static GroFile Read(string text)
    {
        using StringReader reader = new(text);
        return GroFile.Read(reader, "a.gro");
    }
}
