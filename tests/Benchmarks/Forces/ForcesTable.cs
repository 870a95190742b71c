using System.Globalization;

namespace Benchmarks.Forces;

/// <summary>Writes results as lines of a table.</summary>
internal static class ForcesTable
{
    public const string Header =
        "  threads  program                steps/s  M particle-steps/s  to best peer  of arithmetic  of bandwidth"
        + "  peak MiB  bytes/particle  drift";

    /// <param name="result">The row.</param>
    /// <param name="bestPeer">Particle-steps per second to compare with; null for none.</param>
    public static string Row(ForcesResult result, double? bestPeer)
    {
        Measurement measured = result.Measurement;
        double rate = result.ParticleStepsPerSecond;
        string speed = FormattableString.Invariant(
            $"  {Text(result.Threads, "f0"),7}  {result.Program,-16}  {measured.StepsPerSecond,12:f1}  {rate / 1e6,18:f2}");
        string[] rest =
        [
            $"{Text(rate / bestPeer, "f2"),12}",
            $"{Text(result.ShareOfArithmetic, "p1"),13}",
            $"{Text(result.ShareOfBandwidth, "p1"),12}",
            $"{Text(measured.PeakMemory / 1048576.0, "f0"),8}",
            $"{Memory(measured),14}",
            $"{Text(measured.EnergyDrift, "0.0e-0"),7}",
        ];
        return $"{speed}  {string.Join("  ", rest)}";
    }

    /// <summary>Bytes a particle besides and in neighbour lists, such as "198 + 124".</summary>
    public static string Memory(Measurement measured) => measured.MemoryPerParticle is { } memory
        ? FormattableString.Invariant($"{memory.State:f0} + {memory.Lists:f0}")
        : "-";

    /// <summary>A number in a culture-invariant format; a dash where there is none.</summary>
    public static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
