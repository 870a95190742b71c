namespace MolShell.Compute.Structure.Solids;

/// <summary>When a particle is solid; <see cref="Of"/> gives the published choices.</summary>
public sealed record SolidOptions
{
    /// <summary>The rule.</summary>
    public required SolidRule Rule { get; init; }

    /// <summary>The degree l of the bond-order vectors.</summary>
    public int Degree { get; init; } = 6;

    /// <summary>Correlation above which two neighbours are bonded.</summary>
    public required double Threshold { get; init; }

    /// <summary>Bonds of a solid particle: at least so many; of the rule of pyscal more than so many or, below 1, than this fraction of neighbours.</summary>
    public required double Bonds { get; init; }

    /// <summary>Mean correlation above which a particle may be solid; negative infinity where it does not matter.</summary>
    public double MeanThreshold { get; init; } = double.NegativeInfinity;

    /// <summary>Whether correlations are those of vectors of length one: s_ij from -1 to 1.</summary>
    public bool IsNormalized { get; init; } = true;

    /// <summary>The choices that a rule was published with.</summary>
    public static SolidOptions Of(SolidRule rule) => rule switch
    {
        SolidRule.Pyscal => new() { Rule = rule, Threshold = 0.5, Bonds = 6, MeanThreshold = 0.6 },
        SolidRule.Freud => new() { Rule = rule, Threshold = 0.7, Bonds = 7 },
        _ => new() { Rule = rule, Threshold = 0.5, Bonds = 7 },
    };

    public override string ToString()
    {
        string count = Rule != SolidRule.Pyscal ? FormattableString.Invariant($"at least {Bonds:g6} bonds")
            : Bonds < 1 ? FormattableString.Invariant($"bonds to more than {Bonds:g6} of the neighbours")
            : FormattableString.Invariant($"more than {Bonds:g6} bonds");
        string mean = double.IsNegativeInfinity(MeanThreshold) ? string.Empty : FormattableString.Invariant($", mean > {MeanThreshold:g6}");
        return FormattableString.Invariant($"{count} with s_ij > {Threshold:g6}{mean} (l = {Degree}{(IsNormalized ? string.Empty : ", not normalised")})");
    }

    /// <summary>Whether a particle is solid.</summary>
    internal bool IsSolid(int bonds, int neighbors, double mean) => mean > MeanThreshold
        && (Rule != SolidRule.Pyscal ? bonds >= Bonds : Bonds < 1 ? bonds > Bonds * neighbors : bonds > Bonds);
}
