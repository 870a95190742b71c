using MolShell.Compute.Dynamics;
using MolShell.Compute.Forces;

namespace Benchmarks.Forces;

/// <summary>
/// Speed of molecular dynamics beside LAMMPS, GROMACS and OpenMM, where they are installed: all from the same equilibrated starts, in
/// processes of their own, one after the other, and timed only after their potential energies agree.
/// </summary>
internal sealed class ForcesBenchmark
{
    // GROMACS and OpenMM sum in single precision.
    private const double EnergyTolerance = 1e-5;

    private readonly ForcesOptions options;
    private readonly TextWriter output;
    private readonly MolShellRunner own = new();
    private readonly MolShellRunner precise = new(precision: Precision.Double);
    private readonly List<IPeer> peers = [];
    private readonly MachineLimits machine;
    private bool failed;

    private ForcesBenchmark(ForcesOptions options, TextWriter output)
    {
        (this.options, this.output) = (options, output);
        machine = MachineLimits.Measure();
    }

    /// <returns>0, or 1 where energies disagreed or a program failed, or 2 where the arguments were wrong.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        try
        {
            return new ForcesBenchmark(ForcesOptions.Parse(arguments), output).Run();
        }
        catch (ArgumentException error)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    /// <summary>Faults of programs and their output, and not of the benchmark.</summary>
    internal static bool IsExpected(Exception error) =>
        error is InvalidOperationException or FormatException or ArgumentException or IOException or SimulationException;

    private int Run()
    {
        FindPeers();
        Write($"{machine.FlopsPerThread / 1e9:f0} GFLOP/s a thread in single precision, {machine.BytesPerSecond / 1e9:f1} GB/s from memory");
        Write($"{machine.Threads} threads over 1 at most: {machine.FlopScaling:f2} in registers, {machine.BandwidthScaling:f2} from memory");
        foreach (BenchmarkCase benchmark in options.Cases)
        {
            if (Try(own, () => StartStore.Prepare(benchmark, options.Quick)) is { } prepared)
            {
                List<ForcesResult> results = RunCase(prepared);
                if (options.Record)
                {
                    Write($"  appended to {BenchmarkLog.Append(results, [.. peers.Select(peer => peer.Name)])}");
                }
            }
        }

        return failed ? 1 : 0;
    }

    private void FindPeers()
    {
        Write($"{own.Version()}");
        IPeer[] known = options.WithoutPeers ? [] : [new LammpsPeer(), new GromacsPeer(), new OpenMMPeer()];
        foreach (IPeer peer in known)
        {
            if (!peer.IsInstalled)
            {
                Write($"{peer.Name} is not installed: skipped.");
            }
            else if (Try(peer, peer.Version) is { } version)
            {
                Write($"{version}");
                peers.Add(peer);
            }
        }
    }

    private List<ForcesResult> RunCase(PreparedCase prepared)
    {
        WorkEstimate work = WorkEstimate.Of(prepared);
        Describe(prepared, work);
        IPeer[] agreeing = [.. peers.Where(peer => peer.Supports(prepared.Case) && Agrees(prepared, peer))];
        bool inDouble = options.Double && prepared.Case.Interactions is not null && Agrees(prepared, precise);
        IPeer[] variants = inDouble ? [own, precise] : [own];
        IPeer[] devices = [.. options.Devices.Select(name => new MolShellRunner(name)).Where(device => Agrees(prepared, device))];
        output.WriteLine(ForcesTable.Header);
        List<ForcesResult> results = [];
        foreach (int threads in options.Threads)
        {
            results.AddRange(agreeing.SelectMany(peer => Time(peer, threads, null)));
            results.AddRange(variants.SelectMany(variant => Time(variant, threads, Best(result => result.Threads == threads))));
        }

        results.AddRange(devices.SelectMany(device => Time(device, null, Best(_ => true))));
        CompareThreads(results);
        return results;

        double? Best(Func<ForcesResult, bool> choice) => results
            .Where(result => choice(result) && agreeing.Any(peer => peer.Name == result.Program))
            .Max(result => (double?)result.ParticleStepsPerSecond);

        // Nothing where the program failed.
        IEnumerable<ForcesResult> Time(IPeer program, int? threads, double? best)
        {
            if (Try(program, () => (Measurement?)program.Measure(prepared, threads ?? 1)) is not { } measurement)
            {
                return [];
            }

            double rate = measurement.StepsPerSecond * prepared.Particles;
            ForcesResult result = new()
            {
                Prepared = prepared,
                Threads = threads,
                Program = program.Name,
                Measurement = measurement,
                ShareOfArithmetic = threads is { } count ? rate / work.ArithmeticLimit(machine, count) : null,
                ShareOfBandwidth = threads is not null && work.Bytes > 0 ? rate / work.BandwidthLimit(machine) : null,
            };
            output.WriteLine(ForcesTable.Row(result, best));
            return [result];
        }
    }

    private void CompareThreads(List<ForcesResult> results)
    {
        (int few, int many) = (options.Threads.Min(), options.Threads.Max());
        IEnumerable<string> ratios =
            from first in results
            from last in results
            where first.Program == last.Program && first.Threads == few && last.Threads == many && few < many
            select FormattableString.Invariant($"{first.Program} {last.ParticleStepsPerSecond / first.ParticleStepsPerSecond:f2}");
        if (ratios.Any())
        {
            string bound = few == 1 && many == machine.Threads ? FormattableString.Invariant($" of at most {machine.FlopScaling:f2}") : string.Empty;
            Write($"  {many} threads over {few}: {string.Join(", ", ratios)}{bound}");
        }
    }

    private void Describe(PreparedCase prepared, WorkEstimate work)
    {
        Write($"\n{prepared.Case.Name}: {prepared.System.Name}, {prepared.Particles} particles, {prepared.Integrator}");
        Write($"  3 x {prepared.SliceSteps} steps; least work of a particle: {work.Pairs:f1} pairs, {work.Flops:f0} flop, {work.Bytes:f0} bytes");
        string memory = work.Bytes > 0 ? FormattableString.Invariant($"{work.BandwidthLimit(machine) / 1e6:f0} M/s") : "none";
        Write($"  limits: arithmetic {work.ArithmeticLimit(machine, 1) / 1e6:f0} M/s a thread, memory {memory}");
    }

    private bool Agrees(PreparedCase prepared, IPeer program)
    {
        bool asItIs = prepared.Case.Interactions is not { Shifted: true } || program.ShiftsPairs;
        if (Try(program, () => (double?)program.Energy(prepared)) is not { } theirs
            || Try(own, () => (double?)own.Energy(prepared, asItIs)) is not { } ours)
        {
            return false;
        }

        double difference = theirs == ours ? 0 : Math.Abs(theirs - ours) / Math.Abs(ours);
        bool agrees = difference <= EnergyTolerance;
        string verdict = agrees ? "agrees" : "DIFFERS, so it is not timed";
        Write($"  energy {ours:g12} by {own.Name}, {theirs:g12} by {program.Name}: {verdict}, relative {difference:0.0e-0}");
        failed |= !agrees;
        return agrees;
    }

    // A program that fails is reported and left out; the others go on.
    private T? Try<T>(IPeer program, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (IsExpected(error))
        {
            Write($"  {program.Name} failed: {error.Message}");
            failed = true;
            return default;
        }
    }

    private void Write(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
