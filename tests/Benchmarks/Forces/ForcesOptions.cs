using System.Collections.Immutable;
using System.Globalization;

namespace Benchmarks.Forces;

/// <summary>What the command line asks for.</summary>
internal sealed record ForcesOptions
{
    public const string Usage =
        "Usage: Benchmarks forces [case ...] [--threads 1,2] [--quick] [--record] [--no-peers] [--double] [--device OpenCL:0]";

    /// <summary>The cases to run; all but the huge ones where none is named.</summary>
    public ImmutableArray<BenchmarkCase> Cases { get; private init; } = BenchmarkCases.All;

    /// <summary>Numbers of threads, each measured in turn.</summary>
    public ImmutableArray<int> Threads { get; private init; } = [.. new[] { 1, Math.Min(2, Environment.ProcessorCount) }.Distinct()];

    /// <summary>Further devices that MolShell is timed on.</summary>
    public ImmutableArray<string> Devices { get; private init; } = [];

    /// <summary>Whether MolShell is timed in double precision too.</summary>
    public bool Double { get; private init; }

    /// <summary>Shorter slices, and no long cases unless they are named.</summary>
    public bool Quick { get; private init; }

    /// <summary>Whether BENCHMARKS.md gets the results.</summary>
    public bool Record { get; private init; }

    /// <summary>Whether peers are left alone.</summary>
    public bool WithoutPeers { get; private init; }

    /// <exception cref="ArgumentException">A word is neither a case nor an option; names what was expected.</exception>
    public static ForcesOptions Parse(IReadOnlyList<string> arguments)
    {
        ForcesOptions options = new();
        List<BenchmarkCase> named = [];
        for (int i = 0; i < arguments.Count; i++)
        {
            string word = arguments[i];
            switch (word)
            {
                case "--quick":
                    options = options with { Quick = true };
                    break;
                case "--record":
                    options = options with { Record = true };
                    break;
                case "--no-peers":
                    options = options with { WithoutPeers = true };
                    break;
                case "--threads":
                    options = options with { Threads = ParseThreads(Value(arguments, ++i)) };
                    break;
                case "--double":
                    options = options with { Double = true };
                    break;
                case "--device":
                    options = options with { Devices = options.Devices.Add(Value(arguments, ++i)) };
                    break;
                default:
                    named.Add(BenchmarkCases.All.FirstOrDefault(c => string.Equals(c.Name, word, StringComparison.OrdinalIgnoreCase))
                        ?? throw new ArgumentException(
                            $"There is no case '{word}'; expected {string.Join(", ", BenchmarkCases.All.Select(c => c.Name))}. {Usage}"));
                    break;
            }
        }

        return options with
        {
            Cases = named.Count > 0
                ? [.. named]
                : [.. options.Cases.Where(benchmark => !benchmark.IsHuge && !(options.Quick && benchmark.IsLong))],
        };
    }

    private static string Value(IReadOnlyList<string> arguments, int index) => index < arguments.Count
        ? arguments[index]
        : throw new ArgumentException($"{arguments[^1]} needs a value. {Usage}");

    private static ImmutableArray<int> ParseThreads(string text)
    {
        ImmutableArray<int> threads =
            [.. text.Split(',').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 0)];
        return threads.All(count => count > 0)
            ? threads
            : throw new ArgumentException($"The threads are '{text}'; expected positive numbers such as 1,2. {Usage}");
    }
}
