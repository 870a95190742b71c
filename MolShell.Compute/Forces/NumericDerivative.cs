namespace MolShell.Compute.Forces;

/// <summary>
/// Five-point derivative of an energy, at several step widths: wide ones suffer from curvature and from kinks at cutoffs, narrow ones
/// from rounding. The width that comes closest to the computed value counts; a wrong value is close at no width.
/// </summary>
internal static class NumericDerivative
{
    private static readonly double[] Widths = [1e-3, 1e-4, 1e-5];

    /// <param name="energy">Energy at a displacement.</param>
    /// <param name="scale">Displacement over which the energy changes.</param>
    /// <param name="computed">The value to compare with.</param>
    /// <returns>The derivative, and the change of the derivative over the widest step, below which differences mean nothing.</returns>
    public static (double Value, double Noise) Closest(Func<double, double> energy, double scale, double computed)
    {
        double best = double.NaN;
        double center = energy(0);
        double noise = 0;
        foreach (double width in Widths)
        {
            double h = width * scale;
            double up = energy(h), down = energy(-h);
            double derivative = ((8 * (up - down)) - (energy(2 * h) - energy(-2 * h))) / (12 * h);
            if (!double.IsFinite(derivative))
            {
                continue;
            }

            noise = Math.Max(noise, Math.Abs(up - (2 * center) + down) / (Widths[0] * scale));
            if (!(Math.Abs(derivative - computed) >= Math.Abs(best - computed)))
            {
                best = derivative;
            }
        }

        return (best, noise);
    }
}
