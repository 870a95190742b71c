using Benchmarks;

Dictionary<string, Action<TextWriter>> benchmarks = new(StringComparer.OrdinalIgnoreCase)
{
    ["dynamics"] = DynamicsBenchmark.Run,
    ["paths"] = PathSamplingBenchmark.Run,
};

if (args.Length != 1 || !benchmarks.TryGetValue(args[0], out Action<TextWriter>? benchmark))
{
    Console.Error.WriteLine($"Usage: Benchmarks <name>, with one of: {string.Join(", ", benchmarks.Keys)}");
    return 2;
}

benchmark(Console.Out);
return 0;
