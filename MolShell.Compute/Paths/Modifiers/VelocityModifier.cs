using MolShell.Compute.Numerics.Random;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Modifiers;

/// <summary>
/// How velocities at the shooting point of a two-way shot are changed. Every modifier here satisfies
/// p(v -> v') rho(v) = p(v' -> v) rho(v') with the Maxwell-Boltzmann distribution rho, so it adds no factor to the acceptance of a
/// trial. Immutable.
/// </summary>
public abstract class VelocityModifier
{
    private protected VelocityModifier()
    {
    }

    /// <summary>Leaves the velocities as they are; the noise of stochastic dynamics makes the trial.</summary>
    public static VelocityModifier None => new UnchangedVelocities();

    /// <summary>Draws velocities anew from the Maxwell-Boltzmann distribution.</summary>
    /// <param name="temperature">Temperature of the draw [temperature]; null for that of the engine's bath.</param>
    /// <param name="particles">Indices of the particles that get new velocities; null for all.</param>
    /// <param name="conserveMomentum">
    /// Keeps the total momentum of those particles, whatever it is, and draws from the distribution under that condition.
    /// </param>
    public static VelocityModifier Random(double? temperature = null, IEnumerable<int>? particles = null, bool conserveMomentum = false) =>
        new RandomVelocities(temperature, particles, conserveMomentum);

    /// <summary>
    /// Changes the direction of the velocities: a Gaussian kick, after which each particle gets its old speed back. The kick is
    /// isotropic, so the new directions depend only on the angle to the old ones, the change is symmetric, and the kinetic energy
    /// stays.
    /// </summary>
    /// <param name="width">Standard deviation of each component of the kick [length/time], above 0.</param>
    /// <param name="particles">Indices of the particles whose velocities change; null for all.</param>
    /// <param name="conserveMomentum">
    /// Keeps the total momentum of those particles. Then not each speed, but their kinetic energy is kept: the kick turns the
    /// mass-weighted velocities about the centre of mass, with a width that scales as 1/sqrt(mass).
    /// </param>
    /// <exception cref="ArgumentException">The width is not above 0.</exception>
    public static VelocityModifier Direction(double width, IEnumerable<int>? particles = null, bool conserveMomentum = false) =>
        new VelocityDirection(width, particles, conserveMomentum);

    /// <summary>Changes the direction of the velocity of one particle, chosen at random, as <see cref="Direction"/> does.</summary>
    /// <param name="width">Standard deviation of each component of the kick [length/time], above 0.</param>
    /// <param name="particles">Indices of the particles to choose from; null for all.</param>
    /// <exception cref="ArgumentException">The width is not above 0.</exception>
    public static VelocityModifier SingleAtomDirection(double width, IEnumerable<int>? particles = null) =>
        new SingleAtomVelocityDirection(width, particles);

    /// <summary>The definition as one line of text, the same for the same modifier in every run.</summary>
    public abstract string Describe();

    public override string ToString() => Describe();

    /// <summary>True when the velocities that come out differ from those that went in.</summary>
    internal virtual bool ChangesVelocities => true;

    /// <summary>
    /// Whether velocities that are then projected onto constraints are still of the right distribution: unchanged ones, and those that are
    /// drawn for all particles.
    /// </summary>
    internal virtual bool AllowsConstraints => !ChangesVelocities;

    /// <summary>The frame with new velocities.</summary>
    /// <param name="frame">A frame with velocities.</param>
    /// <param name="bathTemperature">Temperature of the engine's bath [temperature], null without one.</param>
    /// <param name="random">The draws of this use.</param>
    internal abstract Frame Modify(Frame frame, double? bathTemperature, RandomSource random);

    /// <summary>Checks the modifier against the system and the temperature of the engine's bath before anything runs.</summary>
    /// <exception cref="ArgumentException">A particle is missing from the system, or no temperature is known.</exception>
    internal abstract void Check(MolecularSystem system, double? bathTemperature);
}
