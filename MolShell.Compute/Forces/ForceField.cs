using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Engine;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Numerics;
using MolShell.Compute.Systems;

namespace MolShell.Compute.Forces;

/// <summary>
/// The sum of all forces of a system, ready to evaluate. Holds work space and threads, so it belongs to one run at a time.
/// </summary>
/// <remarks>
/// Contributions are summed as integers. Where one is too large for the quantum, all is summed again in double precision and with coarser
/// quanta: the result depends on the positions alone, not on how it was found.
/// </remarks>
public sealed class ForceField : IDisposable
{
    private const int SmallSteps = 8;

    private readonly IForceEvaluator[] evaluators;
    private readonly ForceContext context;
    private readonly ThreadTeam team;
    private readonly ForceSum[] sums;
    private readonly ForceQuantum finest;
    private readonly double[] energies;
    private readonly Virial[] virials;
    private readonly Action<int> evaluate;
    private readonly Action<int> collect;

    /// <exception cref="ArgumentException">A force does not fit the system.</exception>
    public ForceField(MolecularSystem system, IDevice? device = null)
        : this(system, new ForceFieldOptions { Device = device })
    {
    }

    /// <exception cref="ArgumentException">A force does not fit the system, or is not of the kinds that the device has.</exception>
    public ForceField(MolecularSystem system, ForceFieldOptions options)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(options);
        System = system;
        int threads = options.Device is CpuDevice cpu ? cpu.Threads : 1;
        evaluators = [.. system.Forces.Select(force => force.CreateEvaluator(system))];
        energies = new double[evaluators.Length];
        virials = new Virial[evaluators.Length];
        TermNames = NameTerms(system.Forces);
        Particles = new Particles(system.ParticleCount);
        team = new ThreadTeam(threads);
        context = new ForceContext(Particles, team, options.Precision, options.RegisterWidth);
        double cutoff = evaluators.Select(evaluator => evaluator.NeighborCutoff).DefaultIfEmpty().Max();
        if (options.Device is KernelDevice device)
        {
            Remote = new DeviceForces(system, device, options.Precision);
        }
        else if (cutoff > 0)
        {
            double skin = evaluators.Min(evaluator => evaluator.Skin);
            context.Neighborhood = new Neighborhood(Particles, cutoff, skin, options.Precision, team);
        }

