namespace MolShell.Compute.Paths;

/// <summary>
/// What the analysis of rates reads of a path, kept with every sampled path so that frames and variables need not be read again. States are
/// numbered as in <see cref="NetworkSummary.States"/>.
/// </summary>
/// <param name="Length">Number of frames, both ends included.</param>
public readonly record struct PathSummary(int Length)
{
    /// <summary>Stands for an end in no state.</summary>
    public const int NoState = -1;

    /// <summary>State of the first frame, or <see cref="NoState"/>.</summary>
    public int InitialState { get; init; } = NoState;

    /// <summary>State of the last frame, or <see cref="NoState"/>.</summary>
    public int FinalState { get; init; } = NoState;

    /// <summary>Outermost value that the interface variable reaches on the path [its unit]; NaN where there are no interfaces.</summary>
    public double Progress { get; init; } = double.NaN;

    /// <summary>
    /// Of a path of a minus ensemble: frame intervals from its entrances into the state to the last frames in the state before it leaves over
    /// the innermost interface again, all of them together; else 0.
    /// </summary>
    public int Inside { get; init; }

    /// <summary>Of a path of a minus ensemble: frame intervals that its excursions over the innermost interface take together; else 0.</summary>
    public int Outside { get; init; }
}
