using System.Text.RegularExpressions;

namespace MolShell.Compute.Forces.External;

/// <summary>Puts the OpenCL text of a potential or profile into that of another; a body returns once, at its end.</summary>
internal static class ExternalOpenCl
{
    /// <summary>A block that computes the body and assigns what it returns.</summary>
    /// <param name="body">The body of a formula.</param>
    /// <param name="assignment">What to do with the result, such as "energy = ".</param>
    /// <param name="firstNumber">Where the numbers of the formula begin.</param>
    public static string Inline(string body, string assignment, int firstNumber)
    {
        string shifted = firstNumber == 0 ? body : Regex.Replace(body, @"\bp\[", FormattableString.Invariant($"p[{firstNumber} + "));
        return $"{{\n{shifted.Replace("return ", assignment, StringComparison.Ordinal)}\n}}";
    }
}
