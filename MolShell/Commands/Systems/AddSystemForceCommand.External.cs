using System.Management.Automation;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Commands.Systems;

public sealed partial class AddSystemForceCommand
{
    private const string ExternalSet = "External";

    /// <summary>A potential of place: a well, a field, a wall, or springs that hold particles where they are.</summary>
    [Parameter(
        Mandatory = true,
        ParameterSetName = ExternalSet,
        HelpMessage = "Potential of place: a well, Field, a wall such as HarmonicWall, or PositionRestraint.")]
    public ExternalPotentialKind External { get; set; }

    /// <summary>
    /// Center of Harmonic or of a spherical wall [length]: its coordinates, as many as a particle of the system has. Without it, the
    /// origin.
    /// </summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Center of Harmonic or a spherical wall [length], one number a coordinate.")]
    [ValidateCount(1, 3)]
    public Quantity[] Center { get; set; } = [];

    /// <summary>
    /// Components of the force of Field [energy/length]; with -Coupling, of the force on a unit of mass or charge, without unit.
    /// </summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Force of Field [energy/length]; of a unit of mass or charge with -Coupling.")]
    [ValidateCount(1, 3)]
    public Quantity[]? Strength { get; set; }

    /// <summary>By what a potential of place is multiplied for each particle: None, Mass as gravity, Charge as an electric field.</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Multiply by the Mass or the Charge of each particle.")]
    public ExternalCoupling Coupling { get; set; }

    /// <summary>Direction from a plane wall to where particles may be; of any length.</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Direction from a plane wall to the particles: three numbers.")]
    [ValidateCount(3, 3)]
    public double[]? Normal { get; set; }

    /// <summary>Where a plane wall cuts the axis of its normal, counted along the normal [length].</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Where a plane wall cuts the axis of its normal [length].")]
    public Quantity Offset { get; set; } = 0;

    /// <summary>Radius of a spherical wall around the particles [length].</summary>
    [Parameter(ParameterSetName = ExternalSet, HelpMessage = "Radius of a spherical wall around the particles [length].")]
    public Quantity? Radius { get; set; }

    private IForce ExternalForce() => External switch
    {
        ExternalPotentialKind.Harmonic => Place(new HarmonicWell(BondConstant() * MovingAxes(), CenterPoint())),
        ExternalPotentialKind.DoubleWell => Place(
            new DoubleWell(Need(BarrierHeight, nameof(BarrierHeight), Dimension.Energy), Need(Width, nameof(Width), Dimension.Length))),
        ExternalPotentialKind.Field => Place(new UniformField(FieldForce())),
        ExternalPotentialKind.HarmonicWall => Wall(new HarmonicWall(BondConstant())),
        ExternalPotentialKind.LennardJonesWall => Wall(new LennardJonesWall(WallEnergy(), WallSize(), WallCutoff())),
        ExternalPotentialKind.LennardJones93Wall => Wall(new LennardJones93Wall(WallEnergy(), WallSize(), WallCutoff())),
        ExternalPotentialKind.WcaWall => Wall(LennardJonesWall.Wca(WallEnergy(), WallSize())),
        _ => Restraint(),
    };

    /// <summary>The potential on the particles that were named; the simplest force that does it.</summary>
    private IForce Place<TPotential>(TPotential potential)
        where TPotential : struct, IExternalPotential
    {
        int[]? chosen = Chosen();
        return chosen is null && Coupling == ExternalCoupling.None
            ? new ExternalForce<TPotential>(potential)
            : new SelectiveExternalForce<TPotential>(potential, Coupling, chosen);
    }

    private IForce Wall<TProfile>(TProfile profile)
        where TProfile : struct, IWallProfile
    {
        if (Normal is null == Radius is null)
        {
            throw new ArgumentException($"{Kind} needs -Normal for a plane or -Radius for a sphere.");
        }

        string astray = Radius is null ? nameof(Center) : nameof(Offset);
        if (MyInvocation.BoundParameters.ContainsKey(astray))
        {
            throw new ArgumentException($"{Kind}: -Offset goes with -Normal, -Center with -Radius.");
        }

        return Radius is { } radius
            ? Place(new SphereWall<TProfile>(profile, radius.In(System.Units, Dimension.Length), CenterPoint()))
            : Place(new PlaneWall<TProfile>(
                profile, new Vec3(Normal![0], Normal[1], Normal[2]), Offset.In(System.Units, Dimension.Length)));
    }

    private PositionRestraintForce Restraint()
    {
        double forceConstant = BondConstant();
        int[] chosen = Chosen() ?? [.. Enumerable.Range(0, System.ParticleCount)];
        foreach (int particle in chosen)
        {
            if (particle < 0 || particle >= System.ParticleCount)
            {
                throw new ArgumentException(
                    $"Particle {particle} of -Particle does not exist; the system has particles 0 to {System.ParticleCount - 1}.");
            }
        }

        return new PositionRestraintForce(chosen.Select(i => new PositionRestraint(i, System.Start.Positions[i], forceConstant)));
    }

    /// <summary>The particles of -Particle or -Type; null for all.</summary>
    private int[]? Chosen()
    {
        if (Particle is not null && Type is not null)
        {
            throw new ArgumentException("-Particle and -Type exclude each other.");
        }

        if (Type is null)
        {
            return Particle;
        }

        Topology topology = System.Topology;
        string? unknown = Type.FirstOrDefault(name => !topology.TypeNames.Contains(name));
        return unknown is null
            ? [.. Enumerable.Range(0, topology.ParticleCount).Where(i => Type.Contains(topology.TypeNames[topology.Types[i]]))]
            : throw new ArgumentException(
                $"-Type names the type '{unknown}', but the system's types are {string.Join(", ", topology.TypeNames)}.");
    }

    private double WallEnergy() => One(Epsilon, nameof(Epsilon)).In(System.Units, Dimension.Energy);

    private double WallSize() => One(Sigma, nameof(Sigma)).In(System.Units, Dimension.Length);

    private double WallCutoff() => Cutoff?.In(System.Units, Dimension.Length) ?? (2.5 * WallSize());

    private Vec3 FieldForce()
    {
        if (Strength is null)
        {
            throw new ArgumentException($"{Kind} needs -{nameof(Strength)}.");
        }

        double[] f = [.. Strength.Select(q => Coupling == ExternalCoupling.None ? q.In(System.Units, Dimension.Force) : Plain(q)), 0, 0];
        return new Vec3(f[0], f[1], f[2]);
    }

    private double Plain(Quantity quantity) => quantity.Unit is null
        ? quantity.Value
        : throw new ArgumentException(
            $"-Strength '{quantity}': with -Coupling {Coupling}, numbers are in the units of the system and without unit.");

    private Vec3 CenterPoint()
    {
        double[] c = [.. Center.Select(q => q.In(System.Units, Dimension.Length)), 0, 0, 0];
        return new Vec3(c[0], c[1], c[2]);
    }

    private Vec3 MovingAxes() => new(1, System.Topology.Dimension > 1 ? 1 : 0, System.Topology.Dimension > 2 ? 1 : 0);
}
