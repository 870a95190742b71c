namespace MolShell.Compute.Dynamics;

/// <summary>How a system moves: an immutable description in the system's own units.</summary>
public sealed record IntegratorSettings
{
    public required IntegratorKind Kind { get; init; }

    /// <summary>Time step dt [time].</summary>
    public required double TimeStep { get; init; }

    /// <summary>Temperature T of the bath [temperature]; ignored by velocity Verlet but for initial velocities.</summary>
    public double Temperature { get; init; }

    /// <summary>Friction gamma [1/time]; ignored by velocity Verlet.</summary>
    public double Friction { get; init; }

    /// <summary>Whether the dynamics has velocities; overdamped dynamics has none.</summary>
    public bool HasVelocities => Kind != IntegratorKind.Overdamped;

    /// <summary>Temperature of the heat bath [temperature]; null for constant energy.</summary>
    public double? BathTemperature => Kind == IntegratorKind.VelocityVerlet ? null : Temperature;

    /// <exception cref="ArgumentException">A number is out of range; names it and what was expected.</exception>
    public void Validate()
    {
        if (!Enum.IsDefined(Kind))
        {
            throw new ArgumentException($"There is no integrator {Kind}; expected {string.Join(", ", Enum.GetNames<IntegratorKind>())}.");
        }

        Check(TimeStep, TimeStep > 0, "time step", "a positive finite number");
        Check(Temperature, Temperature >= 0, "temperature", "a finite number that is not negative");
        Check(Friction, Friction > 0 || (Friction == 0 && Kind != IntegratorKind.Overdamped), "friction", Kind == IntegratorKind.Overdamped
            ? "a positive finite number for overdamped dynamics"
            : "a finite number that is not negative");
    }

    public override string ToString() => Kind == IntegratorKind.VelocityVerlet
        ? FormattableString.Invariant($"{Kind}, dt {TimeStep:g6}")
        : FormattableString.Invariant($"{Kind}, dt {TimeStep:g6}, T {Temperature:g6}, gamma {Friction:g6}");

    private static void Check(double value, bool inRange, string what, string expected)
    {
        if (!inRange || !double.IsFinite(value))
        {
            throw new ArgumentException(FormattableString.Invariant($"The {what} is {value:g6}; expected {expected}."));
        }
    }
}
