using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>
/// A number that is a function of a phase point: what states, order parameters, free energies and biases are made of. Immutable
/// and safe on any thread.
/// </summary>
public abstract record CollectiveVariable
{
    private readonly string? name;

    /// <summary>Name for tables and axes; by default the definition, such as "distance(0, 1)".</summary>
    public string Name
    {
        get => name ?? DefaultName;
        init => name = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>What kind of quantity the value is.</summary>
    public abstract Dimension Dimension { get; }

    /// <summary>True when the value does not change as velocities are reversed.</summary>
    public virtual bool IsTimeReversible => true;

    /// <summary>The period of a cyclic variable, whose values lie in [-period/2, period/2); null for others.</summary>
    public virtual double? Period => null;

    /// <summary>The value at a frame, in the frame's units (angles in radians).</summary>
    /// <exception cref="ArgumentException">The frame lacks a particle or the velocities that the variable reads.</exception>
    public double Evaluate(Frame frame) => Evaluate(PhasePoint.Of(frame));

    /// <summary>The value at a phase point.</summary>
    /// <exception cref="ArgumentException">The point lacks a particle or the velocities that the variable reads.</exception>
    public abstract double Evaluate(PhasePoint point);

    /// <summary>
    /// Adds <paramref name="factor"/> times the derivative by the positions, d value/d r_i, to <paramref name="gradient"/> [n, 3].
    /// Where the derivative does not exist (coincident particles, straight angles) the undefined part counts as zero.
    /// </summary>
    public abstract void AddGradient(PhasePoint point, double factor, Span<Vec3> gradient);

    /// <summary>A culture-invariant text of the definition, such as "distance(0, 1)"; the name does not count.</summary>
    public abstract string Describe();

    /// <summary><see cref="Describe"/> as a property, for tables.</summary>
    public string Definition => Describe();

    /// <summary>Name and unit for an axis, such as "r [nm]".</summary>
    public string Label(UnitSystem units)
    {
        string symbol = units.Symbol(Dimension);
        return symbol.Length == 0 ? Name : $"{Name} [{symbol}]";
    }

    public sealed override string ToString() => Name;

    private protected virtual string DefaultName => Describe();

    /// <summary>Throws unless the point has particle <paramref name="index"/>.</summary>
    private protected void RequireParticle(PhasePoint point, int index)
    {
        if ((uint)index >= (uint)point.Positions.Length)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The variable '{Name}' reads particle {index}, but the frame has {point.Positions.Length} (numbered from 0)."));
        }
    }

    private protected static void RequireDistinct(params ReadOnlySpan<int> particles)
    {
        for (int i = 0; i < particles.Length; i++)
        {
            CoordinateIndex.RequireNotNegative("particle", particles[i]);
            if (particles[..i].Contains(particles[i]))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"Particle {particles[i]} is named twice; expected different particles."));
            }
        }
    }
}
