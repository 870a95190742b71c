using System.Globalization;
using System.Runtime.InteropServices;
using MolShell.Compute.Devices;

namespace Benchmarks.Forces;

/// <summary>Appends results to the table of the section "Forces" of BENCHMARKS.md in the checkout.</summary>
internal static class BenchmarkLog
{
    private const string Section = "## Forces", FileName = "BENCHMARKS.md";

    // What follows the name in that of a variant, such as ", double" or " on OpenCL:0", goes to the case.
    private const string OwnName = "MolShell";

    private const string Header =
        "| date | machine | case | threads | MolShell M particle-steps/s | best peer | its M particle-steps/s | ratio "
        + "| of arithmetic | of bandwidth | bytes/particle |";

    /// <returns>The file.</returns>
    public static string Append(IReadOnlyList<ForcesResult> results, IReadOnlyList<string> peers)
    {
        string file = Find();
        List<string> lines = [.. File.ReadAllLines(file)];
        IEnumerable<string> rows = results
            .Where(result => !peers.Contains(result.Program))
            .Select(own => Row(own, results.Where(other => peers.Contains(other.Program) && IsBeside(other, own))));
        lines.InsertRange(FindEnd(lines), rows);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        return file;
    }

    private static bool IsBeside(ForcesResult a, ForcesResult b) => b.Threads is null || a.Threads == b.Threads;

    private static string Row(ForcesResult own, IEnumerable<ForcesResult> others)
    {
        ForcesResult? best = others.MaxBy(other => other.ParticleStepsPerSecond);
        string[] cells =
        [
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Machine(),
            own.Prepared.Case.Name + own.Program[OwnName.Length..],
            own.Threads?.ToString(CultureInfo.InvariantCulture) ?? "-",
            ForcesTable.Text(own.ParticleStepsPerSecond / 1e6, "f2"),
            best?.Program ?? "none",
            ForcesTable.Text(best?.ParticleStepsPerSecond / 1e6, "f2"),
            ForcesTable.Text(own.ParticleStepsPerSecond / best?.ParticleStepsPerSecond, "f2"),
            ForcesTable.Text(own.ShareOfArithmetic, "p1"),
            ForcesTable.Text(own.ShareOfBandwidth, "p1"),
            ForcesTable.Memory(own.Measurement),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Machine()
    {
        DeviceInfo info = CpuDevice.Default.Info;
        return $"{info.Cores} cores {info.Model}, {info.Simd}, {RuntimeInformation.FrameworkDescription}";
    }

    // After the last row of the section's table; section and table are made where they are missing.
    private static int FindEnd(List<string> lines)
    {
        int section = lines.IndexOf(Section);
        if (section < 0)
        {
            lines.AddRange([string.Empty, Section]);
            section = lines.Count - 1;
        }

        int next = lines.FindIndex(section + 1, line => line.StartsWith("## ", StringComparison.Ordinal));
        next = next < 0 ? lines.Count : next;
        if (lines.IndexOf(Header, section, next - section) < 0)
        {
            int count = Header.Count(c => c == '|') - 1;
            lines.InsertRange(next, [Header, "|" + string.Concat(Enumerable.Repeat("---|", count))]);
            next += 2;
        }

        return 1 + lines.FindLastIndex(next - 1, next - section, line => line.StartsWith('|'));
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string file = Path.Combine(folder.FullName, FileName);
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new InvalidOperationException($"There is no {FileName} above {AppContext.BaseDirectory}.");
    }
}
