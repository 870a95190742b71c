using System.Globalization;
using System.Text;
using MolShell.Compute.Forces;

namespace MolShell.Compute.Devices.Engine;

/// <summary>The texts of the kernels, which are resources of this assembly.</summary>
internal static class KernelSource
{
    private static readonly string[] UseVectors = ["bonded", "restraints", "images"];

    /// <summary>The text of a file of kernels, with what all of them share before it.</summary>
    /// <param name="name">Its name without extension.</param>
    /// <param name="precision">Precision of pairs.</param>
    /// <param name="settings">Names and values of macros.</param>
    /// <param name="formula">What stands in place of FORMULA.</param>
    public static string Load(string name, Precision precision, IEnumerable<(string Name, int Value)> settings, string formula = "")
    {
        StringBuilder text = new();
        foreach ((string macro, int value) in settings.Prepend(("SINGLE", precision == Precision.Mixed ? 1 : 0))
            .Prepend(("FORCE_BITS", Math.ILogB(ForceQuantum.Limit)))
            .Prepend(("ENERGY_BITS", SumUnits.EnergyLimitBits)))
        {
            text.Append(CultureInfo.InvariantCulture, $"#define {macro} {value}\n");
        }

        return text.Append(Read("common")).Append(UseVectors.Contains(name) ? Read("vectors") : string.Empty).Append(Read(name).Replace("    FORMULA\n", formula + "\n", StringComparison.Ordinal)).ToString();
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(KernelSource).Assembly.GetManifestResourceStream($"Kernels/{name}.cl")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
