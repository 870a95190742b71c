using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Variables;

/// <summary>The value of a collective variable at one frame.</summary>
public sealed record VariableValue
{
    public required CollectiveVariable Variable { get; init; }

    public string Name => Variable.Name;

    /// <summary>The value in the units of the frame (angles in radians).</summary>
    public required double Value { get; init; }

    /// <summary>Symbol of the unit of the value; empty for pure numbers and reduced units.</summary>
    public string Unit => Units.Symbol(Variable.Dimension);

    /// <summary>Units of the frame.</summary>
    public required UnitSystem Units { get; init; }

    /// <summary>Integration step of the frame.</summary>
    public long Step { get; init; }

    /// <summary>Time of the frame [time].</summary>
    public double Time { get; init; }

    /// <summary>Derivative of the value by each position, shape [n, 3]; null where it was not asked for.</summary>
    public Vec3[]? Gradient { get; init; }

    /// <summary>Evaluates a variable at a frame.</summary>
    /// <exception cref="ArgumentException">The frame lacks a particle or the velocities that the variable reads.</exception>
    public static VariableValue Of(CollectiveVariable variable, Frame frame, bool withGradient = false)
    {
        Vec3[]? gradient = null;
        if (withGradient)
        {
            gradient = new Vec3[frame.ParticleCount];
            variable.AddGradient(PhasePoint.Of(frame), 1, gradient);
        }

        return new VariableValue
        {
            Variable = variable,
            Value = variable.Evaluate(frame),
            Units = frame.Units,
            Step = frame.Step,
            Time = frame.Time,
            Gradient = gradient,
        };
    }
}
