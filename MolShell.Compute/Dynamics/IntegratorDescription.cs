using MolShell.Compute.Systems;

namespace MolShell.Compute.Dynamics;

/// <summary>
/// How to move a system, apart from any system: an equation of motion, and numbers that may carry units of their own. What is
/// left open comes from the system.
/// </summary>
public sealed record IntegratorDescription
{
    public IntegratorKind? Kind { get; init; }

    /// <summary>Time step dt [time].</summary>
    public Quantity? TimeStep { get; init; }

    /// <summary>Temperature of the bath [temperature].</summary>
    public Quantity? Temperature { get; init; }

    /// <summary>Friction gamma [1/time].</summary>
    public Quantity? Friction { get; init; }

    /// <summary>Time constant of the heat bath [time]; open, it is 100 time steps.</summary>
    public Quantity? CouplingTime { get; init; }

    /// <summary>Number of thermostats of a Nose-Hoover chain; open, it is 3.</summary>
    public int? ChainLength { get; init; }

    /// <summary>Reference pressure [energy/length^3]; without one anywhere, the cell stays as it is.</summary>
    public Quantity? Pressure { get; init; }

    /// <summary>Compressibility [length^3/energy].</summary>
    public Quantity? Compressibility { get; init; }

    /// <summary>Time constant of the pressure bath [time]; open, it is 1000 time steps.</summary>
    public Quantity? PressureCouplingTime { get; init; }

    /// <summary>Steps from one change of the cell to the next; open, it is 10.</summary>
    public int? PressureInterval { get; init; }

    /// <summary>Which edges of the cell move together; open, all do.</summary>
    public PressureCoupling? PressureCoupling { get; init; }

    /// <summary>
    /// Steps from one removal of the motion of the centre of mass to the next; open, it is 100 for a bath that acts on all velocities
    /// alike, where no force holds particles to a place, and else 0, which is never.
    /// </summary>
    public int? CenterOfMassInterval { get; init; }

    /// <summary>The description that leaves all but the equation of motion open.</summary>
    /// <exception cref="FormatException">No such equation of motion; the message lists them.</exception>
    public static IntegratorDescription Parse(string name) =>
        Enum.TryParse(name, ignoreCase: true, out IntegratorKind kind) && Enum.IsDefined(kind)
            ? new IntegratorDescription { Kind = kind }
            : throw new FormatException($"Unknown integrator '{name}'. Known: {string.Join(", ", Enum.GetNames<IntegratorKind>())}.");

    /// <summary>This description with what <paramref name="other"/> sets put in its place.</summary>
    public IntegratorDescription With(IntegratorDescription other) => new()
    {
        Kind = other.Kind ?? Kind,
        TimeStep = other.TimeStep ?? TimeStep,
        Temperature = other.Temperature ?? Temperature,
        Friction = other.Friction ?? Friction,
        CouplingTime = other.CouplingTime ?? CouplingTime,
        ChainLength = other.ChainLength ?? ChainLength,
        Pressure = other.Pressure ?? Pressure,
        Compressibility = other.Compressibility ?? Compressibility,
        PressureCouplingTime = other.PressureCouplingTime ?? PressureCouplingTime,
        PressureInterval = other.PressureInterval ?? PressureInterval,
        PressureCoupling = other.PressureCoupling ?? PressureCoupling,
        CenterOfMassInterval = other.CenterOfMassInterval ?? CenterOfMassInterval,
    };

    /// <summary>The settings in the units of a system, which fills what is open.</summary>
    /// <exception cref="ArgumentException">A number is out of range, of another dimension or of no use, or one is missing that nothing
    /// fills.</exception>
    public IntegratorSettings For(MolecularSystem system)
    {
        UnitSystem units = system.Units;
        IntegratorSettings? own = system.Integrator;
        IntegratorKind kind = Kind ?? own?.Kind ?? IntegratorKind.VelocityVerlet;
        bool thermostat = kind != IntegratorKind.VelocityVerlet;
        bool friction = kind is IntegratorKind.LangevinBaoab or IntegratorKind.Overdamped;
        double timeStep = TimeStep?.In(units, Dimension.Time) ?? own?.TimeStep ?? throw Missing("a time step", kind, system);
        IntegratorSettings settings = new()
        {
            Kind = kind,
            TimeStep = timeStep,
            Temperature = Temperature?.In(units, Dimension.Temperature) ?? own?.Temperature
                ?? (thermostat ? throw Missing("a temperature", kind, system) : 0),
            Friction = Friction?.In(units, Dimension.Rate) ?? own?.Friction ?? (friction ? throw Missing("a friction", kind, system) : 0),
        };
        settings = settings with
        {
            CouplingTime = settings.HasBath
                ? CouplingTime?.In(units, Dimension.Time) ?? FromOwn(own, kind)?.CouplingTime ?? (100 * timeStep)
                : 0,
            ChainLength = kind == IntegratorKind.NoseHoover ? ChainLength ?? FromOwn(own, kind)?.ChainLength ?? 3 : 0,
            Barostat = BarostatFor(system, kind, timeStep),
            CenterOfMassInterval = CenterOfMassInterval ?? FromOwn(own, kind)?.CenterOfMassInterval
                ?? (settings.HasBath && system.ParticleCount > 1 && system.Forces.All(force => force.KeepsMomentum) ? 100 : 0),
        };
        CheckUse(kind);
        settings.Validate(system);
        return settings;
    }

