using System.Management.Automation;

namespace MolShell.Tests.Commands.Plots;

public sealed class PlotCommandTests
{
    [Fact]
    public void Numbers_are_drawn_in_the_size_asked_for()
    {
        IReadOnlyList<string> lines = Script.Run<string>("1..50 | Show-Plot -Width 60 -Height 12 -Ascii -Title Line");
        Assert.InRange(lines.Count, 8, 12);
        Assert.All(lines, l => Assert.True(l.Length <= 60));
        Assert.All(lines, l => Assert.True(l.All(char.IsAscii), l));
        Assert.Contains("Line", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_are_drawn_by_name_with_a_legend()
    {
        string plot = string.Join('\n', Script.Run<string>(
            "New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 50 -ReportInterval 5 -Seed 1 | Show-Plot -X Time -Y PotentialEnergy,KineticEnergy -Ascii"));
        Assert.Contains("PotentialEnergy", plot, StringComparison.Ordinal);
        Assert.Contains("KineticEnergy", plot, StringComparison.Ordinal);
        Assert.Contains("time", plot, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Values_of_variables_are_drawn_over_time_by_name()
    {
        string plot = string.Join('\n', Script.Run<string>("""
            $x = New-CollectiveVariable -Coordinate 0 -Name left
            $y = New-CollectiveVariable -Coordinate 1 -Name right
            New-ToySystem TwoWells | Start-MolecularDynamics -Step 50 -Seed 1 | Get-CollectiveVariable $x,$y | Show-Plot
            """));
        Assert.Contains("left", plot, StringComparison.Ordinal);
        Assert.Contains("right", plot, StringComparison.Ordinal);
        Assert.Contains("time", plot, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Line")]
    [InlineData("Scatter")]
    [InlineData("Step")]
    [InlineData("Histogram")]
    public void Every_kind_is_drawn(string kind) =>
        Assert.NotEmpty(Script.Run<string>($"1,3,2,3,3,5 | Show-Plot -Kind {kind} -BinCount 5 -YScale Linear -XLabel here -YLabel there"));

    [Theory]
    [InlineData("a.svg", "</svg>")]
    [InlineData("a.html", "</html>")]
    public void The_extension_decides_the_format(string file, string end)
    {
        using TemporaryFolder folder = new();
        FileInfo written = Script.Single<FileInfo>($"1..5 | Export-Plot {file} -Title Numbers -PassThru", folder.Path);
        Assert.Equal(folder.File(file), written.FullName);
        string content = File.ReadAllText(written.FullName);
        Assert.Contains(end, content, StringComparison.Ordinal);
        Assert.Contains("Numbers", content, StringComparison.Ordinal);
        Assert.Equal([written.FullName], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void An_existing_file_is_replaced_unless_forbidden_or_read_only()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a.svg"), "old");
        Assert.StartsWith("FileExists,", Script.Error("1,2 | Export-Plot a.svg -NoClobber", folder.Path).FullyQualifiedErrorId, StringComparison.Ordinal);
        File.SetAttributes(folder.File("a.svg"), FileAttributes.ReadOnly);
        ErrorRecord denied = Script.Error("1,2 | Export-Plot a.svg", folder.Path);
        Assert.StartsWith("FileAccessDenied,", denied.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.PermissionDenied, denied.CategoryInfo.Category);
        Assert.Equal("old", File.ReadAllText(folder.File("a.svg")));
        Script.Run<object>("1,2 | Export-Plot a.svg -Force", folder.Path);
        Assert.StartsWith("<svg", File.ReadAllText(folder.File("a.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_nothing()
    {
        using TemporaryFolder folder = new();
        Script.Run<object>("1,2 | Export-Plot a.svg -WhatIf; New-ToySystem TwoWells | Export-TrajectoryView a.html -WhatIf", folder.Path);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_second_plot_for_one_file_is_an_error()
    {
        using TemporaryFolder folder = new();
        ErrorRecord error = Script.Error(Script.DoubleWell + """
            $steps = $scheme | Start-PathSampling -System $s -Step 5 -Seed 1
            ($steps | Measure-PathDensity $x), ($steps | Measure-PathDensity $x) | Export-Plot a.svg
            """, folder.Path);
        Assert.Contains("a second plot", error.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("New-DoubleWellSystem -ParticleCount 64 | Start-MolecularDynamics -Step 40 -ReportInterval 2 -Seed 1")]
    [InlineData("New-ToySystem TwoWells | Start-MolecularDynamics -Step 40 -ReportInterval 2 -Seed 1")]
    [InlineData("New-ToySystem DoubleWell")]
    public void Frames_become_a_page(string source)
    {
        using TemporaryFolder folder = new();
        FileInfo page = Script.Single<FileInfo>(source + " | Export-TrajectoryView view.html -Title Seen -PassThru", folder.Path);
        string content = File.ReadAllText(page.FullName);
        Assert.Contains("Seen", content, StringComparison.Ordinal);
        Assert.EndsWith("</html>", content.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal([page.FullName], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Paths_and_steps_become_pages()
    {
        using TemporaryFolder folder = new();
        Script.Run<object>(Script.DoubleWell + """
            $step = $scheme | Start-PathSampling -System $s -Step 1 -Seed 1
            $step | Export-TrajectoryView step.html -System $s
            $step.Trajectory | Export-TrajectoryView path.html
            """, folder.Path);
        Assert.True(File.Exists(folder.File("step.html")));
        Assert.True(File.Exists(folder.File("path.html")));
    }

    [Fact]
    public void Frames_of_different_systems_are_refused_and_leave_no_file()
    {
        using TemporaryFolder folder = new();
        Script.Error("(New-DoubleWellSystem -ParticleCount 64), (New-DoubleWellSystem -ParticleCount 100) | Export-TrajectoryView a.html", folder.Path);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
