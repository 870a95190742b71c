using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces.Pair;

/// <summary>
/// What a cut pair force leaves out beyond its cutoff, for a homogeneous fluid (g = 1 there):
/// U = (2 pi / V) sum over types a, b of N_a N_b integral (U_whole - U) r^2 dr, and tr W = -(2 pi / V) sum N_a N_b integral
/// (U_whole' - U') r^3 dr. For Lennard-Jones these are U/N = 8/3 pi rho epsilon sigma^3 ((sigma/r_c)^9/3 - (sigma/r_c)^3) and
/// P = 16/3 pi rho^2 epsilon sigma^3 (2/3 (sigma/r_c)^9 - (sigma/r_c)^3). There are no forces. Exclusions are taken to lie within the
/// cutoff.
/// </summary>
/// <param name="force">The pair force, of a potential that is cut or switched and has a tail.</param>
public sealed class TailCorrection<TPotential>(PairForce<TPotential> force) : IForce, IDeviceForce
    where TPotential : struct, IPairPotential<TPotential>
{
    public string Name { get; init; } = $"{force.Name}Tail";

    /// <summary>The force that is completed.</summary>
    public PairForce<TPotential> Force { get; } = force;

    /// <summary>
    /// False: the pressure is that of the whole potential, while the energy of a cut one has a step that moves with the box.
    /// </summary>
    public bool IsVirialDerivative => false;

    public string Describe() => $"Tail({Force.Parameters.Describe()})";

    /// <exception cref="ArgumentException">The potential has no tail, or the box is not periodic along all edges.</exception>
    public IForceEvaluator CreateEvaluator(MolecularSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (!system.Box.IsFullyPeriodic)
        {
            throw new ArgumentException(
                $"{Name}: a tail correction needs a density; expected a box that is periodic along all three edges.");
        }

        (double energy, double virial) = TimesVolume(system);
        return new TailEvaluator(energy, virial);
    }

    DeviceTerm IDeviceForce.DescribeFor(MolecularSystem system)
    {
        (double energy, double virial) = TimesVolume(system);
        return new VolumeTerm(energy, virial) { Name = Name };
    }

    public override string ToString() => $"{Name}: {Force.Parameters.Describe()}";

    private (double Energy, double Virial) TimesVolume(MolecularSystem system)
    {
        TPotential[] table = Force.Parameters.Resolve(system.Topology);
        double[] counts = new double[system.Topology.TypeNames.Length];
        foreach (int type in system.Topology.Types)
        {
            counts[type]++;
        }

        double energy = 0, virial = 0;
        for (int pair = 0; pair < table.Length; pair++)
        {
            double weight = 2 * Math.PI * counts[pair / counts.Length] * counts[pair % counts.Length];
            if (weight > 0 && table[pair].Cutoff > 0)
            {
                ITailPotential tail = table[pair] as ITailPotential
                    ?? throw new ArgumentException($"{TPotential.Name} has no tail correction.");
                energy += weight * tail.TailEnergy;
                virial -= weight * tail.TailVirial;
            }
        }

        return (energy, virial);
    }
}
