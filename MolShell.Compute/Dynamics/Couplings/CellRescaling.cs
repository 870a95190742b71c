using MolShell.Compute.Forces;
using MolShell.Compute.Numerics;
using MolShell.Compute.Numerics.Random;

namespace MolShell.Compute.Dynamics.Couplings;

/// <summary>
/// Stochastic cell rescaling. The logarithm of the length along each axis a = x, y, z follows
/// <code>d ln L_a = -beta/(3 tau) (P_0 - P_aa) dt + sqrt(2 kT beta/(3 V tau)) dW_a,</code>
/// positions are multiplied by the same factors and velocities by their inverse, so that the volume of phase space is kept and
/// exp(-(K + U + P_0 V)/kT) dL_x dL_y dL_z is stationary. Axes that move together share the mean pressure and one deviate; with all
/// three this is d ln V = -beta/tau (P_0 - P) dt + sqrt(2 kT beta/(V tau)) dW, whose measure is dV. One step of Euler and Maruyama
/// covers the whole interval. Bernetti and Bussi 2020, doi:10.1063/5.0020514.
/// </summary>
internal sealed class CellRescaling
{
    // A cell that changes more than this at once is not followed by its particles.
    private const double LargestFactor = 2;

    private readonly double pressure;
    private readonly double mobility;
    private readonly double thermal;

    // Axes that move together have the same number.
    private readonly int[] groups;

    /// <param name="settings">Reference pressure, compressibility, time constant, interval and shape.</param>
    /// <param name="timeStep">Time step of the particles [time].</param>
    /// <param name="thermal">kT [energy].</param>
    public CellRescaling(BarostatSettings settings, double timeStep, double thermal)
    {
        this.thermal = thermal;
        pressure = settings.Pressure;
        mobility = settings.Compressibility * settings.Interval * timeStep / (3 * settings.CouplingTime);
        groups = settings.Coupling switch
        {
            PressureCoupling.Isotropic => [0, 0, 0],
            PressureCoupling.SemiIsotropic => [0, 0, 1],
            PressureCoupling.Anisotropic => [0, 1, 2],
            _ => throw new ArgumentOutOfRangeException(nameof(settings), settings.Coupling, "Unknown pressure coupling."),
        };
    }

    /// <summary>Factors of lengths along x, y and z; velocities take the inverse.</summary>
    /// <param name="twiceKinetic">sum m v_a^2 of each axis a [energy].</param>
    /// <param name="virial">Virial of the forces [energy].</param>
    /// <param name="volume">V [length^3].</param>
    /// <param name="key">Decides the noise of this change.</param>
    /// <exception cref="SimulationException">A factor is far from 1.</exception>
    public Vec3 Factors(Vec3 twiceKinetic, in Virial virial, double volume, RandomKey key)
    {
        Vec3 excess = ((twiceKinetic + new Vec3(virial.XX, virial.YY, virial.ZZ)) / volume) - new Vec3(pressure, pressure, pressure);
        Vec3 normal = Gaussian.Three(key, 0, 0);
        Vec3 factors = new(Factor(0, excess, normal, volume), Factor(1, excess, normal, volume), Factor(2, excess, normal, volume));
        return IsModest(factors.X) && IsModest(factors.Y) && IsModest(factors.Z) ? factors : throw new SimulationException(
            FormattableString.Invariant($"The pressure would multiply the edges of the cell by {factors} at once: it is ")
            + FormattableString.Invariant($"{pressure + ((excess.X + excess.Y + excess.Z) / 3):g6}, and {pressure:g6} is wanted. ")
            + "A longer pressure coupling time, a smaller compressibility or a start without overlaps avoids this.");
    }

    private static bool IsModest(double factor) => factor is > 1 / LargestFactor and < LargestFactor;

    private double Factor(int axis, Vec3 excess, Vec3 normal, double volume)
    {
        int members = 0;
        double sum = 0;
        for (int other = 0; other < 3; other++)
        {
            if (groups[other] == groups[axis])
            {
                members++;
                sum += excess[other];
            }
        }

        double noise = Math.Sqrt(2 * thermal * mobility / (members * volume)) * normal[groups[axis]];
        return Math.Exp((mobility * sum / members) + noise);
    }
}
