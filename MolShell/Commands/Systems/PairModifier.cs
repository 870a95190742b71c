namespace MolShell.Commands.Systems;

/// <summary>What is done to a pair potential so that it ends at its cutoff.</summary>
public enum PairModifier
{
    /// <summary>The potential is cut.</summary>
    None,

    /// <summary>The energy is shifted to zero at the cutoff.</summary>
    Shift,

    /// <summary>Force and energy are shifted to zero at the cutoff.</summary>
    ForceShift,

    /// <summary>The energy is switched to zero from the switch distance to the cutoff.</summary>
    Switch,
}
