namespace System.Management.Automation;

/// <summary>The verb Use.</summary>
public static class VerbsOther
{
    /// <summary>Use.</summary>
    public const string Use = "Use";
}
