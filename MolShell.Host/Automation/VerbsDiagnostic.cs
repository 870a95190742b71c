namespace System.Management.Automation;

/// <summary>Verbs of measuring and repairing.</summary>
public static class VerbsDiagnostic
{
    /// <summary>Debug.</summary>
    public const string Debug = "Debug";

    /// <summary>Measure.</summary>
    public const string Measure = "Measure";

    /// <summary>Ping.</summary>
    public const string Ping = "Ping";

    /// <summary>Repair.</summary>
    public const string Repair = "Repair";

    /// <summary>Resolve.</summary>
    public const string Resolve = "Resolve";

    /// <summary>Test.</summary>
    public const string Test = "Test";

    /// <summary>Trace.</summary>
    public const string Trace = "Trace";
}
