using System.Collections.Immutable;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>Energy, forces, virial and pressure of one frame.</summary>
public sealed class EnergyReport
{
    internal EnergyReport(Frame frame, double potentialEnergy, ImmutableArray<EnergyTerm> terms, Vec3[] forces)
    {
        Frame = frame with { PotentialEnergy = potentialEnergy, Forces = forces };
        PotentialEnergy = potentialEnergy;
        Terms = terms;
        Virial virial = default;
        foreach (EnergyTerm term in terms)
        {
            virial.Add(term.Virial);
        }

        Virial = virial;
        MaximumForceParticle = 0;
        for (int i = 0; i < forces.Length; i++)
        {
            MaximumForceParticle = forces[i].LengthSquared() > forces[MaximumForceParticle].LengthSquared() ? i : MaximumForceParticle;
        }

        MaximumForce = forces[MaximumForceParticle].Length();
    }

    /// <summary>The frame, with energies and forces filled in.</summary>
    public Frame Frame { get; }

    public int ParticleCount => Frame.ParticleCount;

    /// <summary>Sum of the terms [energy].</summary>
    public double PotentialEnergy { get; }

    /// <summary>Potential energy by particle [energy].</summary>
    public double PotentialEnergyPerParticle => PotentialEnergy / ParticleCount;

    /// <summary>Kinetic energy [energy]; null without velocities.</summary>
    public double? KineticEnergy => Frame.KineticEnergy;

    /// <summary>Kinetic temperature [temperature]; null without velocities.</summary>
    public double? Temperature => Frame.Temperature;

    /// <summary>Energy of each force of the system.</summary>
    public ImmutableArray<EnergyTerm> Terms { get; }

    /// <summary>Virial tensor W [energy].</summary>
    public Virial Virial { get; }

    /// <summary>The virial part tr W / (3 V) of the pressure [energy/length^3]; null unless the box is periodic along all edges.</summary>
    public double? VirialPressure => Frame.Box.IsFullyPeriodic ? Virial.Trace / (3 * Frame.Box.Volume) : null;

    /// <summary>Pressure (2 K + tr W) / (3 V) [energy/length^3]; null without velocities or without a periodic box.</summary>
    public double? Pressure => Frame.Box.IsFullyPeriodic ? ((2 * KineticEnergy) + Virial.Trace) / (3 * Frame.Box.Volume) : null;

    /// <summary>Forces [energy/length], shape [n, 3].</summary>
    public Vec3[] Forces => Frame.Forces!;

    /// <summary>Length of the largest force [energy/length].</summary>
    public double MaximumForce { get; }

    /// <summary>The particle with the largest force.</summary>
    public int MaximumForceParticle { get; }

    public override string ToString() => FormattableString.Invariant(
        $"{PotentialEnergy:g10} {Frame.Units.Symbol(Dimension.Energy)}").TrimEnd();
}
