using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles;

/// <summary>
/// Decides frame by frame, in time independent of the length, how far a path grows at one end and whether its end is good.
/// </summary>
internal abstract class PathGrowth
{
    /// <summary>True when no more frames are wanted.</summary>
    public bool IsOver { get; protected set; }

    /// <summary>
    /// Once growth is over: whether this end is one the ensemble allows together with what is settled of the path. After both ends of
    /// a path were settled in turn, this says whether the path is a member.
    /// </summary>
    public bool Succeeded { get; protected set; }

    /// <summary>Takes the next frame as the dynamics gave it: with velocities against the path where growth is backward.</summary>
    public abstract void Add(Frame frame);
}
