using System.Collections.Immutable;
using System.Text.Json;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Engines;
using MolShell.Compute.Paths;
using MolShell.Compute.Systems;
using MolShell.Compute.Systems.Builders;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>The models whose rates are known from long runs of other programs (<c>shared/reference/paths</c>).</summary>
internal static class RateModels
{
    private const string Wells = "paths/doublewell1d.json";
    private const string Toys = "paths/toy2d_bruteforce.json";
    private const string Dimers = "paths/wca_dimer.json";

    /// <summary>1-D double well, kT 0.2, BAOAB, dt 0.02, 1 step a frame; A below -0.7, B from 0.7 on.</summary>
    public static RateModel Well(double friction) => Well(
        ReferenceData.Json(Wells).GetProperty("brute_force").EnumerateArray()
            .Single(e => e.GetProperty("dyn").GetString() == "BAOAB" && e.GetProperty("gamma").GetDouble() == friction),
        new ToyBuilder { Potential = ToyPotential.DoubleWell, Temperature = 0.2, Friction = friction, TimeStep = 0.02 },
        [-0.7, -0.6, -0.5, -0.3]) with
    {
        Bias = [1, 2.25, 4.9, 21],
    };

    /// <summary>1-D double well of height 5, kT 1, overdamped with D = 1, dt 0.001, 1 step a frame; A below -0.8, B from 0.8 on.</summary>
    public static RateModel OverdampedWell() => Well(
        ReferenceData.Json(Wells).GetProperty("brute_force").EnumerateArray()
            .Single(e => e.GetProperty("dyn").GetString() != "BAOAB" && e.GetProperty("dt").GetDouble() == 1e-3),
        new ToyBuilder
        {
            Potential = ToyPotential.DoubleWell, Scale = 5, Temperature = 1, Friction = 1, TimeStep = 1e-3, Integrator = IntegratorKind.Overdamped,
        },
        [-0.8, -0.7, -0.6, -0.5, -0.3]);

    /// <summary>The MSTIS toy of OpenPathSampling: three circles, interfaces of radius 0.2 to 0.5.</summary>
    public static RateModel Triangle()
    {
        JsonElement reference = ReferenceData.Json(Toys).GetProperty("mstis");
        Coordinate x = new(0) { Name = "x" }, y = new(1) { Name = "y" };
        (string Name, string Distance)[] centres =
            [("A", "sqrt((x+0.5)^2+(y+0.5)^2)"), ("B", "sqrt((x-0.5)^2+(y+0.5)^2)"), ("C", "sqrt(x^2+(y-0.4)^2)")];
        PathNetwork network = PathNetwork.Mstis(centres.Select(c => new InterfaceSet(
            StateVolume.Interval(new Expression(c.Distance, x, y) { Name = $"r{c.Name}" }, null, 0.2, c.Name), [0.2, 0.3, 0.4, 0.5])));
        return Toy(ToyPotential.Triangle, network, reference, "AB=BA", "AC=BC", "CA=CB") with
        {
            Interfaces = InterfacesOf(network, reference),
            EqualRates = [("AB", "BA"), ("AC", "BC"), ("CA", "CB")],
            Bias = [1, 6.25, 21, 38],
        };
    }

    /// <summary>The MISTIS toy of OpenPathSampling: A to B along x, A to C along y, and B to A back along x.</summary>
    public static RateModel ThreeStates()
    {
        JsonElement reference = ReferenceData.Json(Toys).GetProperty("mistis");
        (StateVolume a, StateVolume b, StateVolume c, Coordinate x, Coordinate y) = Squares();
        double[] values = [-0.35, -0.3, -0.27, -0.24, -0.2, -0.1];
        PathNetwork network = PathNetwork.Mistis(
            (new InterfaceSet(a, values, x), [b]), (new InterfaceSet(a, values, y), [c]), (new InterfaceSet(b, values.Select(v => -v), x), [a]));
        return Toy(ToyPotential.ThreeStates, network, reference, "AB=AC", "BA=CA") with
        {
            Interfaces = InterfacesOf(network, reference),
            EqualRates = [("AB", "AC")],

            // Of the paths from A over the interfaces to B, 1e-4 to 5e-4 cross them first beside C (y above 0.1), and nearly all of these end there. Of
            // shots from there one in 100 to 10,000 comes back to A, and only then can reversal lead elsewhere. By interface-constrained shots alone
            // such a path thus comes once in 1e5 to 1e7 steps of its ensemble, and then stays: typical runs have none, and know nothing of it.
            OneWayWeight = 1,
        };
    }

