using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Engines.Lammps;

/// <summary>An input script, checked to build a system whose frames decide what follows, and to run nothing.</summary>
internal sealed partial class LammpsScript
{
    /// <summary>The word in a script where the seed of a shot goes.</summary>
    public const string SeedWord = "${seed}";

    private static readonly string[] Integrators = ["nve"];

    // Baths without a memory: arguments are start and end temperature, damping time and seed.
    private static readonly string[] Baths = ["langevin", "temp/csvr"];

    // Forces of place, and bookkeeping: nothing that moves by itself.
    private static readonly string[] Harmless =
    [
        "spring", "spring/self", "wall/lj93", "wall/lj126", "wall/lj1043", "wall/harmonic", "wall/morse", "wall/reflect", "enforce2d",
        "setforce", "addforce", "efield", "indent", "restrain", "cmap", "store/state", "property/atom",
    ];

    private static readonly string[] Refused =
    [
        "run", "minimize", "rerun", "dump", "undump", "clear", "quit", "shell", "include", "jump", "next", "label", "partition", "neb", "prd",
        "tad", "temper", "python", "log", "restart", "reset_timestep", "read_restart", "read_dump",
    ];

    /// <exception cref="EngineException">Paths cannot be made so; names file, line, what was found and what was expected.</exception>
    public LammpsScript(string text, string path)
    {
        bool integrates = false;
        bool hasUnits = false;
        foreach ((string[] words, int line) in Commands(text))
        {
            switch (words[0])
            {
                case "units":
                    Units = UnitsOf(words);
                    hasUnits = true;
                    break;
                case "dimension" when words is not [_, "3"]:
                    throw Invalid("3 dimensions");
                case "run_style" when words is not [_, "verlet"]:
                    throw Invalid("verlet: steps of several lengths do not run backward from frames");
                case "variable" when words.Length > 1 && words[1] == "seed":
                    throw Invalid("no variable seed: the engine sets it for each shot");
                case "variable" when words.Length > 3 && words[2] is ("equal" or "atom" or "vector") && Clocks().IsMatch(string.Join(' ', words.Skip(3))):
                    throw Invalid("no variable that depends on time or chance, since frames must decide what follows");
                case "fix" when words.Length > 3:
                    Check(words);
                    break;
                case var name when Refused.Contains(name):
                    throw Invalid("a script that builds the system and its fixes only: the engine begins, runs and writes");
            }

            EngineException Invalid(string expected) => new(string.Create(
                CultureInfo.InvariantCulture, $"'{path}', line {line}: {string.Join(' ', words)}; expected {expected}."));

            UnitSystem UnitsOf(string[] words) => words.Length < 2 ? throw Invalid("a system of units") : words[1] switch
            {
                "real" => UnitSystem.Real,
                "metal" => UnitSystem.Metal,
                "lj" => UnitSystem.Reduced,
                _ => throw Invalid("units real, metal or lj"),
            };

            void Check(string[] words)
            {
                string style = words[3];
                if (Integrators.Contains(style))
                {
                    integrates = true;
                }
                else if (Baths.Contains(style))
                {
                    if (words.Length < 8 || words[7] != SeedWord)
                    {
                        throw Invalid($"{SeedWord} as its seed, so that each shot has noise of its own");
                    }

                    BathTemperature = TemperatureOf(words);
                }
                else if (!Harmless.Contains(style))
                {
                    throw Invalid(
                        $"fix {string.Join(", ", Integrators)} alone or with {string.Join(" or ", Baths)}, or one of {string.Join(", ", Harmless)}: "
                        + "others have a state that frames do not hold");
                }
            }

            double TemperatureOf(string[] words) =>
                double.TryParse(words[4], NumberStyles.Float, CultureInfo.InvariantCulture, out double from)
                && double.TryParse(words[5], NumberStyles.Float, CultureInfo.InvariantCulture, out double to)
                && from == to && from > 0 && (BathTemperature ?? from) == from
                    ? from
                    : throw Invalid("the same temperature above 0, as a number, at start and end, and for all baths");
        }

        if (!hasUnits)
        {
            Units = UnitSystem.Reduced;
        }

        if (!integrates)
        {
            throw new EngineException($"'{path}' has no fix nve; expected the velocity Verlet integrator, alone or with fix langevin.");
        }
    }

    public UnitSystem Units { get; private set; } = UnitSystem.Reduced;

    /// <summary>Temperature of the bath; null for constant energy.</summary>
    public double? BathTemperature { get; private set; }

    // What formulas of variables take from the clock or from a generator.
    [GeneratedRegex(@"\b(step|elapsed|elaplong|time|cpu)\b|\b(ramp|stagger|logfreq\w*|stride|vdisplace|swiggle|cwiggle|random|normal)\(")]
    private static partial Regex Clocks();

    // Comments begin with #, an & at the end continues a line.
    private static IEnumerable<(string[] Words, int Line)> Commands(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int first = i + 1;
            string command = Meaning(lines[i]);
            while (command.EndsWith('&') && i + 1 < lines.Length)
            {
                command = command[..^1] + ' ' + Meaning(lines[++i]);
            }

            string[] words = command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0)
            {
                yield return (words, first);
            }
        }
    }

    private static string Meaning(string line) => line.Split('#', 2)[0].Trim();
}
