using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Bonded;
using MolShell.Compute.Forces.Pair;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Systems.Builders;

/// <summary>
/// Dimers, or one chain, of double-well bonds V(r) = h (1 - ((r - r0 - w)/w)^2)^2 in a fluid of purely repulsive (WCA) particles:
/// the standard test of path sampling (Swenson and Bolhuis 2014, doi:10.1063/1.4890037; Rogal and Bolhuis 2008, doi:10.1063/1.3029696).
/// WCA acts between all pairs, the bonded ones too. The start is a relaxed lattice with every bond in the compact state.
/// </summary>
/// <remarks>
/// What is not given follows from the scales sigma, epsilon and m: 1 in reduced units, else those of argon (0.34 nm, 120 K kB,
/// 39.9 amu), as in the test systems of openmmtools. h is 6 kT at kT = 0.824 epsilon.
/// </remarks>
public sealed record DoubleWellBuilder
{
    private const double ReducedTemperature = 0.824;

    /// <summary>All particles N, those with bonds included.</summary>
    public int ParticleCount { get; init; } = 216;

    /// <summary>Independent dimers: bonds 0-1, 2-3, ...; by default 1, and none if there is a chain.</summary>
    public int? DimerCount { get; init; }

    /// <summary>Particles of the chain 0-1-2-...; 0 or 1 for none.</summary>
    public int ChainLength { get; init; }

    /// <summary>Reduced density N sigma^3/V.</summary>
    public double Density { get; init; } = 0.96;

    /// <summary>Units; by default reduced, and GROMACS units if <see cref="OpenMMToolsCompatible"/>.</summary>
    public UnitSystem? Units { get; init; }

    /// <summary>Diameter of the particles [length].</summary>
    public double? Sigma { get; init; }

    /// <summary>Energy of repulsion [energy].</summary>
    public double? Epsilon { get; init; }

    /// <summary>Mass of each particle [mass].</summary>
    public double? Mass { get; init; }

    /// <summary>Height h of the barrier [energy]; by default 6 x 0.824 epsilon.</summary>
    public double? Barrier { get; init; }

    /// <summary>Length r0 of a compact bond [length]; by default 2^(1/6) sigma.</summary>
    public double? CompactLength { get; init; }

    /// <summary>Half the distance w of the two minima [length]; by default 0.3 sigma.</summary>
    public double? HalfWidth { get; init; }

    /// <summary>Bath temperature [temperature]; by default 0.824 epsilon/kB.</summary>
    public double? Temperature { get; init; }

    /// <summary>Friction [1/time]; by default 1/tau with tau = sigma sqrt(m/epsilon).</summary>
    public double? Friction { get; init; }

    /// <summary>Time step [time]; by default 0.004 tau.</summary>
    public double? TimeStep { get; init; }

    /// <summary>Standard deviation of a normal displacement of the start coordinates, in units of sigma; by default 0.01, and 0 if
    /// <see cref="OpenMMToolsCompatible"/>.</summary>
    public double? Noise { get; init; }

    /// <summary>Decides which lattice sites stay empty, where the dimers are, and the noise.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// Reproduces openmmtools 0.26 where its model differs from its own description: the box edge is (N/density)^(1/3) nanometres
    /// (so the default fluid is dilute, N sigma^3/V = 0.038), the barrier of a chain lacks the factor 120 (0.0411 kJ/mol), bonds
    /// do not cross the periodic border, and the start is the Sobol sequence with bond partners far apart (5.27 nm in the default dimer,
    /// 2.4e7 kJ/mol): minimise it first. That its chain drops further options changes nothing, since its base classes ignore them.
    /// </summary>
    public bool OpenMMToolsCompatible { get; init; }