    /// <summary>The same with interfaces around each state, the squares that grow from its corner.</summary>
    public static RateModel ThreeSquares()
    {
        (StateVolume a, StateVolume b, StateVolume c, Coordinate x, Coordinate y) = Squares();
        double[] values = [-0.35, -0.3, -0.25, -0.2, -0.1];
        PathNetwork network = PathNetwork.Mstis(
            new InterfaceSet(a, values, new Expression("max(x, y)", x, y)),
            new InterfaceSet(b, values, new Expression("max(-x, y)", x, y)),
            new InterfaceSet(c, values, new Expression("max(x, -y)", x, y)));
        return Toy(ToyPotential.ThreeStates, network, ReferenceData.Json(Toys).GetProperty("mistis"), "AB=AC", "BA=CA", "BC=CB") with
        {
            EqualRates = [("AB", "AC"), ("BA", "CA"), ("BC", "CB")],
        };
    }

    /// <summary>
    /// Double-well dimer in a WCA fluid of density 0.96, kT 0.824, BAOAB, friction 1, dt 0.004, 5 steps a frame; A r below 1.25, B r from 1.60
    /// on. Interfaces of B are those of A seen from its minimum, 2 (r0 + w) - r.
    /// </summary>
    public static RateModel Dimer(int particles)
    {
        JsonElement[] runs = [.. ReferenceData.Json(Dimers).EnumerateArray().Where(e => e.GetProperty("N").GetInt32() == particles)];
        MolecularSystem system = new DoubleWellBuilder { ParticleCount = particles }.Build();
        Distance r = new(0, 1);
        double[] values = [1.25, 1.28, 1.31, 1.34, 1.38, 1.42];
        double mirror = 2 * (Math.Pow(2, 1.0 / 6) + 0.3);
        PathNetwork network = PathNetwork.Mstis(
            new InterfaceSet(StateVolume.Interval(r, null, 1.25, "A"), values),
            new InterfaceSet(StateVolume.Interval(r, 1.6, null, "B"), values.Select(v => mirror - v)));
        return new RateModel
        {
            Network = network,
            CreateEngine = factor => new BuiltInEngine(system, 5, system.Integrator! with { Temperature = factor * system.Integrator!.Temperature }),
            Interfaces = [Pooled("A", isFirst: true), Pooled("B", isFirst: false)],
            Rates = new Dictionary<string, Known>
            {
                ["AB"] = Known.PerTime(Sum("nAB"), Sum("time_A")),
                ["BA"] = Known.PerTime(Sum("nBA"), Sum("time_B")),
            },
            MinusWeight = 2,
            InitialFrames = 50_000,
        };

        double Sum(string name) => runs.Sum(e => e.GetProperty(name).GetDouble());

        ImmutableArray<KnownInterface> Pooled(string state, bool isFirst)
        {
            double first = Count(0);
            return [.. Enumerable.Range(0, values.Length).Select(i =>
            {
                double count = Count(i);
                double other = Rows(i).Sum(e => e.GetProperty("n").GetDouble() * e.GetProperty("P_other").GetDouble()) / count;
                Known away = Known.Part(other, count), back = Known.Part(1 - other, count);
                return new KnownInterface(
                    isFirst ? values[i] : mirror - values[i],
                    Known.PerTime(count, Sum($"time_{state}")),
                    Known.Part(count / first, first),
                    isFirst ? [back, away] : [away, back]);
            })];

            double Count(int i) => Rows(i).Sum(e => e.GetProperty("n").GetDouble());

            IEnumerable<JsonElement> Rows(int i) => runs.Select(e => e.GetProperty($"from_{state}")[i]);
        }
    }

