using System.Globalization;
using System.Text;

namespace MolShell.Compute.Engines.Gromacs;

/// <summary>
/// A parameter file of GROMACS: lines "name = value ; comment". Names are compared without regard to case and to - or _, as GROMACS does.
/// </summary>
internal sealed class MdpFile
{
    private readonly string path;
    private readonly List<(string Name, string Value, int Line)> entries = [];

    /// <exception cref="EngineException">A line is neither empty nor an assignment; names file and line.</exception>
    public MdpFile(string text, string path)
    {
        this.path = path;
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string meaning = line.Split(';', 2)[0].Trim();
            if (meaning.Length == 0)
            {
                continue;
            }

            int equals = meaning.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new EngineException(
                    string.Create(CultureInfo.InvariantCulture, $"'{path}', line {number}: found '{meaning}'; expected name = value."));
            }

            entries.Add((Normal(meaning[..equals].Trim()), meaning[(equals + 1)..].Trim(), number));
        }
    }

    /// <summary>Names of all parameters that the file sets, in lower case with -.</summary>
    public IEnumerable<string> Names => entries.Select(e => e.Name);

    /// <summary>The value of a parameter in lower case, or what GROMACS takes without it.</summary>
    public string Value(string name, string usual = "") => Find(name) is { Length: > 0 } value ? Normal(value) : usual;

    /// <exception cref="EngineException">The value is no number.</exception>
    public double Number(string name, double usual)
    {
        string text = Value(name);
        return text.Length == 0 ? usual
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
            : throw Invalid(name, "a number");
    }

    /// <exception cref="EngineException">The value is no whole number.</exception>
    public int Integer(string name, int usual)
    {
        double value = Number(name, usual);
        return value == Math.Round(value) && Math.Abs(value) <= int.MaxValue ? (int)value : throw Invalid(name, "a whole number");
    }

    /// <summary>Numbers of one value for each group.</summary>
    /// <exception cref="EngineException">A part of the value is no number.</exception>
    public double[] Numbers(string name) =>
    [
        .. Value(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word =>
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Invalid(name, "numbers")),
    ];

    /// <summary>The fault of a parameter: file, line, value and what was expected.</summary>
    public EngineException Invalid(string name, string expected)
    {
        int index = entries.FindIndex(e => e.Name == name);
        return new EngineException(index < 0
            ? $"'{path}' does not set {name}; expected {expected}."
            : string.Create(
                CultureInfo.InvariantCulture, $"'{path}', line {entries[index].Line}: {name} = {entries[index].Value}; expected {expected}."));
    }

    /// <summary>The file with some parameters set otherwise.</summary>
    public string With(params ReadOnlySpan<(string Name, string Value)> changes)
    {
        StringBuilder text = new();
        HashSet<string> changed = [];
        foreach ((string name, string value) in changes)
        {
            changed.Add(name);
            text.Append(name).Append(" = ").Append(value).Append('\n');
        }

        foreach ((string name, string value, _) in entries)
        {
            if (!changed.Contains(name))
            {
                text.Append(name).Append(" = ").Append(value).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Normal(string text) => text.Replace('_', '-').ToLowerInvariant();

    private string? Find(string name) => entries.Find(e => e.Name == name).Value;
}
