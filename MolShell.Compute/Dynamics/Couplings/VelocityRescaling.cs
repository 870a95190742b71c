using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// Stochastic velocity rescaling: the kinetic energy K of f degrees of freedom follows, without any error of the time step,
/// <code>dK = (K_0 - K) dt/tau + 2 sqrt(K K_0/(f tau)) dW,  K_0 = f kT/2,</code>
/// whose stationary distribution is the canonical one. With c = exp(-dt/tau), normal deviates R_i and the sum S of the squares of
/// f - 1 of them, which is twice a gamma deviate of shape (f - 1)/2, velocities are multiplied by
/// <code>a^2 = c + (1 - c) K_0 (R_1^2 + S)/(f K) + 2 R_1 sqrt(c (1 - c) K_0/(f K)),  sign a = sign(R_1 + sqrt(c f K/((1 - c) K_0))).</code>
/// Bussi, Donadio and Parrinello 2007, doi:10.1063/1.2408420.
/// </summary>
internal sealed class VelocityRescaling : IThermostat
{
    private readonly double[] energy = [0];
    private readonly RandomSource random = new(default);
    private readonly int degreesOfFreedom;
    private readonly double meanSquare;
    private readonly double kept;

    /// <param name="settings">Time step and time constant.</param>
    /// <param name="degreesOfFreedom">f, at least 1.</param>
    /// <param name="thermal">kT [energy].</param>
    public VelocityRescaling(IntegratorSettings settings, int degreesOfFreedom, double thermal)
    {
        this.degreesOfFreedom = degreesOfFreedom;
        meanSquare = 0.5 * thermal;
        kept = Math.Exp(-settings.TimeStep / settings.CouplingTime);
    }

    public bool IsSymmetric => false;

    /// <summary>What the particles gave to the bath so far [energy].</summary>
    public double Energy => energy[0];

    public Span<double> State => energy;

    public double Act(double kineticEnergy, RandomKey key)
    {
        // Nothing that is at rest can be set in motion by a factor.
        if (kineticEnergy == 0)
        {
            return 1;
        }

        random.Restart(key);
        double ratio = (1 - kept) * meanSquare / kineticEnergy;
        double normal = random.NextNormal();
        double others = degreesOfFreedom == 1 ? 0 : 2 * random.NextGamma(0.5 * (degreesOfFreedom - 1));

        // A sum of squares, which rounding cannot make negative.
        double along = Math.Sqrt(kept) + (normal * Math.Sqrt(ratio));
        double square = (along * along) + (ratio * others);
        energy[0] -= (square - 1) * kineticEnergy;
        return Math.CopySign(Math.Sqrt(square), along);
    }
}
