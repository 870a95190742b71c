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
    };

    /// <summary>The settings in the units of a system, which fills what is open.</summary>
    /// <exception cref="ArgumentException">A number is out of range or of another dimension, or one is missing that nothing
    /// fills.</exception>
    public IntegratorSettings For(MolecularSystem system)
    {
        UnitSystem units = system.Units;
        IntegratorSettings? own = system.Integrator;
        IntegratorKind kind = Kind ?? own?.Kind ?? IntegratorKind.VelocityVerlet;
        bool thermostat = kind != IntegratorKind.VelocityVerlet;
        IntegratorSettings settings = new()
        {
            Kind = kind,
            TimeStep = TimeStep?.In(units, Dimension.Time) ?? own?.TimeStep ?? throw Missing("a time step", kind, system),
            Temperature = Temperature?.In(units, Dimension.Temperature) ?? own?.Temperature
                ?? (thermostat ? throw Missing("a temperature", kind, system) : 0),
            Friction = Friction?.In(units, Dimension.Rate) ?? own?.Friction ?? (thermostat ? throw Missing("a friction", kind, system) : 0),
        };
        settings.Validate();
        return settings;
    }

    /// <summary>Checks what needs no system: signs do not depend on units.</summary>
    /// <exception cref="ArgumentException">The time step is not above 0, or the temperature or the friction is below it.</exception>
    public void Validate()
    {
        if (TimeStep is { Value: <= 0 } step)
        {
            throw new ArgumentException($"The time step is {step}; expected a positive finite number.");
        }

        if (Temperature is { Value: < 0 } temperature)
        {
            throw new ArgumentException($"The temperature is {temperature}; expected a number that is not negative.");
        }

        if (Friction is { Value: < 0 } friction)
        {
            throw new ArgumentException($"The friction is {friction}; expected a number that is not negative.");
        }
    }

    private static ArgumentException Missing(string what, IntegratorKind kind, MolecularSystem system) =>
        new($"{kind} needs {what}, and neither the command nor the system '{system.Name}' gives one.");
}
