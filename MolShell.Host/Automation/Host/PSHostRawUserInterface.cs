namespace System.Management.Automation.Host;

/// <summary>The screen.</summary>
public abstract class PSHostRawUserInterface
{
    /// <summary>Size of the buffer [characters].</summary>
    public abstract Size BufferSize { get; set; }

    /// <summary>Size of the window [characters].</summary>
    public abstract Size WindowSize { get; set; }

    /// <summary>Largest possible window [characters].</summary>
    public abstract Size MaxWindowSize { get; }
}
