using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>
/// v_i = sqrt(kB T / m_i) R; with conserved momentum V + (v_i - mean of v), V being the old velocity of the centre of mass, which is
/// the Maxwell-Boltzmann distribution at that momentum.
/// </summary>
internal sealed class RandomVelocities : VelocityModifier
{
    private readonly double? temperature;
    private readonly ParticleSubset subset;
    private readonly bool conserveMomentum;

    public RandomVelocities(double? temperature, IEnumerable<int>? particles, bool conserveMomentum)
    {
        if (temperature is double t && !(t > 0 && double.IsFinite(t)))
        {
            throw new ArgumentException(
                $"Velocities need a temperature above 0, not {t.ToString(CultureInfo.InvariantCulture)}.", nameof(temperature));
        }

        this.temperature = temperature;
        subset = new ParticleSubset(particles);
        this.conserveMomentum = conserveMomentum;
    }

    public override string Describe()
    {
        string at = temperature is double t ? t.ToString(CultureInfo.InvariantCulture) : "the bath temperature";
        return $"random velocities {subset.Describe()} at {at}{(conserveMomentum ? ", momentum conserved" : string.Empty)}";
    }

    internal override bool AllowsConstraints => subset.IsAll;

    internal override Frame Modify(Frame frame, double? bathTemperature, RandomSource random)
    {
        double thermal = frame.Units.AccelerationFactor * frame.Units.Boltzmann * Temperature(bathTemperature);
        ImmutableArray<double> masses = frame.Topology.Masses;
        IReadOnlyList<int> particles = subset.In(frame);
        Vec3[] velocities = ParticleSubset.CopyVelocities(frame);
        Vec3 before = ParticleSubset.MeanVelocity(particles, velocities, masses);
        foreach (int i in particles)
        {
            velocities[i] = Math.Sqrt(thermal / masses[i]) * ParticleSubset.Normal(random, frame.Topology.Dimension);
        }

        if (conserveMomentum)
        {
            Vec3 shift = before - ParticleSubset.MeanVelocity(particles, velocities, masses);
            foreach (int i in particles)
            {
                velocities[i] += shift;
            }
        }

        return ParticleSubset.WithVelocities(frame, velocities);
    }

    internal override void Check(MolecularSystem system, double? bathTemperature)
    {
        subset.Check(system);
        _ = Temperature(bathTemperature);
    }

    private double Temperature(double? bathTemperature) => temperature ?? bathTemperature ?? throw new ArgumentException(
        "Random velocities need a temperature: the engine runs at constant energy and has none, so give one to the modifier.");
}
