namespace MolShell.Compute.Tests.Paths.Analysis.Rates;

/// <summary>How interfaces are sampled.</summary>
public enum SamplingScheme
{
    /// <summary>Shooting and reversal in each ensemble alone; the flux is that of the reference.</summary>
    Tis,

    /// <summary>The same with interface-constrained shooting.</summary>
    ConstrainedTis,

    /// <summary>The default scheme: shooting, reversal, replica exchange and minus moves.</summary>
    Retis,

    /// <summary>The default with interface-constrained shooting.</summary>
    ConstrainedRetis,

    /// <summary>The default with wire fencing.</summary>
    FencingRetis,

    /// <summary>The default with infinite swapping.</summary>
    Swapping,

    /// <summary>Wire fencing with infinite swapping.</summary>
    FencingSwapping,

    /// <summary>One path that hops between ensembles, all of them visited alike; the flux is that of the reference.</summary>
    SingleReplica,
}
