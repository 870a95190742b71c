using System.Management.Automation;
using MolShell.Host.Console;

namespace MolShell.Tests.Host.Console;

public sealed class ProgressBarTests : IDisposable
{
    private const string Erase = "\r\u001b[J";

    private readonly StringWriter screen = new();
    private readonly FakeClock clock = new();
    private readonly ProgressBar bar;

    public ProgressBarTests() => bar = new ProgressBar(screen, () => 100, clock);

    public void Dispose()
    {
        screen.Dispose();
    }

    [Fact]
    public void ShowsPercentStatusTimeAndOperation()
    {
        bar.Update(1, Record(0, "Dynamics", "step 500", 50, seconds: 75, operation: "writing"));
        Assert.Equal("Dynamics [==========          ]  50 %  00:01:15 left  step 500  writing", Written());
    }

    [Fact]
    public void DrawsAtMostFiveTimesASecond()
    {
        for (int i = 0; i <= 100; i++)
        {
            bar.Update(1, Record(0, "Work", "s", i));
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal(6, Written().Split("Work").Length - 1);
    }

    [Fact]
    public void IsTakenAwayWhenCompleted()
    {
        bar.Update(1, Record(0, "Work", "s", 10));
        Written();
        bar.Update(1, new ProgressRecord(0, "Work", "s") { RecordType = ProgressRecordType.Completed });
        Assert.Equal(Erase, Written());
    }

    [Fact]
    public void ChildrenStandUnderTheirParentAndGoWithIt()
    {
        bar.Update(1, Record(0, "Outer", "o", -1));
        clock.Advance(TimeSpan.FromSeconds(1));
        Written();
        bar.Update(1, Record(1, "Inner", "i", -1, parent: 0));
        Assert.Equal(Erase + "Outer  o\n  Inner  i", Written());
        bar.Update(1, new ProgressRecord(0, "Outer", "o") { RecordType = ProgressRecordType.Completed });
        Assert.Equal("\r\u001b[1A\u001b[J", Written());
    }

    [Fact]
    public void HidesOnceAndComesBack()
    {
        bar.Update(1, Record(0, "Work", "s", -1));
        Written();
        bar.Hide();
        bar.Hide();
        Assert.Equal(Erase, Written());
        clock.Advance(TimeSpan.FromSeconds(1));
        bar.Update(1, Record(0, "Work", "t", -1));
        Assert.Equal("Work  t", Written());
    }

    [Fact]
    public void NeverWrapsAndStaysOnOneLine()
    {
        new ProgressBar(screen, () => 20, clock).Update(1, Record(0, "A long activity\nof two lines", "s", 10));
        string shown = Written();
        Assert.Equal(19, shown.Length);
        Assert.DoesNotContain('\n', shown);
    }

    private static ProgressRecord Record(
        int id, string activity, string status, int percent, int parent = -1, int seconds = -1, string? operation = null) =>
        new(id, activity, status)
        {
            PercentComplete = percent,
            ParentActivityId = parent,
            SecondsRemaining = seconds,
            CurrentOperation = operation,
        };

    private string Written()
    {
        string text = screen.ToString();
        screen.GetStringBuilder().Clear();
        return text;
    }

    private sealed class FakeClock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan by) => now += by.Ticks;
    }
}
