using System.Collections.Immutable;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;
using MolShell.Compute.Forces.External;
using MolShell.Compute.Numerics;

namespace MolShell.Compute.Systems.Builders;

/// <summary>
/// Builds one particle in a toy potential, in reduced units. What is not given has a default that suits the potential at scale and
/// mass 1, and follows them: energies go with s, times with sqrt(m/s).
/// </summary>
public sealed record ToyBuilder
{
    public required ToyPotential Potential { get; init; }

    /// <summary>Factor s of the potential [energy]: the barrier of the double well, the constant of the harmonic well.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Coordinates of a harmonic well (1 by default) or of Gaussians (by default as many as the terms need): 1, 2 or 3.</summary>
    public int? Dimension { get; init; }

    /// <summary>Terms of <see cref="ToyPotential.Gaussians"/>.</summary>
    public ImmutableArray<GaussianTerm> Gaussians { get; init; } = [];

    /// <summary>Walls of <see cref="ToyPotential.Gaussians"/>: the factor of x^6, y^6 and z^6 [energy/length^6].</summary>
    public double WallStrength { get; init; } = 1;

    /// <summary>Mass of the particle [mass].</summary>
    public double Mass { get; init; } = 1;

    /// <summary>Bath temperature [temperature].</summary>
    public double? Temperature { get; init; }

    /// <summary>Friction [1/time].</summary>
    public double? Friction { get; init; }

    /// <summary>Time step [time].</summary>
    public double? TimeStep { get; init; }

    /// <summary>Equation of motion.</summary>
    public IntegratorKind Integrator { get; init; } = IntegratorKind.LangevinBaoab;

    /// <summary>Start position [length]; by default in a deep well.</summary>
    public Vec3? Start { get; init; }

    /// <exception cref="ArgumentException">An option is out of range or does not belong to the potential; names it.</exception>
    public MolecularSystem Build()
    {
        BuilderCheck.Positive(Scale, nameof(Scale));
        BuilderCheck.Positive(Mass, nameof(Mass));
        CheckOptions();
        Toy toy = Describe();
        double rate = Math.Sqrt(Scale / Mass);
        MolecularSystem system = new()
        {
            Name = toy.Name,
            Start = new Frame
            {
                Topology = Topology.Uniform(1, Mass, "Toy", toy.Dimension),
                Box = Box.Open,
                Units = UnitSystem.Reduced,
                Positions = [Start ?? toy.Start],
            },
            Forces = [toy.Force],
        };
        IntegratorDescription integrator = new()
        {
            Kind = Integrator,
            Temperature = Temperature ?? toy.Temperature * Scale,
            Friction = Friction ?? toy.Friction * rate,
            TimeStep = TimeStep ?? toy.TimeStep / rate,
        };
        return (system with { Integrator = integrator.For(system) }).Validate();
    }

    private void CheckOptions()
    {
        if (Dimension is < 1 or > 3)
        {
            throw new ArgumentException($"{nameof(Dimension)} is {Dimension}; expected 1, 2 or 3.");
        }

        if (Dimension is not null && Potential is not (ToyPotential.Harmonic or ToyPotential.Gaussians))
        {
            throw new ArgumentException(
                $"{nameof(Dimension)} can be given for {ToyPotential.Harmonic} and {ToyPotential.Gaussians}, not for {Potential}.");
        }

        if (Potential == ToyPotential.Gaussians == Gaussians.IsDefaultOrEmpty)
        {
            throw new ArgumentException(Gaussians.IsDefaultOrEmpty
                ? $"The potential {ToyPotential.Gaussians} needs at least one Gaussian."
                : $"Gaussians can be given for {ToyPotential.Gaussians}, not for {Potential}.");
        }

        BuilderCheck.NotNegative(WallStrength, nameof(WallStrength));
    }

    // Defaults of the OpenPathSampling toys are those of its examples.
    private Toy Describe() => Potential switch
    {
        ToyPotential.DoubleWell => new("Double well", 1, Force(new DoubleWell(Scale)), new(-1, 0, 0), 0.2, 2.5, 0.02),
        ToyPotential.TwoWells => new(
            "Two wells",
            2,
            Walled(2, 1, [new(-0.7, new(-0.5, 0, 0), new(12, 0.5, 0)), new(-0.7, new(0.5, 0, 0), new(12, 0.5, 0))]),
            new(-0.5, 0, 0),
            0.1,
            2.5,
            0.02),
        ToyPotential.ThreeStates => new(
            "Three states", 2, Walled(2, 1, [Well(1, -0.5, -0.5), Well(1, 0.5, -0.5), Well(1, -0.5, 0.5)]), new(-0.5, -0.5, 0), 0.1, 2.5, 0.02),
        ToyPotential.Triangle => new(
            "Triangle of three states",
            2,
            Walled(2, 1, [Well(0.7, -0.5, -0.5), Well(0.7, 0.5, -0.5), Well(0.7, 0, 0.4)]),
            new(-0.5, -0.5, 0),
            0.1,
            2.5,
            0.02),
        ToyPotential.MuellerBrown => new("Mueller-Brown", 2, Force(new MuellerBrown(Scale)), new(-0.558, 1.442, 0), 15, 20, 0.002),
        ToyPotential.EntropicSwitch => new("Entropic switch", 2, Force(new EntropicSwitch(Scale)), new(-1.05, -0.04, 0), 0.6, 2.5, 0.02),
        ToyPotential.Harmonic => new(
            "Harmonic well", Dimension ?? 1, Force(new HarmonicWell(Scale, Dimension ?? 1)), Vec3.Zero, 1, 1, 0.05),
        ToyPotential.Gaussians => Custom(),
        _ => throw new ArgumentException($"Unknown potential {Potential}."),
    };

    private Toy Custom()
    {
        int needed = new GaussianSum(Gaussians).Dimension;
        int dimension = Dimension ?? needed;
        if (dimension < needed)
        {
            throw new ArgumentException($"{nameof(Dimension)} is {dimension}, but the Gaussians depend on {needed} coordinates.");
        }

        Vec3 deepest = Gaussians.MinBy(term => term.Amplitude).Center;
        Vec3 start = new(deepest.X, dimension > 1 ? deepest.Y : 0, dimension > 2 ? deepest.Z : 0);
        return new("Sum of Gaussians", dimension, Walled(dimension, WallStrength, Gaussians), start, 0.1, 2.5, 0.02);
    }

    private ExternalForce<ExternalSum<SexticWall, GaussianSum>> Walled(int dimension, double strength, IEnumerable<GaussianTerm> terms)
    {
        double wall = strength * Scale;
        SexticWall walls = new(new Vec3(wall, dimension > 1 ? wall : 0, dimension > 2 ? wall : 0));
        GaussianSum gaussians = new(terms.Select(term => term with { Amplitude = term.Amplitude * Scale }));
        return Force(new ExternalSum<SexticWall, GaussianSum>(walls, gaussians));
    }

    private static GaussianTerm Well(double depth, double x, double y) => new(-depth, new(x, y, 0), new(12, 12, 0));

    private static ExternalForce<T> Force<T>(T potential)
        where T : struct, IExternalPotential => new(potential);

    private sealed record Toy(
        string Name, int Dimension, IForce Force, Vec3 Start, double Temperature, double Friction, double TimeStep);
}
