using System.Collections.Immutable;
using MolShell.Compute.Devices;
using MolShell.Compute.Devices.Engine;
using MolShell.Compute.Devices.Kernels;
using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces.Neighbors.Clusters;
using MolShell.Compute.Forces.Replicas;
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
    /// <summary>Slots that <see cref="Step"/> moves at once; what it needs of them stays in the first-level cache.</summary>
    internal const int Block = 64;

    private const int SmallSteps = 8;

    private readonly IForceEvaluator[] evaluators;
    private readonly ForceContext context;
    private readonly ThreadTeam team;
    private readonly ForceSums sums;
    private readonly ForceQuantum finest;
    private readonly double[] energies;
    private readonly Virial[] virials;
    private readonly Action<int> evaluate;
    private readonly Action<int> collect;
    private readonly Action<int> advance;
    private Action<int, int>? move;
    private bool isCollected = true;

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

        sums = new ForceSums(threads, Particles.Capacity, evaluators.Length);
        finest = ForceQuantum.For(system.Units, evaluators.Select(evaluator => evaluator.OrdinaryForce).DefaultIfEmpty().Max());
        evaluate = Evaluate;
        collect = Collect;
        advance = Advance;
    }

    /// <summary>Memory of the neighbour lists of all terms [bytes].</summary>
    internal long ListBytes => evaluators.Sum(evaluator => evaluator.ListBytes);

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

    /// <summary>The forces of <see cref="Evaluate(ReadOnlySpan{Vec3}, Box, Span{Vec3})"/> alone.</summary>
    /// <exception cref="SimulationException">They are not finite; names the term and the particles.</exception>
    internal void EvaluateForces(ReadOnlySpan<Vec3> positions, Box box, Span<Vec3> forces)
    {
        Particles.SetPositions(positions);
        Particles.Box = box;
        Compute(wantsEnergy: false);
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, forces);
    }

    /// <summary>The same forces for replicas side by side; null where a term has no lanes.</summary>
    internal ReplicaForces? CreateReplicas()
    {
        if (Remote is not null)
        {
            return null;
        }

        // Afterwards the spatial order is that of the system's box.
        EvaluateUnchecked(System.Start.Positions, System.Box, new Vec3[Particles.Count]);
        bool isMixed = context is { Precision: Precision.Mixed, Neighborhood.IsFine: true };
        return ReplicaForces.Create(this, evaluators, finest, isMixed, context.RegisterWidth);
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

    /// <summary>
    /// Moves the particles and computes the forces at their new positions. The forces stay where they were added up until they are needed,
    /// which for a next step is while its particles are moved; so threads wait for each other but twice a step.
    /// </summary>
    /// <param name="move">Moves the particles in slots from its first to its second argument - 1, at most <see cref="Block"/>.</param>
    /// <param name="wantsEnergy">Whether the energy is wanted, and virials.</param>
    /// <returns>The energy [energy], or 0 where it is not wanted.</returns>
    /// <exception cref="SimulationException">The energy is not finite; names the term and the particles.</exception>
    internal double Step(Action<int, int> move, bool wantsEnergy)
    {
        this.move = move;
        team.Run(advance);
        bool found = TrySum(context.Precision, wantsEnergy, hasLooked: true);
        isCollected = !found;
        return Checked(Total(found, wantsEnergy));
    }

    /// <summary>Brings the forces of the last <see cref="Step"/> into <see cref="Particles"/>.</summary>
    internal void CollectForces()
    {
        if (!isCollected)
        {
            team.Run(collect);
            isCollected = true;
        }
    }

    /// <summary>The energy at the positions of <see cref="Particles"/> in double precision [energy]; leaves the forces as they are.</summary>
    /// <param name="forces">Receives the forces in double precision [energy/length], in the order of the particles.</param>
    /// <exception cref="SimulationException">It is not finite; names the term and the particles.</exception>
    internal double Measure(Span<Vec3> forces = default)
    {
        CollectForces();
        Vec3[] kept = new Vec3[Particles.Count];
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, kept);
        double energy = Checked(ComputeUnchecked(Precision.Double, wantsEnergy: true));
        Particles.Gather(Particles.ForceX, Particles.ForceY, Particles.ForceZ, forces);
        Particles.Scatter(kept, Particles.ForceX, Particles.ForceY, Particles.ForceZ);
        context.Neighborhood?.Narrow();
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
        CollectForces();
        if (Remote is not null)
        {
            return Total(TryComputeRemotely(wantsEnergy), wantsEnergy);
        }

        bool found = TrySum(precision, wantsEnergy, hasLooked: false);
        team.Run(collect);
        return Total(found, wantsEnergy);
    }

    private double Total(bool found, bool wantsEnergy)
    {
        if (!found)
        {
            Particles.ForceX.AsSpan().Fill(double.NaN);
            Particles.ForceY.AsSpan().Fill(double.NaN);
            Particles.ForceZ.AsSpan().Fill(double.NaN);
            energies.AsSpan().Fill(double.NaN);
            return double.NaN;
        }

        double energy = 0;
        foreach (double term in wantsEnergy ? energies : [])
        {
            energy += term;
        }

        return energy;
    }

    /// <summary>Takes energies and virials of the terms from the device, after an evaluation there with energies.</summary>
    /// <returns>The energy [energy].</returns>
    internal double ReadRemoteEnergy()
    {
        Remote!.ReadEnergies(energies, virials);
        return Total(found: true, wantsEnergy: true);
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

    private bool TrySum(Precision precision, bool wantsEnergy, bool hasLooked)
    {
        if (context.Neighborhood?.Update(hasLooked) >= 0)
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

        sums.Begin(quantum, mixed, wantsEnergy);
        team.Run(evaluate);
        if (sums.Failed)
        {
            sums.ClearForces();
            return false;
        }

        if (wantsEnergy)
        {
            sums.CopyEnergies(energies, virials);
        }

        return true;
    }

    private void Evaluate(int part)
    {
        ForceSum sum = sums[part];
        for (int term = 0; term < evaluators.Length; term++)
        {
            sum.SelectTerm(term);
            evaluators[term].Evaluate(context, sum, part, team.Size);
        }
    }

    private void Collect(int part)
    {
        (int from, int to) = Particles.SlotsOf(part, team.Size);
        sums.MoveTo(Particles, from, to);
    }

    private void Advance(int part)
    {
        (int from, int to) = Particles.SlotsOf(part, team.Size);
        context.Neighborhood?.Begin(part);
        for (; from < to; from += Block)
        {
            int end = Math.Min(from + Block, to);
            if (!isCollected)
            {
                sums.MoveTo(Particles, from, end);
            }

            move!(from, end);
            context.Neighborhood?.Look(part, from, end);
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
