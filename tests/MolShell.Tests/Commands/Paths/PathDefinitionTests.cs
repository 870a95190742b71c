using MolShell.Compute.Paths;
using MolShell.Compute.Systems;

namespace MolShell.Tests.Commands.Paths;

public sealed class PathDefinitionTests
{
    private const string States = """
        $x = New-CollectiveVariable -Coordinate 0 -Name x
        $A = New-StateVolume $x -Maximum -0.7 -Name A
        $B = New-StateVolume $x -Minimum 0.7 -Name B

        """;

    [Theory]
    [InlineData("New-StateVolume -And $A,$wide", false)]
    [InlineData("New-StateVolume -Or $A,$wide", true)]
    [InlineData("New-StateVolume -Not $A", true)]
    [InlineData("New-StateVolume -Xor $A,$wide", true)]
    [InlineData("New-StateVolume -Except $wide,$A", true)]
    [InlineData("New-StateVolume -Nothing", false)]
    [InlineData("New-StateVolume -Everything", true)]
    [InlineData("New-StateVolume $x -VoronoiCenter -0.2,1 | Select-Object -First 1", true)]
    [InlineData("New-StateVolume $x,$x -VoronoiCenter (1,1),(0.1,0) | Select-Object -First 1", false)]
    [InlineData("New-StateVolume $x -Minimum -0.7", true)]
    [InlineData("$x | New-StateVolume -Maximum -0.7", false)]
    [InlineData("New-StateVolume $x -Minimum 9.5 -Maximum 10.5 -Period 10", true)]
    [InlineData("New-StateVolume $x -Minimum 0.5 -Maximum -0.5 -Period 10", false)]
    public void States_combine(string command, bool contains)
    {
        StateVolume volume = Script.Single<StateVolume>(States + "$wide = New-StateVolume $x -Minimum -1 -Maximum 0.1\n" + command);
        Frame frame = Script.Single<MolecularSystem>("New-ToySystem DoubleWell -Start 0").Start;
        Assert.Equal(contains, volume.Contains(frame));
    }

    [Fact]
    public void A_network_leads_from_the_initial_to_the_final_states()
    {
        PathNetwork network = Script.Single<PathNetwork>(States + "New-PathNetwork -Kind Tps -Initial $A -Final $B");
        Assert.Equal("A -> B", Assert.Single(network.Ensembles).Name);
    }

    [Fact]
    public void States_from_the_pipeline_are_sampled_both_ways()
    {
        PathNetwork network = Script.Single<PathNetwork>(States + "$A,$B | New-PathNetwork");
        Assert.Equal(["A", "B"], network.InitialStates.Select(s => s.Name));
        Assert.Equal(["A", "B"], network.FinalStates.Select(s => s.Name));
    }

    [Fact]
    public void The_kind_of_a_network_may_be_shortened_and_needs_its_length()
    {
        Assert.Equal(PathNetworkKind.FixedLengthTps, Script.Single<PathNetwork>(States + "New-PathNetwork -Kind FixedLength -Initial $A -Final $B -Length 20").Kind);
        Assert.Contains("needs -Length", Script.Error(States + "New-PathNetwork -Kind FixedLength -Initial $A -Final $B").ToString(), StringComparison.Ordinal);
        Assert.Contains("not for Tps", Script.Error(States + "New-PathNetwork -Initial $A -Final $B -Length 20").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Overlapping_states_are_refused() => Assert.Contains(
        "overlap", Script.Error(States + "New-PathNetwork -Initial $A -Final (New-StateVolume $x -Minimum -1)").ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_ensemble_tells_members_from_others()
    {
        PathEnsemble ensemble = Script.Single<PathEnsemble>(States + "New-PathEnsemble -Transition $A $B");
        Assert.Equal("A -> B", ensemble.Name);
    }

    [Theory]
    [InlineData("-Transition $A $B -Length 20", "20 frames from")]
    [InlineData("-Interface $A $B -Value -0.5", "to coordinate(0) >= -0.5")]
    [InlineData("-Minus $A $B -Value -0.5", "2 excursions")]
    [InlineData("-VisitAll $A,$B", "visit [coordinate(0) < -0.7], [coordinate(0) >= 0.7]")]
    [InlineData("-AllOut $A,$B -Length 5,100", "no frame in [(coordinate(0) < -0.7 | coordinate(0) >= 0.7)], 5 to 100 frames")]
    [InlineData("-Length 3,2147483647", "at least 3 frames")]
    [InlineData("-Sequence (New-PathEnsemble -AllIn $A),(New-PathEnsemble -Length 1) -MinimumOverlap 1", "overlap 1 frame, then 1 frame")]
    [InlineData("-Or (New-PathEnsemble -AllIn $A),(New-PathEnsemble -Length 1)", ") or (1 frame)")]
    public void Ensembles_are_defined_by_volumes_and_by_others(string arguments, string definition)
    {
        PathEnsemble ensemble = Script.Single<PathEnsemble>(States + "New-PathEnsemble -Name mine " + arguments);
        Assert.Equal("mine", ensemble.Name);
        Assert.Contains(definition, ensemble.Definition, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Shooting OneWay", "OneWayShooting 100 %")]
    [InlineData("-Shooting TwoWay -VelocityModifier Random -Reversal", "TwoWayShooting 67 %, PathReversal 33 %")]
    [InlineData("-Reversal -ReversalWeight 1", "OneWayShooting 50 %, PathReversal 50 %")]
    public void A_scheme_has_its_moves(string arguments, string moves) =>
        Assert.Equal(moves, Script.Single<MoveScheme>(States + "New-PathNetwork $A $B | New-MoveScheme " + arguments).Moves);

    [Theory]
    [InlineData("-VelocityModifier Random", "One-way shooting keeps the velocities")]
    [InlineData("-Shooting TwoWay -VelocityModifier Direction", "needs -KickWidth")]
    [InlineData("-Selector Gaussian -SelectorVariable $x", "needs -SelectorVariable, -SelectorCenter and -SelectorAlpha")]
    [InlineData("-SelectorAlpha 3", "are for -Selector Gaussian")]
    public void Moves_that_do_not_fit_are_refused(string arguments, string message) => Assert.Contains(
        message, Script.Error(States + "New-PathNetwork $A $B | New-MoveScheme " + arguments).ToString(), StringComparison.Ordinal);
}
