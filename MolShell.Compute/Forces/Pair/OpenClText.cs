using System.Globalization;
using System.Text.RegularExpressions;

namespace MolShell.Compute.Forces.Pair;

/// <summary>Writes the formula of one potential into that of another.</summary>
internal static partial class OpenClText
{
    /// <summary>
    /// Statements that declare <paramref name="energy"/> and set it and <c>*forceOverR</c> by the formula of a potential whose parameters
    /// start at <paramref name="first"/>. <paramref name="energy"/> must not be a name that the formula declares.
    /// </summary>
    public static string Inner<TPotential>(int first, string energy)
        where TPotential : struct, IPairPotential<TPotential>
    {
        string moved = ParameterIndex().Replace(
            TPotential.OpenCl,
            match => string.Create(
                CultureInfo.InvariantCulture, $"p[{first + int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)}]"));
        return $"real {energy};\n{{\n{moved.Replace("return ", $"{energy} = ", StringComparison.Ordinal)}\n}}";
    }

    /// <summary>A name for the energy of a potential inside another, its own at each depth.</summary>
    public static string EnergyOf<TPotential>()
        where TPotential : struct, IPairPotential<TPotential> =>
        string.Create(CultureInfo.InvariantCulture, $"inner{TPotential.ParameterCount}");

    [GeneratedRegex(@"\bp\[(\d+)\]")]
    private static partial Regex ParameterIndex();
}
