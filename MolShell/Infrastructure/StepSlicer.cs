using System.Diagnostics;

namespace MolShell.Infrastructure;

/// <summary>Cuts a long run of equal steps into slices of about 50 ms, between which progress is shown and records are written.</summary>
internal sealed class StepSlicer
{
    private const double TargetSeconds = 0.05;

    private readonly Stopwatch clock = new();
    private long size = 1;

    /// <summary>Does the next slice, of at most <paramref name="remaining"/> steps, and returns the number of steps done.</summary>
    public long Run(long remaining, Action<long> advance)
    {
        long steps = Math.Min(size, remaining);
        clock.Restart();
        advance(steps);
        double seconds = clock.Elapsed.TotalSeconds;
        if (steps == size)
        {
            double ratio = TargetSeconds / Math.Max(seconds, 1e-9);
            size = Math.Max(1, (long)(size * Math.Clamp(ratio, 0.25, 4)));
        }

        return steps;
    }
}
