namespace System.Management.Automation;

/// <summary>Whether progress goes on.</summary>
public enum ProgressRecordType
{
    /// <summary>Under way.</summary>
    Processing,

    /// <summary>Done: take the bar away.</summary>
    Completed,
}
