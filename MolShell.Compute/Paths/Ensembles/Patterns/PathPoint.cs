using MolShell.Compute.Systems;

namespace MolShell.Compute.Paths.Ensembles.Patterns;

/// <summary>A frame as a path has it; the values of variables are computed once and kept with the path.</summary>
internal readonly record struct PathPoint(Trajectory Path, int Index)
{
    /// <summary>A frame as the dynamics gave it, for a path that has it so or with its velocities negated.</summary>
    public static PathPoint Of(Frame frame, bool reversed)
    {
        Trajectory single = Trajectory.FromFrames([frame]);
        return new PathPoint(reversed ? single.Reversed() : single, 0);
    }

    public bool IsIn(StateVolume volume) => volume.ContainsAt(Path, Index);
}
