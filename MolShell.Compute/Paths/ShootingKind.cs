namespace MolShell.Compute.Paths;

/// <summary>Which part of a path a shooting move makes anew, and from where.</summary>
public enum ShootingKind
{
    /// <summary>The part before or after the shooting point, for stochastic dynamics.</summary>
    OneWay,

    /// <summary>All of it, in both directions of time.</summary>
    TwoWay,

    /// <summary>As one-way, from points that a spring holds near the end that stays, so that most of the path is new.</summary>
    Spring,

    /// <summary>The part after the first frame beyond the interface: every trial is accepted. It needs path reversal beside it.</summary>
    InterfaceConstrained,

    /// <summary>
    /// A sub-path beyond the interface, by several short shots, and then the rest of the path. Ensembles of several states, which have several
    /// interfaces, have one-way shooting instead.
    /// </summary>
    WireFencing,
}