    // Both directions were counted together: B is the mirror image of A.
    private static RateModel Well(JsonElement reference, ToyBuilder builder, double[] values)
    {
        Coordinate x = new(0);
        StateVolume a = StateVolume.Interval(x, null, values[0], "A"), b = StateVolume.Interval(x, -values[0], null, "B");
        double time = reference.GetProperty("nsteps").GetDouble() * reference.GetProperty("dt").GetDouble();
        Known rate = Known.Of(reference, "k", "k_err");
        return new RateModel
        {
            Network = PathNetwork.Mstis(new InterfaceSet(a, values), new InterfaceSet(b, values.Select(v => -v))),
            CreateEngine = factor => new BuiltInEngine((builder with { Temperature = factor * builder.Temperature }).Build()),
            Interfaces = [[.. values.Select(v => Interface(v, isFirst: true))], [.. values.Select(v => Interface(v, isFirst: false))]],
            Rates = new Dictionary<string, Known> { ["AB"] = rate, ["BA"] = rate },
            EqualRates = [("AB", "BA")],
        };

        KnownInterface Interface(double value, bool isFirst)
        {
            JsonElement row = RowOf(reference, value);
            double count = row.GetProperty("flux").GetDouble() * time;
            double crossing = row.GetProperty("P_B").GetDouble();
            Known away = Known.Part(crossing, count), back = Known.Part(1 - crossing, count);
            return new KnownInterface(
                isFirst ? value : -value,
                Known.Of(row, "flux", "flux_err"),
                Known.Of(row, "P_given_l0", "P_err"),
                isFirst ? [back, away] : [away, back])
            {
                MeanLength = value == values[0] ? Length(reference.GetProperty("mean_len_frames_all").GetDouble(), count) : null,
            };
        }
    }

    private static RateModel Toy(ToyPotential potential, PathNetwork network, JsonElement reference, params string[] rates)
    {
        ToyBuilder builder = new() { Potential = potential, Temperature = 0.1, Friction = 2.5, TimeStep = 0.02 };
        return new RateModel
        {
            Network = network,
            CreateEngine = factor => new BuiltInEngine((builder with { Temperature = factor * builder.Temperature }).Build()),
            Rates = rates
                .SelectMany(name => name.Split('=').Select(pair => (pair, reference.GetProperty("symmetry_averaged").GetProperty(name))))
                .ToDictionary(e => e.pair, e => Known.Of(e.Item2, "k", "err")),
        };
    }

    private static ImmutableArray<ImmutableArray<KnownInterface>> InterfacesOf(PathNetwork network, JsonElement reference) =>
        [.. network.Transitions.Select((transition, t) => transition.Interfaces.Values.Select(value =>
        {
            JsonElement row = RowOf(reference.GetProperty("sets")[t], value);
            double count = row.GetProperty("n").GetDouble();
            return new KnownInterface(
                value,
                Known.Of(row, "eff_pos_flux", "flux_err"),
                Known.Of(row, "P_given_l0", "P_err"),
                [.. row.GetProperty("end").EnumerateArray().Select(p => Known.Part(p.GetDouble(), count))])
            {
                MeanLength = Length(row.GetProperty("mean_len_frames").GetDouble(), count),
            };
        }).ToImmutableArray())];

    private static (StateVolume A, StateVolume B, StateVolume C, Coordinate X, Coordinate Y) Squares()
    {
        Coordinate x = new(0) { Name = "x" }, y = new(1) { Name = "y" };
        StateVolume left = StateVolume.Interval(x, null, -0.35), right = StateVolume.Interval(x, 0.35, null);
        StateVolume low = StateVolume.Interval(y, null, -0.35), high = StateVolume.Interval(y, 0.35, null);
        return ((left & low).WithName("A"), (right & low).WithName("B"), (left & high).WithName("C"), x, y);
    }

    // The scatter of lengths is about as large as their mean.
    private static Known Length(double mean, double count) => new(mean, mean / Math.Sqrt(count));

    // Files list values outward from a state on the left, also for one on the right.
    private static JsonElement RowOf(JsonElement set, double value) => set.GetProperty("interfaces").EnumerateArray().Single(e =>
        e.GetProperty("lambda").GetDouble() is var listed && (Math.Abs(listed + Math.Abs(value)) < 1e-9 || Math.Abs(listed - value) < 1e-9));
}
