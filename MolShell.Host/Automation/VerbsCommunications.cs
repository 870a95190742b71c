namespace System.Management.Automation;

/// <summary>Verbs of communication.</summary>
public static class VerbsCommunications
{
    /// <summary>Connect.</summary>
    public const string Connect = "Connect";

    /// <summary>Disconnect.</summary>
    public const string Disconnect = "Disconnect";

    /// <summary>Read.</summary>
    public const string Read = "Read";

    /// <summary>Receive.</summary>
    public const string Receive = "Receive";

    /// <summary>Send.</summary>
    public const string Send = "Send";

    /// <summary>Write.</summary>
    public const string Write = "Write";
}
