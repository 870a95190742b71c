using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;
using MolShell.Compute.Variables;

namespace MolShell.Compute.Paths.Analysis.Rates;

/// <summary>The surface of a variable through a frame, between two states.</summary>
internal sealed class DividingSurface
{
    private readonly CollectiveVariable variable;
    private readonly IReadOnlyList<StateVolume> states;
    private readonly double origin;
    private readonly Vec3[] gradient;

    public DividingSurface(CollectiveVariable variable, IReadOnlyList<StateVolume> states, Frame point)
    {
        (this.variable, this.states) = (variable, states);
        origin = variable.Evaluate(point);
        gradient = new Vec3[point.ParticleCount];
        variable.AddGradient(PhasePoint.Of(point), 1, gradient);
    }

    /// <summary>dx/dt at the frame for given velocities [unit of the variable/time].</summary>
    public double Velocity(ReadOnlySpan<Vec3> velocities)
    {
        double sum = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            sum += Vec3.Dot(gradient[i], velocities[i]);
        }

        return sum;
    }

    /// <summary>How far a point is beyond the surface, by the nearest way round where the variable is periodic [unit of the variable].</summary>
    public double Displacement(PhasePoint point)
    {
        double away = variable.Evaluate(point) - origin;
        return variable.Period is { } period ? away - (period * Math.Round(away / period)) : away;
    }

    /// <summary>The state of a point; -1 for none.</summary>
    public int StateAt(PhasePoint point)
    {
        for (int state = 0; state < states.Count; state++)
        {
            if (states[state].Contains(point))
            {
                return state;
            }
        }

        return -1;
    }
}
