using System.Collections.Immutable;
using System.Globalization;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems;

/// <summary>
/// A snapshot of a system in its own units. It owns its arrays: nobody writes to them after it was made, so frames may be
/// kept, shared between paths and read from any thread.
/// </summary>
public sealed record Frame
{
    public required Topology Topology { get; init; }

    public required Box Box { get; init; }

    public required UnitSystem Units { get; init; }

    /// <summary>Integration step since the start of the run.</summary>
    public long Step { get; init; }

    /// <summary>Time since the start of the run [time].</summary>
    public double Time { get; init; }

    /// <summary>Positions [length], shape [n, 3]; not wrapped into the box.</summary>
    public required Vec3[] Positions { get; init; }

    /// <summary>Velocities [length/time], shape [n, 3]; null where the source has none.</summary>
    public Vec3[]? Velocities { get; init; }

    /// <summary>Forces [energy/length], shape [n, 3]; null where not computed.</summary>
    public Vec3[]? Forces { get; init; }

    /// <summary>Potential energy [energy]; null where not computed.</summary>
    public double? PotentialEnergy { get; init; }

    /// <summary>Kinetic energy [energy]; null without velocities.</summary>
    public double? KineticEnergy { get; init; }

    /// <summary>
    /// Degrees of freedom f of the velocities; null for all d n coordinates of n particles. Fewer where the dynamics removes motion.
    /// </summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>Instantaneous kinetic temperature 2 K / (f kB) [temperature]; null without velocities.</summary>
    public double? Temperature { get; init; }

    public double? TotalEnergy => PotentialEnergy + KineticEnergy;

    /// <summary>
    /// Energy of particles and baths together, which drifts only by the error of the time step [energy]; null where not computed, and
    /// for dynamics whose noise acts on each particle.
    /// </summary>
    public double? ConservedEnergy { get; init; }

    /// <summary>Pressure [energy/length^3]; null where not computed, without velocities or without a periodic box.</summary>
    public double? Pressure { get; init; }

    /// <summary>Volume of the cell [length^3]; null unless it is periodic along all edges.</summary>
    public double? Volume => Box.IsFullyPeriodic ? Box.Volume : null;

    /// <summary>Further values of each particle: columns of the file that the frame was read from, or results of an analysis.</summary>
    public ParticleColumns Columns { get; init; } = ParticleColumns.Empty;

    /// <summary>Further values of the frame as a whole that its file names, such as "config_type".</summary>
    public ImmutableSortedDictionary<string, string> Attributes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public int ParticleCount => Positions.Length;

    /// <summary>The frame with <see cref="KineticEnergy"/> and <see cref="Temperature"/> of its velocities; itself without velocities.</summary>
    public Frame WithKineticEnergy()
    {
        if (Velocities is null)
        {
            return this;
        }

        double energy = Kinetics.Energy(Topology, Velocities, Units);
        int degrees = DegreesOfFreedom ?? (Topology.Dimension * ParticleCount);
        return this with { KineticEnergy = energy, Temperature = Kinetics.Temperature(energy, degrees, Units) };
    }

    /// <summary>The same point of configuration space with all velocities negated; positions are shared, not copied.</summary>
    public Frame Reversed() => Velocities is null ? this : this with { Velocities = Array.ConvertAll(Velocities, v => -v) };

    /// <summary>Checks topology, array lengths and that every coordinate is finite and, beyond the dimension, zero.</summary>
    /// <exception cref="ArgumentException">Names the particle and what was expected.</exception>
    public void Validate()
    {
        Topology.Validate();
        Check(Positions, "position");
        Check(Velocities, "velocity");
        Check(Forces, "force");
        foreach (ParticleColumn column in Columns)
        {
            if (column.ParticleCount != ParticleCount)
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The column '{column.Name}' has values of {column.ParticleCount} particles; the frame has {ParticleCount}."));
            }
        }
    }

    /// <summary>The frame with one more column, in place of one of the same name.</summary>
    public Frame WithColumn(ParticleColumn column) => this with { Columns = Columns.With(column) };

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Frame at step {Step}, time {Time:g6} ({ParticleCount} {(ParticleCount == 1 ? "particle" : "particles")})");

    private void Check(Vec3[]? vectors, string what)
    {
        if (vectors is null)
        {
            return;
        }

        if (vectors.Length != Topology.ParticleCount)
        {
            throw new ArgumentException($"The frame has {vectors.Length} {what} vectors for {Topology.ParticleCount} particles.");
        }

        for (int i = 0; i < vectors.Length; i++)
        {
            Vec3 v = vectors[i];
            if (!v.IsFinite())
            {
                throw new ArgumentException($"Particle {i} has the {what} {v}; expected finite numbers.");
            }

            if ((Topology.Dimension < 3 && v.Z != 0) || (Topology.Dimension < 2 && v.Y != 0))
            {
                throw new ArgumentException(
                    $"Particle {i} has the {what} {v}; in {Topology.Dimension} dimension(s) the further components are 0.");
            }
        }
    }
}
