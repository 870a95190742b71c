using MolShell.Compute.Systems;

namespace MolShell.Compute.Plots;

/// <summary>A number of each particle that colours it in a picture.</summary>
/// <param name="Label">Name of the quantity.</param>
/// <param name="Unit">Symbol of its unit; null or empty for pure numbers.</param>
/// <param name="Values">The values in a frame, shape [n]; NaN for a particle without one, which stays grey.</param>
public sealed record ParticleProperty(string Label, string? Unit, Func<Frame, double[]> Values)
{
    /// <summary>The magnitude of the velocity [length/time]; NaN in frames without velocities.</summary>
    public static ParticleProperty Speed(UnitSystem units) => new(
        "speed", units.Symbol(Dimension.Velocity), f => f.Velocities is { } v ? Array.ConvertAll(v, u => u.Length()) : Missing(f));

    /// <summary>The magnitude of the force [energy/length]; NaN in frames without forces.</summary>
    public static ParticleProperty Force(UnitSystem units) => new(
        "force", units.Symbol(Dimension.Force), f => f.Forces is { } forces ? Array.ConvertAll(forces, u => u.Length()) : Missing(f));

    private static double[] Missing(Frame frame)
    {
        double[] values = new double[frame.ParticleCount];
        Array.Fill(values, double.NaN);
        return values;
    }
}
