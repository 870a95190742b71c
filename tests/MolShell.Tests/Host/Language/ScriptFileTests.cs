using System.Management.Automation;
using MolShell.Host.Language.Evaluation;
using MolShell.Host.Language.Syntax;
using MolShell.Host.Pipeline;

namespace MolShell.Tests.Host.Language;

/// <summary>Scripts with parameters, and what is set while one runs.</summary>
public sealed class ScriptFileTests
{
    [Fact]
    public void Binds_by_name_prefix_alias_and_position()
    {
        const string script =
            "param([int] $Count, [Alias('n')][string] $Name = 'x', [switch] $Fast) $Count; $Name; [bool]$Fast; $args.Count";
        Assert.Equal([3, "a", true, 0], Run(script, Named("Count", "3"), Named("Name", "a"), Flag("Fast")));
        Assert.Equal([3, "a", false, 0], Run(script, Named("Cou", "3"), Named("n", "a")));
        Assert.Equal([3, "a", false, 0], Run(script, "3", "a"));
        Assert.Equal([3, "x", false, 0], Run(script, "3"));
        Assert.Equal([0, "x", false, 0], Run(script));
        Assert.Equal([3, "a", false, 2], Run(script, "3", "a", "b", "c"));
    }

    [Fact]
    public void Takes_the_next_argument_as_value() =>
        Assert.Equal([5, "q"], Run("param([int] $Count, $Name) $Count; $Name", Flag("Name"), "q", Flag("Count"), "5"));

    [Fact]
    public void Defaults_see_earlier_parameters() =>
        Assert.Equal([2, 4], Run("param($a = 2, $b = $a * 2) $a; $b"));

    [Fact]
    public void A_typed_parameter_converts_later_values_too() =>
        Assert.Equal([7], Run("param([int] $a) $a = '7'; $a", "5"));

    [Theory]
    [InlineData("param([Parameter(Mandatory)] $a) $a", "MissingMandatoryParameter")]
    [InlineData("param([Parameter(Mandatory = $true)] $a) $a", "MissingMandatoryParameter")]
    [InlineData("param([int] $a) $a", "ParameterArgumentTransformationError", "-a", "x")]
    [InlineData("param([ValidateRange(1,5)][int] $a) $a", "ParameterArgumentTransformationError", "-a", "9")]
    [InlineData("param([ValidateSet('x','y')] $a) $a", "ParameterArgumentTransformationError", "-a", "z")]
    [InlineData("[CmdletBinding()] param($a) $a", "NamedParameterNotFound", "-b", "1")]
    [InlineData("[CmdletBinding()] param($a) $a", "PositionalParameterNotFound", "1", "2")]
    [InlineData("param($abc, $abd) 1", "AmbiguousParameter", "-ab", "1")]
    [InlineData("param($a) 1", "ParameterAlreadyBound", "-a", "1", "-a", "2")]
    [InlineData("param($a) 1", "MissingArgument", "-a")]
    public void Refuses_arguments_that_do_not_fit(string script, string id, params string[] arguments)
    {
        ParameterBindingException error = Assert.Throws<ParameterBindingException>(
            () => Run(script, [.. arguments.Select(a => a[0] == '-' ? Flag(a[1..]) : CommandArgument.Positional(a))]));
        Assert.Equal(id, error.ErrorId);
    }

    [Fact]
    public void Positions_are_heeded() =>
        Assert.Equal(["2", "1"], Run("param([Parameter(Position = 1)] $a, [Parameter(Position = 0)] $b) $a; $b", "1", "2"));

    [Fact]
    public void Knows_its_path()
    {
        object?[] output = Run("$PSScriptRoot; $PSCommandPath; $PSBoundParameters.Count", []);
        Assert.Equal([Path.GetDirectoryName(ScriptPath), ScriptPath, 0], output);
    }

    [Fact]
    public void Its_variables_end_with_it()
    {
        ScriptEngine engine = new(new Session(new RecordedStreams(), CommandCatalog.Default()));
        engine.RunFile(engine.Prepare(new ScriptSource("$x = 1; $script:y = 2; $global:z = 3", ScriptPath)), [], _ => { });
        Assert.Null(engine.Session.Variables.Get("x"));
        Assert.Null(engine.Session.Variables.Get("y"));
        Assert.Equal(3, engine.Session.Variables.Get("z")?.Value);
    }

    [Fact]
    public void Exit_ends_it_with_the_code()
    {
        Assert.Equal(3, Assert.Throws<ExitException>(() => Run("1; exit 3; 2")).Code);
        Assert.Equal(0, Assert.Throws<ExitException>(() => Run("exit")).Code);
        Assert.Equal(4, Assert.Throws<ExitException>(() => Run("1..3 | ForEach-Object { exit 4 }")).Code);
    }

    [Fact]
    public void An_error_names_file_line_and_column()
    {
        RecordedStreams streams = new();
        ScriptEngine engine = new(new Session(streams, CommandCatalog.Default()));
        engine.RunFile(engine.Prepare(new ScriptSource("$a = 1\n  $b = 2 + (1/0)", ScriptPath)), [], _ => { });
        InvocationInfo at = streams.Errors[0].InvocationInfo!;
        Assert.Equal((ScriptPath, 2, 13, "  $b = 2 + (1/0)"), (at.ScriptName, at.ScriptLineNumber, at.OffsetInLine, at.Line));
    }

    private static readonly string ScriptPath = Path.Combine(Path.GetTempPath(), "script.ps1");

    private static CommandArgument Named(string name, object? value) => CommandArgument.Named(name, value);

    private static CommandArgument Flag(string name) => CommandArgument.Named(name);

    private static object?[] Run(string script, params object[] arguments)
    {
        ScriptEngine engine = new(new Session(new RecordedStreams(), CommandCatalog.Default()));
        List<object?> output = [];
        engine.RunFile(
            engine.Prepare(new ScriptSource(script, ScriptPath)),
            [.. arguments.Select(a => a as CommandArgument ?? CommandArgument.Positional(a))],
            output.Add);
        return [.. output];
    }
}
