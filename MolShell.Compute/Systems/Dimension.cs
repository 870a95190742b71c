namespace MolShell.Compute.Systems;

/// <summary>What kind of physical quantity a number is.</summary>
public enum Dimension
{
    /// <summary>A pure number.</summary>
    None,
    Length,
    Time,
    Energy,
    Mass,
    Temperature,

    /// <summary>Charge, in elementary charges in every unit system.</summary>
    Charge,

    /// <summary>Angle, in radians in every unit system.</summary>
    Angle,

    /// <summary>Length per time.</summary>
    Velocity,

    /// <summary>Energy per length.</summary>
    Force,

    /// <summary>Energy per squared length: the constant of a harmonic bond.</summary>
    ForceConstant,

    /// <summary>One over time: a friction, a rate constant, a flux.</summary>
    Rate,

    /// <summary>Energy per volume.</summary>
    Pressure,

    /// <summary>Mass per volume.</summary>
    Density,

    /// <summary>Particles per volume.</summary>
    NumberDensity,

    Volume,

    /// <summary>Squared length per time.</summary>
    Diffusivity,

    /// <summary>Volume per energy: one over a pressure.</summary>
    Compressibility,

    /// <summary>One over length: the steepness of an exponential.</summary>
    InverseLength,

    /// <summary>Energy times length to the sixth: the constant of dispersion.</summary>
    Dispersion,
}
