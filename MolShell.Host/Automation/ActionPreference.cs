namespace System.Management.Automation;

/// <summary>What to do with a record of a stream.</summary>
public enum ActionPreference
{
    /// <summary>Say nothing, go on.</summary>
    SilentlyContinue = 0,

    /// <summary>End the pipeline.</summary>
    Stop = 1,

    /// <summary>Show it, go on.</summary>
    Continue = 2,

    /// <summary>Ask.</summary>
    Inquire = 3,

    /// <summary>Say and keep nothing, go on.</summary>
    Ignore = 4,

    /// <summary>Reserved.</summary>
    Suspend = 5,

    /// <summary>Break into the debugger; not supported by molshell.</summary>
    Break = 6,
}
