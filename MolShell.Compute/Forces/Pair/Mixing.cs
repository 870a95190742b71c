namespace MolShell.Compute.Forces.Pair;

/// <summary>The mixing rules for potentials of an energy epsilon and a size sigma.</summary>
internal static class Mixing
{
    /// <summary>Energy and size between two types.</summary>
    public static (double Epsilon, double Sigma) Of(
        MixingRule rule, (double Epsilon, double Sigma) a, (double Epsilon, double Sigma) b)
    {
        double epsilon = Math.Sqrt(a.Epsilon * b.Epsilon);
        if (rule != MixingRule.WaldmanHagler)
        {
            return (epsilon, Length(rule, a.Sigma, b.Sigma));
        }

        double a3 = a.Sigma * a.Sigma * a.Sigma, b3 = b.Sigma * b.Sigma * b.Sigma;
        double sixth = 0.5 * ((a3 * a3) + (b3 * b3));
        return (epsilon * a3 * b3 / sixth, Math.Pow(sixth, 1.0 / 6));
    }

    /// <summary>A length between two types, for the rules that mix lengths by themselves.</summary>
    /// <exception cref="ArgumentException">The rule does not.</exception>
    public static double Length(MixingRule rule, double a, double b) => rule switch
    {
        MixingRule.LorentzBerthelot => 0.5 * (a + b),
        MixingRule.Geometric => Math.Sqrt(a * b),
        _ => throw new ArgumentException($"{rule} does not mix this potential"),
    };

    /// <summary>What a potential without a mixing rule throws.</summary>
    public static ArgumentException Refuse<TPotential>()
        where TPotential : struct, IPairPotential<TPotential> => new($"{TPotential.Name} has no mixing rule");
}
