using System.Collections.Immutable;
using MolShell.Compute.Devices;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>The sum of all forces of a system, ready to evaluate. Holds work space, so it belongs to one thread at a time.</summary>
public sealed class ForceField : IDisposable
{
    private readonly IForceEvaluator[] evaluators;
    private readonly double[] energies;
    private readonly Virial[] virials;

    /// <exception cref="ArgumentException">A force does not fit the system.</exception>
    public ForceField(MolecularSystem system, IDevice? device = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (device is not (null or CpuDevice))
        {
            throw new ArgumentException($"Forces are computed in main memory; device '{device.Name}' has its own.");
        }

        System = system;
        evaluators = new IForceEvaluator[system.Forces.Length];
        for (int term = 0; term < evaluators.Length; term++)
        {
            evaluators[term] = system.Forces[term].CreateEvaluator(system, device ?? CpuDevice.Default);
        }

        energies = new double[evaluators.Length];
        virials = new Virial[evaluators.Length];
        TermNames = NameTerms(system.Forces);
    }

    public MolecularSystem System { get; }

    /// <summary>Names of the terms; of several with one name, the second has "2" added, and so on.</summary>
    public ImmutableArray<string> TermNames { get; }

    /// <summary>Energy of each term at the last evaluation [energy].</summary>
    public ReadOnlySpan<double> TermEnergies => energies;

    /// <summary>Virial of each term at the last evaluation [energy].</summary>
    public ReadOnlySpan<Virial> TermVirials => virials;

    /// <summary>Computes all forces [energy/length] into <paramref name="forces"/> and returns the energy [energy].</summary>
    /// <exception cref="SimulationException">The energy is not finite; names the term and the particles.</exception>
    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces)
    {
        double energy = EvaluateUnchecked(positions, box, forces);
        return double.IsFinite(energy) ? energy : throw new SimulationException(FindFault(positions, box));
    }

    /// <summary>As <see cref="Evaluate"/>, but where there is no finite energy the result is simply not finite.</summary>
    public double EvaluateUnchecked(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces)
    {
        forces.Clear();
        double sum = 0;
        double virial = 0;
        for (int term = 0; term < evaluators.Length; term++)
        {
            virials[term] = default;
            energies[term] = evaluators[term].Evaluate(positions, box, forces, ref virials[term]);
            sum += energies[term];
            virial += virials[term].Trace;
        }

        // A force can be infinite where the energy is not, and then the virial is too.
        return double.IsFinite(virial) ? sum : double.NaN;
    }

    /// <summary>Energies by term, forces, virial and pressure of a frame of the system.</summary>
    /// <exception cref="ArgumentException">The frame has another number of particles.</exception>
    /// <exception cref="SimulationException">The energy is not finite; names the term and the particles.</exception>
    public EnergyReport Report(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.ParticleCount != System.ParticleCount)
        {
            throw new ArgumentException($"The frame has {frame.ParticleCount} particles, the system {System.ParticleCount}.");
        }

        Vec3[] forces = new Vec3[frame.ParticleCount];
        double energy = Evaluate(frame.Positions, frame.Box, forces);
        EnergyTerm[] terms = new EnergyTerm[evaluators.Length];
        for (int term = 0; term < terms.Length; term++)
        {
            terms[term] = new EnergyTerm { Name = TermNames[term], Energy = energies[term], Virial = virials[term] };
        }

        return new EnergyReport(frame.WithKineticEnergy(), energy, [.. terms], forces);
    }

    public void Dispose()
    {
        foreach (IForceEvaluator evaluator in evaluators)
        {
            evaluator.Dispose();
        }
    }

    private static ImmutableArray<string> NameTerms(ImmutableArray<IForce> forces)
    {
        Dictionary<string, int> seen = [];
        return
        [
            .. forces.Select(force =>
            {
                int number = seen[force.Name] = seen.GetValueOrDefault(force.Name) + 1;
                return number == 1 ? force.Name : FormattableString.Invariant($"{force.Name}{number}");
            }),
        ];
    }

    private string FindFault(ReadOnlySpan<Vec3> positions, Box box)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            if (!positions[i].IsFinite())
            {
                return $"The position of particle {i} is {positions[i]}.";
            }
        }

        for (int term = 0; term < evaluators.Length; term++)
        {
            if (evaluators[term].FindFault(positions, box) is { } fault)
            {
                return $"{TermNames[term]} has no finite energy: {fault}.";
            }
        }

        return "The sum of the energies is not finite: particles are too close or too far apart.";
    }
}