    /// <exception cref="ArgumentException">An option is out of range or cannot be combined; names it and what was expected.</exception>
    public MolecularSystem Build()
    {
        UnitSystem units = Units ?? (OpenMMToolsCompatible ? UnitSystem.Gromacs : UnitSystem.Reduced);
        Scales scale = ScalesIn(units);
        int dimers = DimerCount ?? (ChainLength > 1 ? 0 : 1);
        CheckCounts(dimers);
        DoubleWellBond potential = Potential(scale, units);
        double edge = Edge(scale, units);
        Box box = Box.Cubic(edge);
        if (!OpenMMToolsCompatible && potential.ExtendedLength >= box.MaximumCutoff && (dimers > 0 || ChainLength > 1))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"An extended bond of length {potential.ExtendedLength:g6} does not fit half the box edge {edge:g6}: raise {nameof(ParticleCount)} or lower {nameof(Density)}."));
        }

        Bond[] bonds = ChainLength > 1
            ? [.. Enumerable.Range(0, ChainLength - 1).Select(i => new Bond(i, i + 1))]
            : [.. Enumerable.Range(0, dimers).Select(i => new Bond(2 * i, (2 * i) + 1))];
        Vec3[] positions = OpenMMToolsCompatible
            ? [.. SobolSequence.Points(ParticleCount).Select(point => edge * point)]
            : new DoubleWellPlacement(ParticleCount, dimers, ChainLength, edge, potential.CompactLength, Seed).Place();
        int bonded = ChainLength > 1 ? ChainLength : 2 * dimers;
        MolecularSystem system = new()
        {
            Name = Title(dimers),
            Start = new Frame
            {
                Topology = new Topology
                {
                    Masses = [.. Enumerable.Repeat(scale.Mass, ParticleCount)],
                    Types = [.. Enumerable.Range(0, ParticleCount).Select(i => i < bonded ? 1 : 0)],
                    TypeNames = ["Solvent", "Bead"],
                    Bonds = [.. bonds],
                },
                Box = box,
                Units = units,
                Positions = positions,
            },
            Forces = [new PairForce<Wca>(new Wca(scale.Epsilon, scale.Sigma))],
            Integrator = new IntegratorSettings
            {
                Kind = IntegratorKind.LangevinBaoab,
                Temperature = Checked(Temperature, nameof(Temperature), ReducedTemperature * scale.Epsilon / units.Boltzmann),
                Friction = Checked(Friction, nameof(Friction), 1 / scale.Time),
                TimeStep = Checked(TimeStep, nameof(TimeStep), 0.004 * scale.Time),
            },
        };
        system = bonds.Length == 0
            ? system
            : system.AddForce(new BondForce<DoubleWellBond>(potential, bonds) { UsesMinimumImage = !OpenMMToolsCompatible });
        system = system.Validate();
        return OpenMMToolsCompatible ? Displaced(system, (Noise ?? 0) * scale.Sigma) : Displaced(Relaxed(system, scale), (Noise ?? 0.01) * scale.Sigma);
    }

    // No force above those of a fluid: lattices are narrow for some numbers of particles, and bonds may be longer than their spacing.
    private static MolecularSystem Relaxed(MolecularSystem lattice, Scales scale)
    {
        MinimizerOptions options = new() { ForceTolerance = 10 * scale.Epsilon / scale.Sigma, MaximumSteps = 1000 };
        return lattice with { Start = lattice.Start with { Positions = Minimizer.Minimize(lattice, options).Frame.Positions } };
    }

    private MolecularSystem Displaced(MolecularSystem system, double deviation)
    {
        RandomKey noise = RandomKey.FromSeed(Seed, RandomStream.Placement);
        Vec3[] positions = [.. system.Start.Positions.Select((position, i) => position + (deviation * Gaussian.Three(noise, 0, i)))];
        return system with { Start = system.Start with { Positions = positions } };
    }

    private string Title(int dimers) => (ChainLength > 1, dimers) switch
    {
        (true, _) => FormattableString.Invariant($"Double-well chain of {ChainLength} in a WCA fluid"),
        (false, 0) => "WCA fluid",
        (false, 1) => "Double-well dimer in a WCA fluid",
        _ => FormattableString.Invariant($"{dimers} double-well dimers in a WCA fluid"),
    };

    private void CheckCounts(int dimers)
    {
        if (ParticleCount < 1)
        {
            throw new ArgumentException($"{nameof(ParticleCount)} is {ParticleCount}; expected at least 1.");
        }

        if (dimers < 0 || dimers > ParticleCount / 2)
        {
            throw new ArgumentException(
                $"{nameof(DimerCount)} is {dimers}; {ParticleCount} particles make 0 to {ParticleCount / 2} dimers.");
        }

        if (ChainLength < 0 || ChainLength > ParticleCount)
        {
            throw new ArgumentException(
                $"{nameof(ChainLength)} is {ChainLength}; {ParticleCount} particles make a chain of 0 to {ParticleCount}.");
        }

        if (ChainLength > 1 && dimers > 0)
        {
            throw new ArgumentException($"Either {nameof(DimerCount)} or {nameof(ChainLength)} can be given, not both.");
        }

        BuilderCheck.Positive(Density, nameof(Density));
        BuilderCheck.NotNegative(Noise ?? 0, nameof(Noise));
    }

    private Scales ScalesIn(UnitSystem units)
    {
        bool reduced = units == UnitSystem.Reduced;
        if (reduced && OpenMMToolsCompatible)
        {
            throw new ArgumentException($"{nameof(OpenMMToolsCompatible)} counts in nanometres and cannot be had in reduced units.");
        }

        double sigma = Checked(Sigma, nameof(Sigma), reduced ? 1 : UnitSystem.Gromacs.Convert(0.34, Dimension.Length, units));
        double epsilon = Checked(Epsilon, nameof(Epsilon), reduced ? 1 : 120 * units.Boltzmann);
        double mass = Checked(Mass, nameof(Mass), reduced ? 1 : UnitSystem.Gromacs.Convert(39.9, Dimension.Mass, units));
        return new Scales(sigma, epsilon, mass, sigma * Math.Sqrt(mass / (epsilon * units.AccelerationFactor)));
    }

    private DoubleWellBond Potential(Scales scale, UnitSystem units)
    {
        // openmmtools forgets the 120 K of epsilon in the default barrier of its chain.
        double barrierScale = OpenMMToolsCompatible && ChainLength > 1 ? units.Boltzmann : scale.Epsilon;
        return new DoubleWellBond(
            Checked(Barrier, nameof(Barrier), 6 * ReducedTemperature * barrierScale),
            Checked(CompactLength, nameof(CompactLength), Wca.CutoffOverSigma * scale.Sigma),
            Checked(HalfWidth, nameof(HalfWidth), 0.3 * scale.Sigma));
    }

    private double Edge(Scales scale, UnitSystem units)
    {
        double unit = OpenMMToolsCompatible ? UnitSystem.Gromacs.Convert(1, Dimension.Length, units) : scale.Sigma;
        return Math.Cbrt(ParticleCount / Density) * unit;
    }

    private static double Checked(double? given, string option, double byDefault)
    {
        if (given is { } value)
        {
            BuilderCheck.Positive(value, option);
        }

        return given ?? byDefault;
    }

    private readonly record struct Scales(double Sigma, double Epsilon, double Mass, double Time);
}
