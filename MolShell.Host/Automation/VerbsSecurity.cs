namespace System.Management.Automation;

/// <summary>Verbs of protection.</summary>
public static class VerbsSecurity
{
    /// <summary>Block.</summary>
    public const string Block = "Block";

    /// <summary>Grant.</summary>
    public const string Grant = "Grant";

    /// <summary>Protect.</summary>
    public const string Protect = "Protect";

    /// <summary>Revoke.</summary>
    public const string Revoke = "Revoke";

    /// <summary>Unblock.</summary>
    public const string Unblock = "Unblock";

    /// <summary>Unprotect.</summary>
    public const string Unprotect = "Unprotect";
}
