using System.Management.Automation;
using MolShell.Tests.Host;

namespace MolShell.Tests.Commands;

/// <summary>Runs scripts of tests and takes their output apart.</summary>
internal static class Script
{
    /// <summary>Prepares a double well on a line with its states A and B, and a scheme of one-way shooting between them.</summary>
    public const string DoubleWell = """
        $s = New-ToySystem -Potential DoubleWell -Temperature 0.2 -Friction 2.5 -TimeStep 0.02
        $x = New-CollectiveVariable -Coordinate 0 -Name x
        $A = New-StateVolume $x -Maximum -0.7 -Name A
        $B = New-StateVolume $x -Minimum 0.7 -Name B
        $scheme = New-PathNetwork -Kind Tps -Initial $A -Final $B | New-MoveScheme -Shooting OneWay

        """;

    /// <summary>The output of a script that must run without errors.</summary>
    public static IReadOnlyList<T> Run<T>(string script, string? folder = null)
    {
        RunResult result = MolShellRunner.RunIn(folder ?? Directory.GetCurrentDirectory(), script);
        Assert.True(result.Thrown is null, result.Thrown?.Message);
        Assert.True(result.Errors.Count == 0, string.Join("\n", result.Errors));
        return [.. result.Output.Select(o => Assert.IsAssignableFrom<T>(o is PSObject wrapper ? wrapper.BaseObject : o))];
    }

    /// <summary>The one object that a script writes.</summary>
    public static T Single<T>(string script, string? folder = null) => Assert.Single(Run<T>(script, folder));

    /// <summary>The one error of a script, whether it ended a statement or not.</summary>
    public static ErrorRecord Error(string script, string? folder = null)
    {
        RunResult result = MolShellRunner.RunIn(folder ?? Directory.GetCurrentDirectory(), script);
        ErrorRecord[] errors = [.. result.Errors, .. result.Thrown is { } thrown ? new[] { thrown.ErrorRecord } : []];
        return Assert.Single(errors.DistinctBy(e => e.ToString()));
    }
}
