using System.Globalization;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>What a parameter file says about the dynamics, checked to be one that paths can be made of.</summary>
internal sealed record GromacsDynamics
{
    /// <summary>Interval of temperature coupling where the file leaves it to GROMACS [steps].</summary>
    private const int UsualCouplingInterval = 10;

    private readonly MdpFile mdp;

    private GromacsDynamics(MdpFile mdp) => this.mdp = mdp;

    /// <summary>md-vv or sd.</summary>
    public required string Integrator { get; init; }

    /// <summary>Time step [ps].</summary>
    public required double TimeStep { get; init; }

    public required int StepsPerFrame { get; init; }

    /// <summary>Temperature of the bath [K]; null without one.</summary>
    public required double? BathTemperature { get; init; }

    /// <summary>Whether GROMACS removes the motion of the centre of mass.</summary>
    public required bool RemovesMomentum { get; init; }

    /// <summary>Interval of temperature coupling [steps]; null where none is set here.</summary>
    public required int? CouplingInterval { get; init; }

    /// <summary>Periodic directions: xyz, xy or no.</summary>
    public required string Periodicity { get; init; }

    /// <summary>Checks a parameter file.</summary>
    /// <param name="mdp">The file.</param>
    /// <param name="stepsPerFrame">Steps from frame to frame; null takes them from nstxout.</param>
    /// <exception cref="EngineException">Paths cannot be made so; names file, line, value and what was expected.</exception>
    public static GromacsDynamics Check(MdpFile mdp, int? stepsPerFrame)
    {
        string integrator = mdp.Value("integrator", "md");
        if (integrator is not ("md-vv" or "sd"))
        {
            throw mdp.Invalid("integrator", integrator == "md"
                ? "md-vv or sd: leap-frog (md) writes velocities of half a step before the positions, so that with negated velocities it does "
                    + "not run backward, and backward shots would leave the path's ensemble"
                : "md-vv (velocity Verlet) or sd (Langevin), whose frames decide what follows");
        }

        Require("continuation", "no",
            "no: with yes the first half step of md-vv is not what its frame says, so that it does not run backward");
        Require("pcoupl", "no", "no: a cell that changes has a motion that frames do not hold");
        foreach (string name in new[]
        {
            "annealing", "simulated-tempering", "awh", "swapcoords", "mts", "rotation",
        })
        {
            Require(name, "no", "no, since frames must decide what follows");
        }

        if (mdp.Value("deform").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(word => word.Trim('0', '.').Length > 0))
        {
            throw mdp.Invalid("deform", "no deformation, since frames must decide what follows");
        }

        RequireNoClock(mdp);
        if (mdp.Value("free-energy", "no") == "expanded")
        {
            throw mdp.Invalid("free-energy", "no or yes: an expanded ensemble has a state that frames do not hold");
        }

        string commMode = mdp.Value("comm-mode", "linear");
        if (commMode is not ("linear" or "none"))
        {
            throw mdp.Invalid("comm-mode", "linear or none");
        }

        if (commMode == "linear" && mdp.Value("comm-grps", "system") is not "system")
        {
            throw mdp.Invalid("comm-grps", "System: the motion of one center of mass is removed from velocities that are drawn");
        }

        double timeStep = mdp.Number("dt", 0.001);
        int steps = stepsPerFrame ?? Interval(mdp);
        bool couples = integrator == "md-vv" && mdp.Value("tcoupl", "no") != "no";
        return new GromacsDynamics(mdp)
        {
            Integrator = integrator,
            TimeStep = timeStep > 0 ? timeStep : throw mdp.Invalid("dt", "a time step above 0 ps"),
            StepsPerFrame = steps,
            BathTemperature = couples || integrator == "sd" ? BathOf(mdp) : null,
            RemovesMomentum = commMode == "linear",
            CouplingInterval = couples ? CouplingOf(mdp, steps) : null,
            Periodicity = mdp.Value("pbc", "xyz") is "xyz" or "no" or "xy" ? mdp.Value("pbc", "xyz") : throw mdp.Invalid("pbc", "xyz, xy or no"),
        };

        void Require(string name, string value, string expected)
        {
            if (mdp.Value(name, value).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(word => word != value))
            {
                throw mdp.Invalid(name, expected);
            }
        }
    }

