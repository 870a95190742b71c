using System.Globalization;

namespace System.Management.Automation;

/// <summary>How far some work has come.</summary>
public class ProgressRecord
{
    private int parentActivityId = -1;
    private int percentComplete = -1;
    private string activity;
    private string statusDescription;

    /// <summary>Describes progress.</summary>
    /// <param name="activityId">Number that joins the records of one bar.</param>
    /// <param name="activity">What is done.</param>
    /// <param name="statusDescription">How it goes.</param>
    public ProgressRecord(int activityId, string activity, string statusDescription)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activityId);
        ArgumentException.ThrowIfNullOrEmpty(activity);
        ArgumentException.ThrowIfNullOrEmpty(statusDescription);
        ActivityId = activityId;
        this.activity = activity;
        this.statusDescription = statusDescription;
    }

    /// <summary>Number that joins the records of one bar.</summary>
    public int ActivityId { get; }

    /// <summary>The bar under which this one stands; -1 for none.</summary>
    public int ParentActivityId
    {
        get => parentActivityId;
        set
        {
            ArgumentOutOfRangeException.ThrowIfEqual(value, ActivityId);
            parentActivityId = value;
        }
    }

    /// <summary>What is done.</summary>
    public string Activity
    {
        get => activity;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            activity = value;
        }
    }

    /// <summary>How it goes.</summary>
    public string StatusDescription
    {
        get => statusDescription;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            statusDescription = value;
        }
    }

    /// <summary>What is done right now.</summary>
    public string? CurrentOperation { get; set; }

    /// <summary>Part done [%]; -1 when not known.</summary>
    public int PercentComplete
    {
        get => percentComplete;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            percentComplete = value;
        }
    }

    /// <summary>Time left [s]; -1 when not known.</summary>
    public int SecondsRemaining { get; set; } = -1;

    /// <summary>Whether it goes on.</summary>
    public ProgressRecordType RecordType { get; set; } = ProgressRecordType.Processing;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"parent = {ParentActivityId} id = {ActivityId} act = {Activity} stat = {StatusDescription} cur = {CurrentOperation} pct = "
        + $"{PercentComplete} sec = {SecondsRemaining} type = {RecordType}");
}
