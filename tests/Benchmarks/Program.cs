using Benchmarks;
using Benchmarks.Forces;

Dictionary<string, Func<string[], int>> benchmarks = new(StringComparer.OrdinalIgnoreCase)
{
    ["dynamics"] = _ => Done(DynamicsBenchmark.Run),
    ["paths"] = _ => Done(output =>
    {
        PathSamplingBenchmark.Run(output);
        InterfaceSamplingBenchmark.Run(output);
    }),
    ["interfaces"] = _ => Done(InterfaceSamplingBenchmark.Run),
    ["memory"] = arguments => MemoryBenchmark.Run(arguments, Console.Out),
    ["workers"] = _ => Done(WorkersBenchmark.Run),
    ["legs"] = _ => Done(LegsBenchmark.Run),
    ["engines"] = _ => Done(EnginesBenchmark.Run),
    ["structure"] = arguments => StructureBenchmark.Run(arguments, Console.Out),
    ["forces"] = arguments => ForcesBenchmark.Run(arguments, Console.Out),
};

if (args.Length > 0 && args[0] == MolShellRunner.Command)
{
    return MolShellRunner.RunChild(args[1..]);
}

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out Func<string[], int>? benchmark))
{
    Console.Error.WriteLine($"Usage: Benchmarks <name> [options], with one of: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

return benchmark(args[1..]);

static int Done(Action<TextWriter> run)
{
    run(Console.Out);
    return 0;
}