    /// <summary>The parameter file of a shot.</summary>
    /// <param name="seed">Seed of the noise.</param>
    /// <param name="steps">Steps after which GROMACS ends by itself; -1 for none.</param>
    /// <param name="isProcessed">Whether the topology has all includes and defines in it already; grompp warns of such that are not used.</param>
    public string ForShot(int seed, long steps, bool isProcessed = true)
    {
        string interval = StepsPerFrame.ToString(CultureInfo.InvariantCulture);
        List<(string, string)> changes =
        [
            ("nsteps", steps.ToString(CultureInfo.InvariantCulture)),
            ("init-step", "0"),
            ("tinit", "0"),
            ("nstxout", interval),
            ("nstvout", interval),
            ("nstfout", "0"),
            ("nstxout-compressed", "0"),
            ("nstenergy", "0"),
            ("nstlog", "0"),
            ("gen-vel", "no"),
            ("continuation", "no"),
            ("ld-seed", seed.ToString(CultureInfo.InvariantCulture)),
        ];
        if (CouplingInterval is int coupling)
        {
            changes.Add(("nsttcouple", coupling.ToString(CultureInfo.InvariantCulture)));
        }

        foreach (string name in new[] { "define", "include" })
        {
            if (isProcessed && mdp.Value(name).Length > 0)
            {
                changes.Add((name, string.Empty));
            }
        }

        return mdp.With([.. changes]);
    }

    // Each run begins at time 0, with averages over time that are empty.
    private static void RequireNoClock(MdpFile mdp)
    {
        const string Expected = "0: forces that depend on time, or on what was before, do not follow from frames";
        List<string> rates = [.. mdp.Names.Where(n => n.StartsWith("pull-coord", StringComparison.Ordinal) && n.EndsWith("-rate", StringComparison.Ordinal))];
        rates.Add("delta-lambda");
        rates.AddRange(mdp.Value("disre", "no") == "no" ? [] : ["disre-tau"]);
        rates.AddRange(mdp.Value("orire", "no") == "no" ? [] : ["orire-tau"]);
        foreach (string name in rates.Where(name => mdp.Number(name, 0) != 0))
        {
            throw mdp.Invalid(name, Expected);
        }

        foreach (string name in new[] { "electric-field-x", "electric-field-y", "electric-field-z" })
        {
            if (mdp.Numbers(name).Skip(1).Any(number => number != 0))
            {
                throw mdp.Invalid(name, "a constant field, E0 0 0 0: one that depends on time does not follow from frames");
            }
        }
    }

    private static int Interval(MdpFile mdp)
    {
        int positions = mdp.Integer("nstxout", 0);
        int velocities = mdp.Integer("nstvout", 0);
        return positions < 1 ? throw mdp.Invalid("nstxout", "the steps from frame to frame, at least 1 (or give -StepsPerFrame)")
            : velocities != positions ? throw mdp.Invalid(
                "nstvout", string.Create(CultureInfo.InvariantCulture, $"{positions}, as nstxout: each frame needs positions and velocities"))
            : positions;
    }

    private static double BathOf(MdpFile mdp)
    {
        double[] temperatures = mdp.Numbers("ref-t");
        return temperatures.Length > 0 && temperatures[0] > 0 && temperatures.All(t => t == temperatures[0])
            ? temperatures[0]
            : throw mdp.Invalid("ref-t", "one temperature above 0 K for all groups");
    }

    // Every frame must come at the same place of the coupling's cycle, since runs begin at frames.
    private static int CouplingOf(MdpFile mdp, int stepsPerFrame)
    {
        if (mdp.Value("tcoupl") != "v-rescale")
        {
            throw mdp.Invalid("tcoupl", "no or v-rescale with md-vv: other baths have a state that frames do not hold");
        }

        int interval = mdp.Integer("nsttcouple", -1);
        if (interval < 0)
        {
            interval = UsualCouplingInterval;
            while (stepsPerFrame % interval != 0)
            {
                interval--;
            }
        }

        return interval > 0 && stepsPerFrame % interval == 0
            ? interval
            : throw mdp.Invalid("nsttcouple", string.Create(CultureInfo.InvariantCulture, $"a divisor of the {stepsPerFrame} steps per frame"));
    }
}