        sums = [.. Enumerable.Range(0, threads).Select(_ => new ForceSum(Particles.Capacity, evaluators.Length))];
        finest = ForceQuantum.For(system.Units, evaluators.Select(evaluator => evaluator.OrdinaryForce).DefaultIfEmpty().Max());
        evaluate = Evaluate;
        collect = Collect;
    }

    public MolecularSystem System { get; }

    /// <summary>Names of the terms; of several with one name, the second has "2" added, and so on.</summary>
    public ImmutableArray<string> TermNames { get; }

    /// <summary>Energy of each term at the last evaluation [energy].</summary>
    public ReadOnlySpan<double> TermEnergies => energies;

    /// <summary>Virial of each term at the last evaluation [energy].</summary>
    public ReadOnlySpan<Virial> TermVirials => virials;

    /// <summary>The particles that <see cref="Compute"/> acts on.</summary>
    internal Particles Particles { get; }

    /// <summary>The forces on a device with a memory of its own; null where this processor computes them.</summary>
    internal DeviceForces? Remote { get; }

    /// <summary>The threads, for other work on the particles.</summary>
    internal ThreadTeam Team => team;

    /// <summary>Computes all forces [energy/length] into <paramref name="forces"/> and returns the energy [energy].</summary>
    /// <exception cref="SimulationException">The energy is not finite; names the term and the particles.</exception>
    public double Evaluate(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces)
    {
        double energy = EvaluateUnchecked(positions, box, forces);
        return double.IsFinite(energy) ? energy : throw new SimulationException(FindFault(positions, box));
    }

    /// <summary>As <see cref="Evaluate(ReadOnlySpan{Vec3}, Box, Span{Vec3})"/>, but where there is no finite energy the result is
    /// simply not finite.</summary>
    public double EvaluateUnchecked(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces)
    {
        Particles.SetPositions(positions);
        Particles.Box = box;
        double energy = ComputeUnchecked(context.Precision, wantsEnergy: true);
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, forces);
        return energy;
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
        return Report(frame, energy, forces);
    }

    public void Dispose()
    {
        Remote?.Dispose();
        team.Dispose();
        foreach (IForceEvaluator evaluator in evaluators)
        {
            evaluator.Dispose();
        }
    }

    /// <summary>Computes the forces at the positions of <see cref="Particles"/> into them.</summary>
    /// <returns>The energy [energy], or 0 where it is not wanted.</returns>
    /// <exception cref="SimulationException">The energy is not finite; names the term and the particles.</exception>
    internal double Compute(bool wantsEnergy) => Checked(ComputeUnchecked(context.Precision, wantsEnergy));

    /// <summary>The energy at the positions of <see cref="Particles"/> in double precision [energy]; leaves the forces as they are.</summary>
    /// <param name="forces">Receives the forces in double precision [energy/length], in the order of the particles.</param>
    /// <exception cref="SimulationException">It is not finite; names the term and the particles.</exception>
    internal double Measure(Span<Vec3> forces = default)
    {
        Vec3[] kept = new Vec3[Particles.Count];
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, kept);
        double energy = Checked(ComputeUnchecked(Precision.Double, wantsEnergy: true));
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, forces);
        Particles.Scatter(kept, Particles.ForceX, Particles.ForceY, Particles.ForceZ);
        return energy;
    }

    /// <summary>As <see cref="Report(Frame)"/>, but of the positions of <see cref="Particles"/> in double precision, which a frame shows.</summary>
    internal EnergyReport Measure(Frame frame)
    {
        Vec3[] forces = new Vec3[Particles.Count];
        double energy = Measure(forces);
        return Report(frame, energy, forces);
    }

    private EnergyReport Report(Frame frame, double energy, Vec3[] forces)
    {
        EnergyTerm[] terms = new EnergyTerm[evaluators.Length];
        for (int term = 0; term < terms.Length; term++)
        {
            terms[term] = new EnergyTerm { Name = TermNames[term], Energy = energies[term], Virial = virials[term] };
        }

        return new EnergyReport(frame.WithKineticEnergy(), energy, [.. terms], forces);
    }

    private double Checked(double energy)
    {
        if (double.IsFinite(energy))
        {
            return energy;
        }

        throw Fault();
    }

    /// <summary>What to throw where there is no finite energy at the positions of <see cref="Particles"/>.</summary>
    internal SimulationException Fault()
    {
        Vec3[] positions = new Vec3[Particles.Count];
        Particles.Gather(Particles.X, Particles.Y, Particles.Z, positions);
        return new SimulationException(FindFault(positions, Particles.Box));
    }

    private double ComputeUnchecked(Precision precision, bool wantsEnergy)
    {
        if (Remote is not null ? !TryComputeRemotely(wantsEnergy) : !TrySum(precision, wantsEnergy))
        {
            Particles.ForceX.AsSpan().Fill(double.NaN);
            Particles.ForceY.AsSpan().Fill(double.NaN);
            Particles.ForceZ.AsSpan().Fill(double.NaN);
            energies.AsSpan().Fill(double.NaN);
            return double.NaN;
        }

        if (Remote is null)
        {
            team.Run(collect);
        }

        if (!wantsEnergy)
        {
            return 0;
        }

        if (Remote is null)
        {
            CollectEnergies();
        }

        double energy = 0;
        foreach (double term in energies)
        {
            energy += term;
        }

        return energy;
    }

    private bool TryComputeRemotely(bool wantsEnergy)
    {
        Vec3[] vectors = new Vec3[Particles.Count];
        Particles.Gather(Particles.X, Particles.Y, Particles.Z, vectors);
        Remote!.Load(vectors, [], Particles.Box);
        if (!Remote.TryCompute(wantsEnergy))
        {
            return false;
        }

        Remote.Particles.ReadForces(Remote.Units.Force, vectors);
        Particles.Scatter(vectors, Particles.ForceX, Particles.ForceY, Particles.ForceZ);
        if (wantsEnergy)
        {
            Remote.ReadEnergies(energies, virials);
        }

        return true;
    }

    private bool TrySum(Precision precision, bool wantsEnergy)
    {
        if (context.Neighborhood?.Update() >= 0)
        {
            return false;
        }

        foreach (IForceEvaluator evaluator in evaluators)
        {
            if (!evaluator.Prepare(context))
            {
                return false;
            }
        }

        if (precision == Precision.Mixed && TrySum(finest, mixed: true, wantsEnergy))
        {
            return true;
        }

        // In small steps at first, since a close pair should lose few digits; then in large ones, since most of what is left is hopeless.
        ForceQuantum quantum = finest;
        for (int step = 0; !quantum.IsCoarsest; step++)
        {
            if (TrySum(quantum, mixed: false, wantsEnergy))
            {
                return true;
            }

            quantum = quantum.Coarser(bits: step < SmallSteps ? 8 : 64);
        }

        return false;
    }

    private bool TrySum(ForceQuantum quantum, bool mixed, bool wantsEnergy)
    {
        foreach (IForceEvaluator evaluator in evaluators)
        {
            evaluator.Select(context, quantum, mixed);
        }

        foreach (ForceSum sum in sums)
        {
            sum.Begin(quantum, mixed, wantsEnergy);
        }

        team.Run(evaluate);
        bool failed = false;
        foreach (ForceSum sum in sums)
        {
            failed |= sum.Failed;
        }

        if (failed)
        {
            foreach (ForceSum sum in sums)
            {
                sum.ClearForces();
            }
        }

        return !failed;
    }

    private void Evaluate(int part)
    {
        ForceSum sum = sums[part];
        for (int term = 0; term < evaluators.Length; term++)
        {
            sum.SelectTerm(term);
            evaluators[term].Evaluate(context, sum, part, sums.Length);
        }
    }

    // Forces of all threads become real numbers, and the sums are cleared for the next time.
    private void Collect(int part)
    {
        int groups = Particles.Capacity / Particles.Padding;
        int from = (int)((long)groups * part / sums.Length) * Particles.Padding;
        int to = (int)((long)groups * (part + 1) / sums.Length) * Particles.Padding;
        Collect(sum => sum.X, Particles.ForceX, from, to);
        Collect(sum => sum.Y, Particles.ForceY, from, to);
        Collect(sum => sum.Z, Particles.ForceZ, from, to);
    }

    private void Collect(Func<ForceSum, long[]> axis, double[] forces, int from, int to)
    {
        Vector256<double> quantum = Vector256.Create(sums[0].Quantum.Force);
        ref double target = ref MemoryMarshal.GetArrayDataReference(forces);
        ref long first = ref MemoryMarshal.GetArrayDataReference(axis(sums[0]));
        for (int other = 1; other < sums.Length; other++)
        {
            ref long more = ref MemoryMarshal.GetArrayDataReference(axis(sums[other]));
            for (nuint slot = (nuint)from; slot < (nuint)to; slot += 4)
            {
                (Vector256.LoadUnsafe(ref first, slot) + Vector256.LoadUnsafe(ref more, slot)).StoreUnsafe(ref first, slot);
                Vector256<long>.Zero.StoreUnsafe(ref more, slot);
            }
        }

        for (nuint slot = (nuint)from; slot < (nuint)to; slot += 4)
        {
            (Vector256.ConvertToDouble(Vector256.LoadUnsafe(ref first, slot)) * quantum).StoreUnsafe(ref target, slot);
            Vector256<long>.Zero.StoreUnsafe(ref first, slot);
        }
    }

    private void CollectEnergies()
    {
        double quantum = sums[0].Quantum.Energy;
        Span<Int128> total = stackalloc Int128[6];
        for (int term = 0; term < evaluators.Length; term++)
        {
            Int128 energy = 0;
            total.Clear();
            foreach (ForceSum sum in sums)
            {
                energy += sum.EnergyOf(term);
                for (int k = 0; k < 6; k++)
                {
                    total[k] += sum.VirialOf(term)[k];
                }
            }

            energies[term] = (double)energy * quantum;
            virials[term] = new Virial
            {
                XX = (double)total[0] * quantum, YY = (double)total[1] * quantum, ZZ = (double)total[2] * quantum,
                XY = (double)total[3] * quantum, XZ = (double)total[4] * quantum, YZ = (double)total[5] * quantum,
            };
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
