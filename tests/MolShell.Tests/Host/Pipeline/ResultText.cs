using MolShell.Host.Pipeline;
using MolShell.Tests.Host.TestCommands;

namespace MolShell.Tests.Host.Pipeline;

/// <summary>Runs a script with the test commands and writes what it gave in the form of tests/Data/host/pipeline.ps1.</summary>
internal static class ResultText
{
    /// <summary>The core commands and the test commands.</summary>
    public static CommandCatalog Catalog { get; } = new([
        .. typeof(CommandCatalog).Assembly.GetTypes(),
        .. typeof(TestText).Assembly.GetTypes().Where(t => t.Namespace == typeof(TestText).Namespace),
    ]);

    /// <summary>Runs a script.</summary>
    /// <param name="script">The script.</param>
    /// <returns>A line for each object and message.</returns>
    public static string Of(string script)
    {
        RunResult result = MolShellRunner.Run(script, Catalog);
        return string.Join('\n', Lines(result));
    }

    private static IEnumerable<string> Lines(RunResult result)
    {
        RecordedStreams streams = result.Streams;
        IEnumerable<string> lines =
        [
            .. result.Output.Select(TestText.Of),
            .. streams.Errors.Select(e => $"error {e.FullyQualifiedErrorId} [{e.CategoryInfo}] {e}"),
            .. streams.Warnings.Select(w => "warning " + w),
            .. streams.Verbose.Select(v => "verbose " + v),
            .. streams.Debug.Select(d => "debug " + d),
            .. streams.Information.Select(i => "information " + i),
        ];
        return result.Thrown is { ErrorRecord: { } record } thrown
            ? lines.Append($"thrown {thrown.GetType().Name} {record.FullyQualifiedErrorId} [{record.CategoryInfo}] {thrown.Message}")
            : lines;
    }
}
