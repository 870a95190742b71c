using System.Collections.Immutable;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>What heat bath and pressure bath remember from one step to the next.</summary>
public sealed record CouplingState
{
    /// <summary>The state before the first step of dynamics without a bath.</summary>
    public static readonly CouplingState None = new();

    /// <summary>
    /// Nose-Hoover chain: the positions z_1 ... z_M [1], then the velocities w_1 ... w_M [1/time]. Velocity rescaling: the energy that
    /// the particles gave to the bath [energy]. Else empty.
    /// </summary>
    public ImmutableArray<double> Thermostat { get; init; } = [];

    /// <summary>Energy that left with rescaled cells and with removed motion of the centre of mass [energy].</summary>
    public double Work { get; init; }

    public bool Equals(CouplingState? other) =>
        other is not null && Work.Equals(other.Work) && Thermostat.AsSpan().SequenceEqual(other.Thermostat.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Thermostat.Length, Work);
}
