namespace MolShell.Compute.Paths.Storage;

/// <summary>A run file cannot be used; the message says why and what to do.</summary>
public sealed class PathStoreException : IOException
{
    public PathStoreException(string message)
        : base(message)
    {
    }

    public PathStoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public PathStoreException()
    {
    }
}
