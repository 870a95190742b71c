using System.Text.Json;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;
using Xunit;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>The toys whose rates are known from long runs of other programs (<c>shared/reference/paths</c>), a frame every step.</summary>
internal sealed class ToyModel
{
    private const string Reference2d = "paths/toy2d_bruteforce.json";

    private ToyModel(ToyBuilder builder, PathNetwork network, JsonElement sets, IReadOnlyDictionary<string, (double, double)> rates)
    {
        Builder = builder with { TimeStep = 0.02 };
        Network = network;
        Sets = sets;
        Rates = rates;
    }

    public ToyBuilder Builder { get; }

    public PathNetwork Network { get; }

    /// <summary>Fluxes and crossing probabilities by transition, as the reference file lists them.</summary>
    public JsonElement Sets { get; }

    /// <summary>Value and standard error of the rates by name, such as "AB".</summary>
    public IReadOnlyDictionary<string, (double Value, double Error)> Rates { get; }

    /// <summary>1-D double well, kT 0.2; A below -0.7 with interfaces, B from 0.7 on.</summary>
    public static ToyModel Well(double friction)
    {
        JsonElement reference = ReferenceData.Json("paths/doublewell1d.json").GetProperty("brute_force").EnumerateArray()
            .Single(e => e.GetProperty("dyn").GetString() == "BAOAB" && e.GetProperty("gamma").GetDouble() == friction);
        Coordinate x = new(0);
        StateVolume a = StateVolume.Interval(x, null, -0.7, "A"), b = StateVolume.Interval(x, 0.7, null, "B");
        (double, double) rate = (reference.GetProperty("k").GetDouble(), reference.GetProperty("k_err").GetDouble());
        return new ToyModel(
            new ToyBuilder { Potential = ToyPotential.DoubleWell, Temperature = 0.2, Friction = friction },
            PathNetwork.Mstis(new InterfaceSet(a, [-0.7, -0.6, -0.5, -0.3]), new InterfaceSet(b, [0.7, 0.6, 0.5, 0.3])),
            JsonSerializer.SerializeToElement(new[] { reference, reference }),
            new Dictionary<string, (double, double)> { ["AB"] = rate, ["BA"] = rate });
    }

    /// <summary>The MSTIS toy of OpenPathSampling: three circles, interfaces of radius 0.2 to 0.5.</summary>
    public static ToyModel Triangle()
    {
        JsonElement reference = ReferenceData.Json(Reference2d).GetProperty("mstis");
        Coordinate x = new(0) { Name = "x" }, y = new(1) { Name = "y" };
        (string Name, string Distance)[] centres =
            [("A", "sqrt((x+0.5)^2+(y+0.5)^2)"), ("B", "sqrt((x-0.5)^2+(y+0.5)^2)"), ("C", "sqrt(x^2+(y-0.4)^2)")];
        return new ToyModel(
            new ToyBuilder { Potential = ToyPotential.Triangle, Temperature = 0.1, Friction = 2.5 },
            PathNetwork.Mstis(centres.Select(c => new InterfaceSet(
                StateVolume.Interval(new Expression(c.Distance, x, y) { Name = $"r{c.Name}" }, null, 0.2, c.Name), [0.2, 0.3, 0.4, 0.5]))),
            reference.GetProperty("sets"),
            RatesOf(reference, "AB=BA", "AC=BC", "CA=CB"));
    }

    /// <summary>The MISTIS toy of OpenPathSampling: A to B along x, A to C along y, and B to A or C back along x.</summary>
    public static ToyModel ThreeStates()
    {
        JsonElement reference = ReferenceData.Json(Reference2d).GetProperty("mistis");
        Coordinate x = new(0), y = new(1);
        StateVolume a = (StateVolume.Interval(x, null, -0.35) & StateVolume.Interval(y, null, -0.35)).WithName("A");
        StateVolume b = (StateVolume.Interval(x, 0.35, null) & StateVolume.Interval(y, null, -0.35)).WithName("B");
        StateVolume c = (StateVolume.Interval(x, null, -0.35) & StateVolume.Interval(y, 0.35, null)).WithName("C");
        double[] values = [-0.35, -0.3, -0.27, -0.24, -0.2, -0.1];
        return new ToyModel(
            new ToyBuilder { Potential = ToyPotential.ThreeStates, Temperature = 0.1, Friction = 2.5 },
            PathNetwork.Mistis(
                (new InterfaceSet(a, values, x), [b]), (new InterfaceSet(a, values, y), [c]), (new InterfaceSet(b, values.Select(v => -v), x), [a])),
            reference.GetProperty("sets"),
            RatesOf(reference, "AB=AC", "BA=CA"));
    }

    public BuiltInEngine CreateEngine(double temperatureFactor = 1) => new((Builder with { Temperature = temperatureFactor * Builder.Temperature }).Build());

    /// <summary>A path of each ensemble of a scheme, from dynamics as hot as it takes.</summary>
    public SampleSet InitialPaths(MoveScheme scheme, ulong seed) => new(scheme.Ensembles.Take(scheme.IsSingleReplica ? 1 : int.MaxValue).Select((ensemble, replica) => new PathSample(
        ensemble,
        InitialPathFinder.FromDynamics(
            ensemble, CreateEngine, new InitialPathOptions { Seed = seed }, cancellation: TestContext.Current.CancellationToken),
        replica)));

    private static Dictionary<string, (double, double)> RatesOf(JsonElement reference, params string[] names) => names
        .SelectMany(name => name.Split('=').Select(pair => (pair, reference.GetProperty("symmetry_averaged").GetProperty(name))))
        .ToDictionary(e => e.pair, e => (e.Item2.GetProperty("k").GetDouble(), e.Item2.GetProperty("err").GetDouble()));
}
