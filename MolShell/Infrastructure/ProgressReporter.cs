using System.Diagnostics;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace MolShell.Infrastructure;

/// <summary>
/// Shows how far a long calculation is and how long it will still take, at most five times a second, and takes the display away
/// at the end. To be used on the pipeline thread.
/// </summary>
internal sealed class ProgressReporter(Cmdlet command, string activity) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly int id = RuntimeHelpers.GetHashCode(command) & 0x7fffffff;
    private TimeSpan next = Interval;
    private double? first;
    private TimeSpan firstAt;
    private bool shown;

    /// <summary>Reports the share done, 0 to 1 (NaN where the end is not known), with a line of text made only when it is shown.</summary>
    public void Report(double fraction, Func<string> status)
    {
        TimeSpan now = clock.Elapsed;
        if (first is null)
        {
            (first, firstAt) = (fraction, now);
        }

        if (now < next)
        {
            return;
        }

        next = now + Interval;
        shown = true;
        command.WriteProgress(new ProgressRecord(id, activity, status())
        {
            PercentComplete = double.IsNaN(fraction) ? -1 : (int)(100 * Math.Clamp(fraction, 0, 1)),
            SecondsRemaining = SecondsRemaining(fraction, now),
        });
    }

    /// <summary>Takes the display away.</summary>
    public void Dispose()
    {
        if (!shown)
        {
            return;
        }

        try
        {
            command.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The pipeline has stopped, and its progress display with it.
        }
    }

    /// <summary>Extrapolated from the work done since the first report, which a resumed run makes at a share above 0.</summary>
    private int SecondsRemaining(double fraction, TimeSpan now)
    {
        double done = fraction - first!.Value;
        double seconds = (now - firstAt).TotalSeconds * (1 - fraction) / done;
        return done > 0 && seconds < int.MaxValue ? (int)Math.Ceiling(seconds) : -1;
    }
}
