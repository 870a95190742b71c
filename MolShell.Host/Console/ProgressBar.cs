using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace MolShell.Host.Console;

/// <summary>
/// Shows progress at the end of the screen: a line for each activity, those of a parent under it. Drawn at most five times a
/// second, and taken away before anything else is written.
/// </summary>
/// <param name="screen">The terminal.</param>
/// <param name="width">Width of the terminal [characters].</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ProgressBar(TextWriter screen, Func<int> width, TimeProvider clock)
{
    private const int MostLines = 6;
    private const int BarWidth = 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly List<Activity> activities = [];
    private long lastDrawn;
    private bool everDrawn;
    private int shownLines;

    /// <summary>Takes a record and, when the last drawing is old enough, draws.</summary>
    /// <param name="source">The command it comes from.</param>
    /// <param name="record">The progress.</param>
    public void Update(long source, ProgressRecord record)
    {
        int index = activities.FindIndex(a => a.Source == source && a.Record.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (index >= 0)
            {
                RemoveTree(activities[index]);
                Hide();
                Draw();
            }

            return;
        }

        if (index >= 0)
        {
            activities[index] = new Activity(source, record);
        }
        else
        {
            activities.Add(new Activity(source, record));
        }

        if (!everDrawn || clock.GetElapsedTime(lastDrawn) >= Interval)
        {
            Hide();
            Draw();
        }
    }

    /// <summary>Takes the drawing off the screen; the next record that is due brings it back.</summary>
    public void Hide()
    {
        if (shownLines == 0)
        {
            return;
        }

        screen.Write(shownLines > 1 ? string.Create(CultureInfo.InvariantCulture, $"\r\u001b[{shownLines - 1}A\u001b[J") : "\r\u001b[J");
        screen.Flush();
        shownLines = 0;
    }

    /// <summary>Forgets all activities, when the commands they come from are over.</summary>
    public void Reset()
    {
        Hide();
        activities.Clear();
        everDrawn = false;
    }

    private void RemoveTree(Activity parent)
    {
        activities.Remove(parent);
        foreach (Activity child in activities.Where(a => a.IsUnder(parent)).ToArray())
        {
            RemoveTree(child);
        }
    }

    private void Draw()
    {
        lastDrawn = clock.GetTimestamp();
        everDrawn = true;
        List<string> lines = [];
        foreach (Activity root in activities.Where(a => !activities.Exists(a.IsUnder)))
        {
            Add(root, 0, lines);
        }

        if (lines.Count == 0)
        {
            return;
        }

        lines = lines[..Math.Min(MostLines, lines.Count)];
        screen.Write(string.Join("\n", lines));
        screen.Flush();
        shownLines = lines.Count;
    }

    private void Add(Activity activity, int depth, List<string> lines)
    {
        string line = Line(activity.Record, depth);
        int room = Math.Max(10, width() - 1);
        lines.Add(line.Length > room ? line[..room] : line);
        foreach (Activity child in activities.Where(a => a.IsUnder(activity)))
        {
            Add(child, depth + 1, lines);
        }
    }

    private static string Line(ProgressRecord record, int depth)
    {
        StringBuilder line = new(new string(' ', 2 * depth));
        line.Append(OneLine(record.Activity));
        if (record.PercentComplete >= 0)
        {
            int done = record.PercentComplete * BarWidth / 100;
            line.Append(" [").Append('=', done).Append(' ', BarWidth - done).Append("] ");
            line.Append(CultureInfo.InvariantCulture, $"{record.PercentComplete,3} %");
        }

        // Before the status, which may be long and is what is cut off.
        if (record.SecondsRemaining >= 0)
        {
            line.Append("  ").Append(Time(record.SecondsRemaining)).Append(" left");
        }

        line.Append("  ").Append(OneLine(record.StatusDescription));
        if (!string.IsNullOrEmpty(record.CurrentOperation))
        {
            line.Append("  ").Append(OneLine(record.CurrentOperation));
        }

        return line.ToString();
    }

    private static string Time(int seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(seconds);
        return time.Days > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time:hh\\:mm\\:ss}")
            : time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    private sealed record Activity(long Source, ProgressRecord Record)
    {
        public bool IsUnder(Activity other) =>
            other.Source == Source && Record.ParentActivityId >= 0 && other.Record.ActivityId == Record.ParentActivityId;
    }
}
