using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>Looks for members of an ensemble among the sub-trajectories of a stream of frames, in constant time a frame.</summary>
internal abstract class PathSearch
{
    /// <summary>Number of frames taken so far.</summary>
    public int Count { get; private protected set; }

    /// <summary>Index of the first frame that may still become part of a member; earlier ones are not needed any more.</summary>
    public abstract int FirstNeeded { get; }

    /// <summary>Names of the states that were entered, in the order of the ensemble's states, with the number of frames in each.</summary>
    public abstract IReadOnlyList<(string State, int Frames)> Visits { get; }

    /// <summary>Takes the next frame; gives the index of the first frame of the member that it completes, or null.</summary>
    public int? Add(Frame frame)
    {
        int? first = Take(frame, Count);
        Count++;
        return first;
    }

    protected abstract int? Take(Frame frame, int index);
}