    /// <summary>Checks what needs no system: signs do not depend on units.</summary>
    /// <exception cref="ArgumentException">A number is out of range, or is of no use for the equation of motion.</exception>
    public void Validate()
    {
        CheckPositive(TimeStep, "time step");
        CheckNotNegative(Temperature, "temperature");
        CheckNotNegative(Friction, "friction");
        CheckPositive(CouplingTime, "coupling time");
        CheckPositive(Compressibility, "compressibility");
        CheckPositive(PressureCouplingTime, "pressure coupling time");
        if (Kind is { } kind)
        {
            CheckUse(kind);
        }
    }

    // Where the kind is another one, the numbers of the system's own dynamics mean something else.
    private static IntegratorSettings? FromOwn(IntegratorSettings? own, IntegratorKind kind) => own?.Kind == kind ? own : null;

    private static void CheckPositive(Quantity? quantity, string what)
    {
        if (quantity is { Value: <= 0 } value)
        {
            throw new ArgumentException($"The {what} is {value}; expected a positive finite number.");
        }
    }

    private static void CheckNotNegative(Quantity? quantity, string what)
    {
        if (quantity is { Value: < 0 } value)
        {
            throw new ArgumentException($"The {what} is {value}; expected a number that is not negative.");
        }
    }

    private static ArgumentException Missing(string what, IntegratorKind kind, MolecularSystem system) =>
        new($"{kind} needs {what}, and neither the command nor the system '{system.Name}' gives one.");

    private BarostatSettings? BarostatFor(MolecularSystem system, IntegratorKind kind, double timeStep)
    {
        UnitSystem units = system.Units;
        BarostatSettings? own = FromOwn(system.Integrator, kind)?.Barostat;
        if ((Pressure?.In(units, Dimension.Pressure) ?? own?.Pressure) is not { } pressure)
        {
            string? orphan = Compressibility is not null ? "Compressibility"
                : PressureCouplingTime is not null ? "PressureCouplingTime"
                : PressureInterval is not null ? "PressureInterval"
                : PressureCoupling is not null ? "PressureCoupling" : null;
            return orphan is null ? null : throw new ArgumentException(
                $"{kind} has the {orphan} of a pressure bath, and neither the command nor the system '{system.Name}' gives its Pressure.");
        }

        return new BarostatSettings
        {
            Pressure = pressure,
            Compressibility = Compressibility?.In(units, Dimension.Compressibility) ?? own?.Compressibility
                ?? throw Missing("a compressibility for its pressure (an estimate will do, such as '4.5e-5 1/bar' for water)", kind, system),
            CouplingTime = PressureCouplingTime?.In(units, Dimension.Time) ?? own?.CouplingTime ?? (1000 * timeStep),
            Interval = PressureInterval ?? own?.Interval ?? 10,
            Coupling = PressureCoupling ?? own?.Coupling ?? Dynamics.PressureCoupling.Isotropic,
        };
    }

    private void CheckUse(IntegratorKind kind)
    {
        if (CouplingTime is { } time && kind is not (IntegratorKind.NoseHoover or IntegratorKind.VelocityRescaling))
        {
            throw new ArgumentException($"{kind} has no CouplingTime (it is {time}): it belongs to NoseHoover and VelocityRescaling.");
        }

        if (ChainLength is { } length && kind != IntegratorKind.NoseHoover)
        {
            throw new ArgumentException(FormattableString.Invariant($"{kind} has no ChainLength (it is {length}): it belongs to NoseHoover."));
        }

        if (Pressure is { } pressure && kind is (IntegratorKind.VelocityVerlet or IntegratorKind.Overdamped))
        {
            throw new ArgumentException(
                $"{kind} has no Pressure (it is {pressure}): it belongs to LangevinBaoab, NoseHoover and VelocityRescaling.");
        }
    }
}
