using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// A heat bath that acts on all velocities alike: told the kinetic energy, it answers with the factor they are to be multiplied by.
/// </summary>
internal interface IThermostat
{
    /// <summary>Whether half of the action comes before the step and half after it; else all comes after it.</summary>
    bool IsSymmetric { get; }

    /// <summary>Energy of the bath [energy]: with that of the particles it is constant but for the error of the time step.</summary>
    double Energy { get; }

    /// <summary>All that the bath remembers, in the order of <see cref="CouplingState.Thermostat"/>.</summary>
    Span<double> State { get; }

    /// <summary>Acts, and gives the factor of all velocities.</summary>
    /// <param name="kineticEnergy">Kinetic energy of the degrees of freedom that the bath heats [energy].</param>
    /// <param name="key">Decides the noise of this step.</param>
    double Act(double kineticEnergy, RandomKey key);
}
