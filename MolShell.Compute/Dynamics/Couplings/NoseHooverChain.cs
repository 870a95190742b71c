using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// A Nose-Hoover chain of M thermostats on all velocities:
/// <code>
/// dv/dt = f/m - w_1 v,  dz_k/dt = w_k,
/// dw_1/dt = (2 K - f kT)/Q_1 - w_2 w_1,  dw_k/dt = (Q_(k-1) w_(k-1)^2 - kT)/Q_k - w_(k+1) w_k.
/// </code>
/// With Q_1 = f kT (tau/2 pi)^2 and Q_k = kT (tau/2 pi)^2, tau is the period of the exchange of energy between a harmonic system and
/// the bath. Half a step is made before and half after the step of the particles, each in five parts with the weights of Suzuki and
/// Yoshida (fourth order), so that the whole step can be reversed. Martyna, Tuckerman and Klein 1992, doi:10.1063/1.463940;
/// Martyna, Tuckerman, Tobias and Klein 1996, doi:10.1080/00268979600100761.
/// </summary>
internal sealed class NoseHooverChain : IThermostat
{
    private static readonly double[] Weights = SuzukiYoshida();

    private readonly double[] state;
    private readonly double[] masses;
    private readonly double thermal;
    private readonly double degreesOfFreedom;
    private readonly double halfStep;

    /// <param name="settings">Time step, period and number of thermostats.</param>
    /// <param name="degreesOfFreedom">f, at least 1.</param>
    /// <param name="thermal">kT [energy], positive.</param>
    public NoseHooverChain(IntegratorSettings settings, int degreesOfFreedom, double thermal)
    {
        this.thermal = thermal;
        this.degreesOfFreedom = degreesOfFreedom;
        halfStep = 0.5 * settings.TimeStep;
        state = new double[2 * settings.ChainLength];
        masses = new double[settings.ChainLength];
        double radian = settings.CouplingTime / (2 * Math.PI);
        Array.Fill(masses, thermal * radian * radian);
        masses[0] *= degreesOfFreedom;
    }

    public bool IsSymmetric => true;

    /// <summary>sum Q_k w_k^2/2 + f kT z_1 + kT (z_2 + ... + z_M).</summary>
    public double Energy
    {
        get
        {
            ReadOnlySpan<double> z = Positions, w = Velocities;
            double energy = (degreesOfFreedom - 1) * thermal * z[0];
            for (int k = 0; k < masses.Length; k++)
            {
                energy += (0.5 * masses[k] * w[k] * w[k]) + (thermal * z[k]);
            }

            return energy;
        }
    }

    /// <summary>z_1 ... z_M [1], then w_1 ... w_M [1/time].</summary>
    public Span<double> State => state;

    private Span<double> Positions => state.AsSpan(0, masses.Length);

    private Span<double> Velocities => state.AsSpan(masses.Length);

    public double Act(double kineticEnergy, RandomKey key)
    {
        double factor = 1;
        foreach (double weight in Weights)
        {
            double part = weight * halfStep;
            Kick(2 * kineticEnergy * factor * factor, part, inwards: true);
            factor *= Math.Exp(-Velocities[0] * part);
            Drift(part);
            Kick(2 * kineticEnergy * factor * factor, part, inwards: false);
        }

        return factor;
    }

    // The five weights of the fourth-order product of second-order steps: p, p, 1 - 4 p, p, p.
    private static double[] SuzukiYoshida()
    {
        double p = 1 / (4 - Math.Cbrt(4));
        return [p, p, 1 - (4 * p), p, p];
    }

    private void Drift(double time)
    {
        Span<double> z = Positions, w = Velocities;
        for (int k = 0; k < z.Length; k++)
        {
            z[k] += w[k] * time;
        }
    }

    // Half of the part for the velocities, from the end of the chain to the particles or back: one is the mirror image of the other.
    private void Kick(double twiceKinetic, double part, bool inwards)
    {
        Span<double> w = Velocities;
        for (int i = 0; i < w.Length; i++)
        {
            int k = inwards ? w.Length - 1 - i : i;
            double push = k == 0
                ? twiceKinetic - (degreesOfFreedom * thermal)
                : (masses[k - 1] * w[k - 1] * w[k - 1]) - thermal;
            double damping = k == w.Length - 1 ? 1 : Math.Exp(-0.25 * part * w[k + 1]);
            w[k] = ((w[k] * damping) + (0.5 * part * push / masses[k])) * damping;
        }
    }
}
