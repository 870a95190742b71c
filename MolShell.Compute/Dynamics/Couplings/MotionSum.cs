namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// Sums over particles along one axis that do not depend on the order of the particles: terms are rounded to multiples of a power of two
/// that follows from the largest, and added as integers. The error is below 2^-60 n^2 of the largest term.
/// </summary>
internal static class MotionSum
{
    private const int Bits = 62;
    private const int LargestExponent = 1000;

    private interface ITerm
    {
        static abstract double Of(double mass, double velocity);
    }

    /// <summary>sum m v^2; infinite or not a number where a term is.</summary>
    public static double TwiceKineticEnergy(ReadOnlySpan<double> masses, ReadOnlySpan<double> velocities) =>
        Of<Square>(masses, velocities);

    /// <summary>sum m v.</summary>
    public static double Momentum(ReadOnlySpan<double> masses, ReadOnlySpan<double> velocities) => Of<Linear>(masses, velocities);

    private static double Of<TTerm>(ReadOnlySpan<double> masses, ReadOnlySpan<double> velocities)
        where TTerm : struct, ITerm
    {
        double largest = 0;
        for (int i = 0; i < masses.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(TTerm.Of(masses[i], velocities[i])));
        }

        if (largest == 0 || !double.IsFinite(largest))
        {
            return largest;
        }

        // The largest is below 2^(its exponent + 1), and n terms are below 2^62 quanta.
        int terms = 32 - int.LeadingZeroCount(masses.Length);
        double scale = Math.ScaleB(1, Math.Min(Bits - terms - (Math.ILogB(largest) + 1), LargestExponent));
        long sum = 0;
        for (int i = 0; i < masses.Length; i++)
        {
            sum += (long)Math.Round(TTerm.Of(masses[i], velocities[i]) * scale);
        }

        return sum / scale;
    }

    private readonly struct Square : ITerm
    {
        public static double Of(double mass, double velocity) => mass * velocity * velocity;
    }

    private readonly struct Linear : ITerm
    {
        public static double Of(double mass, double velocity) => mass * velocity;
    }
}
