namespace MolShell.Compute.Paths;

/// <summary>Path sampling cannot start or go on: states overlap, no initial path, an initial path outside the ensemble.</summary>
public sealed class PathSamplingException : Exception
{
    public PathSamplingException(string message)
        : base(message)
    {
    }

    public PathSamplingException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public PathSamplingException()
    {
    }
}
