using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>How a system moves: an immutable description in the system's own units.</summary>
public sealed record IntegratorSettings
{
    public required IntegratorKind Kind { get; init; }

    /// <summary>Time step dt [time].</summary>
    public required double TimeStep { get; init; }

    /// <summary>Temperature T of the bath [temperature]; ignored by velocity Verlet but for initial velocities.</summary>
    public double Temperature { get; init; }

    /// <summary>Friction gamma [1/time]; for Langevin and overdamped dynamics, ignored by others.</summary>
    public double Friction { get; init; }

    /// <summary>
    /// Time constant tau of the heat bath [time]: the period of a Nose-Hoover chain, the relaxation time of velocity rescaling; ignored
    /// by others.
    /// </summary>
    public double CouplingTime { get; init; }

    /// <summary>Number of thermostats of a Nose-Hoover chain, 1 to 20; ignored by others.</summary>
    public int ChainLength { get; init; }

    /// <summary>The pressure bath; null keeps the cell.</summary>
    public BarostatSettings? Barostat { get; init; }

    /// <summary>
    /// The motion of the centre of mass is taken away at the start and after each so many steps, and does not count as degrees of
    /// freedom; 0 leaves it. The noise of Langevin dynamics moves it again, so that there only 1 keeps the temperature exact.
    /// </summary>
    public int CenterOfMassInterval { get; init; }

    /// <summary>Whether the dynamics has velocities; overdamped dynamics has none.</summary>
    public bool HasVelocities => Kind != IntegratorKind.Overdamped;

    /// <summary>Temperature of the heat bath [temperature]; null for constant energy.</summary>
    public double? BathTemperature => Kind == IntegratorKind.VelocityVerlet ? null : Temperature;

    /// <summary>Whether one bath acts on all velocities alike.</summary>
    internal bool HasBath => Kind is IntegratorKind.NoseHoover or IntegratorKind.VelocityRescaling;

    /// <summary>Whether anything acts on the system as a whole, beyond the step of each particle.</summary>
    internal bool HasCoupling => HasBath || Barostat is not null || CenterOfMassInterval > 0;

    /// <summary>Whether velocities that are drawn have no common motion, because it would last for ever or is taken away anyhow.</summary>
    internal bool DrawsWithoutMomentum(int particleCount) =>
        CenterOfMassInterval > 0 || (Kind == IntegratorKind.VelocityVerlet && particleCount > 1);

    /// <exception cref="ArgumentException">A number is out of range; names it and what was expected.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Kind))
        {
            throw new ArgumentException($"There is no integrator {Kind}; expected {string.Join(", ", Enum.GetNames<IntegratorKind>())}.");
        }

        Check(TimeStep, TimeStep > 0, "time step", "a positive finite number");
        Check(Temperature, Temperature > 0 || (Temperature == 0 && Kind != IntegratorKind.NoseHoover), "temperature",
            Kind == IntegratorKind.NoseHoover
                ? "a positive finite number for NoseHoover"
                : "a finite number that is not negative");
        Check(Friction, Friction > 0 || (Friction == 0 && Kind != IntegratorKind.Overdamped), "friction", Kind == IntegratorKind.Overdamped
            ? "a positive finite number for overdamped dynamics"
            : "a finite number that is not negative");
        if (HasBath)
        {
            Check(CouplingTime, CouplingTime > 0, "coupling time", $"a positive finite number for {Kind}");
        }

        if (Kind == IntegratorKind.NoseHoover)
        {
            Check(ChainLength, ChainLength is > 0 and <= 20, "chain length", "a whole number from 1 to 20 for NoseHoover");
        }

        Check(CenterOfMassInterval, CenterOfMassInterval == 0 || (CenterOfMassInterval > 0 && HasVelocities), "center-of-mass interval",
            HasVelocities ? "a whole number that is not negative" : $"0, because {Kind} has no velocities");
        if (Barostat is not null)
        {
            Validate(Barostat);
        }
    }

    /// <summary>Checks whether the system can be moved so.</summary>
    /// <exception cref="ArgumentException">
    /// A pressure for a system that is not periodic or has a force that holds particles to a place, or the centre of mass of one particle.
    /// </exception>
    public void Validate(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        Validate();
        if (Barostat is not null && !(system.Box.IsFullyPeriodic && system.Topology.Dimension == 3))
        {
            throw new ArgumentException(
                $"The pressure of {Kind} needs a cell that is periodic along all three edges; that of '{system.Name}' is {system.Box}.");
        }

        if (Barostat is not null && system.Forces.FirstOrDefault(force => !force.KeepsMomentum) is { } fixedForce)
        {
            throw new ArgumentException(
                $"The pressure of {Kind} needs forces between particles alone; {fixedForce.Name} of '{system.Name}' would not move with the cell.");
        }

        if (CenterOfMassInterval > 0 && system.ParticleCount == 1)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The center-of-mass interval is {CenterOfMassInterval}; '{system.Name}' has one particle, which would have no motion left."));
        }
    }

    /// <summary>Number of degrees of freedom f that carry kinetic energy, f kT/2 on average.</summary>
    public int DegreesOfFreedom(Topology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        return topology.Dimension * (topology.ParticleCount - (CenterOfMassInterval > 0 ? 1 : 0));
    }

    public override string ToString()
    {
        string text = FormattableString.Invariant($"{Kind}, dt {TimeStep:g6}");
        text += Kind switch
        {
            IntegratorKind.VelocityVerlet => string.Empty,
            IntegratorKind.NoseHoover => FormattableString.Invariant($", T {Temperature:g6}, tau {CouplingTime:g6}, chain of {ChainLength}"),
            IntegratorKind.VelocityRescaling => FormattableString.Invariant($", T {Temperature:g6}, tau {CouplingTime:g6}"),
            _ => FormattableString.Invariant($", T {Temperature:g6}, gamma {Friction:g6}"),
        };
        text += CenterOfMassInterval > 0 ? FormattableString.Invariant($", center of mass every {CenterOfMassInterval}") : string.Empty;
        return Barostat is null ? text : $"{text}, {Barostat}";
    }

    private void Validate(BarostatSettings barostat)
    {
        if (Kind is IntegratorKind.VelocityVerlet or IntegratorKind.Overdamped)
        {
            throw new ArgumentException(
                $"{Kind} cannot be coupled to a pressure; expected LangevinBaoab, NoseHoover or VelocityRescaling, which keep a temperature.");
        }

        if (!Enum.IsDefined(barostat.Coupling))
        {
            throw new ArgumentException(
                $"There is no pressure coupling {barostat.Coupling}; expected {string.Join(", ", Enum.GetNames<PressureCoupling>())}.");
        }

        Check(barostat.Pressure, true, "pressure", "a finite number");
        Check(barostat.Compressibility, barostat.Compressibility > 0, "compressibility", "a positive finite number");
        Check(barostat.CouplingTime, barostat.CouplingTime > 0, "pressure coupling time", "a positive finite number");
        Check(barostat.Interval, barostat.Interval > 0, "pressure interval", "a positive whole number");
    }

    private static void Check(double value, bool inRange, string what, string expected)
    {
        if (!inRange || !double.IsFinite(value))
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {value:g6}; expected {expected}."));
        }
    }
}
