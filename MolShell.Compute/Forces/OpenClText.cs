using System.Globalization;
using System.Text.RegularExpressions;
using MolShell.Compute.Forces.Pair;

namespace MolShell.Compute.Forces;

/// <summary>Writes the OpenCL text of one formula into that of another; a formula returns once, at its end.</summary>
internal static partial class OpenClText
{
    /// <summary>A block that computes a formula and assigns what it returns.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="assignment">What to do with the result, such as "energy = ", with no name that the formula declares.</param>
    /// <param name="first">Where the parameters of the formula begin.</param>
    public static string Inline(string formula, string assignment, int first)
    {
        string moved = first == 0 ? formula : Parameter().Replace(formula, match => match.Groups[1].Success
            ? string.Create(CultureInfo.InvariantCulture, $"p[{first + int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)}]")
            : string.Create(CultureInfo.InvariantCulture, $"p[{first} + "));
        return $"{{\n{moved.Replace("return ", assignment, StringComparison.Ordinal)}\n}}";
    }

    /// <summary>Declares <paramref name="energy"/>, and sets it and <c>*forceOverR</c> by the formula of a potential of pairs.</summary>
    public static string Inner<TPotential>(int first, string energy)
        where TPotential : struct, IPairPotential<TPotential> => $"real {energy};\n{Inline(TPotential.OpenCl, $"{energy} = ", first)}";

    /// <summary>A name for the energy of a potential inside another, its own at each depth.</summary>
    public static string EnergyOf<TPotential>()
        where TPotential : struct, IPairPotential<TPotential> =>
        string.Create(CultureInfo.InvariantCulture, $"inner{TPotential.ParameterCount}");

    // A number alone, or the beginning of an index that is calculated.
    [GeneratedRegex(@"\bp\[(?:(\d+)\])?")]
    private static partial Regex Parameter();
}
