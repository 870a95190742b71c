namespace MolShell.Compute.Forces;

/// <summary>The part of a list that one thread works off: the elements <paramref name="From"/> to <paramref name="To"/> - 1.</summary>
public readonly record struct Work(int From, int To)
{
    /// <summary>One of several parts of about the same length.</summary>
    public static Work Of(int length, int part, int parts) =>
        new((int)((long)length * part / parts), (int)((long)length * (part + 1) / parts));
}
