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

    private int Run()
    {
        FindPeers();
        Write($"{machine.FlopsPerThread / 1e9:f0} GFLOP/s a thread in single precision, {machine.BytesPerSecond / 1e9:f1} GB/s from memory");
        List<ForcesResult> results = [];
        foreach (BenchmarkCase benchmark in options.Cases)
        {
            results.AddRange(RunCase(benchmark));
        }

        if (options.Record)
        {
            Write($"Appended to {BenchmarkLog.Append(results, [.. peers.Select(peer => peer.Name)])}");
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

    private IEnumerable<ForcesResult> RunCase(BenchmarkCase benchmark)
    {
        PreparedCase prepared = StartStore.Prepare(benchmark, options.Quick);
        WorkEstimate work = WorkEstimate.Of(prepared);
        Describe(prepared, work);
        IPeer[] programs = [.. AgreeingPeers(prepared), own];
        output.WriteLine(ForcesTable.Header);
        List<ForcesResult> results = [];
        foreach (int threads in options.Threads)
        {
            double? best = null;
            foreach (IPeer program in programs)
            {
                if (Try(program, () => (Measurement?)program.Measure(prepared, threads)) is not { } measurement)
                {
                    continue;
                }

                double rate = measurement.StepsPerSecond * prepared.Particles;
                ForcesResult result = new()
                {
                    Prepared = prepared,
                    Threads = threads,
                    Program = program.Name,
                    Measurement = measurement,
                    ShareOfArithmetic = rate / work.ArithmeticLimit(machine, threads),
                    ShareOfBandwidth = work.Bytes > 0 ? rate / work.BandwidthLimit(machine) : null,
                };
                results.Add(result);
                output.WriteLine(ForcesTable.Row(result, program == own ? best : null));
                best = program == own ? best : Math.Max(best ?? 0, rate);
            }
        }

        return results;
    }

    private void Describe(PreparedCase prepared, WorkEstimate work)
    {
        Write($"\n{prepared.Case.Name}: {prepared.System.Name}, {prepared.Particles} particles, {prepared.Integrator}");
        Write($"  3 x {prepared.SliceSteps} steps; least work a particle-step: {work.Pairs:f1} pairs, {work.Flops:f0} flop, {work.Bytes:f0} bytes");
        string memory = work.Bytes > 0 ? FormattableString.Invariant($"{work.BandwidthLimit(machine) / 1e6:f0} M/s") : "none";
        Write($"  limits: arithmetic {work.ArithmeticLimit(machine, 1) / 1e6:f0} M/s a thread, memory {memory}");
    }

    // The peers whose energy of the start is MolShell's.
    private List<IPeer> AgreeingPeers(PreparedCase prepared)
    {
        List<IPeer> agreeing = [];
        foreach (IPeer peer in peers.Where(peer => peer.Supports(prepared.Case)))
        {
            bool shifted = prepared.Case.Interactions!.Shifted && peer.ShiftsPairs;
            if (Try(peer, () => (double?)peer.Energy(prepared)) is not { } theirs
                || Try(own, () => (double?)own.Energy(prepared, shifted)) is not { } ours)
            {
                continue;
            }

            double difference = Math.Abs(theirs - ours) / Math.Abs(ours);
            bool agrees = difference <= EnergyTolerance;
            string verdict = agrees ? "agrees" : "DIFFERS, so it is not timed";
            Write($"  energy {ours:g12} by MolShell, {theirs:g12} by {peer.Name}: {verdict}, relative {difference:0.0e-0}");
            failed |= !agrees;
            if (agrees)
            {
                agreeing.Add(peer);
            }
        }

        return agreeing;
    }

    // A program that fails is reported and left out; the others go on.
    private T? Try<T>(IPeer program, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException or IOException)
        {
            Write($"  {program.Name} failed: {error.Message}");
            failed = true;
            return default;
        }
    }

    private void Write(FormattableString line) => output.WriteLine(FormattableString.Invariant(line));
}
